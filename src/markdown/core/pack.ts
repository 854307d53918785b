// The first blocks of a long document that cannot be rendered before its end is known, as for their links: they wait for that with no more
// than their texts.

import { Element, leaf } from '../element.ts'

const BLANK = leaf('blank', '\n', 0)

const packBlock = (block: Element): Element => {
  const { type, line, ial, children } = block
  if (type === 'blank') return BLANK
  const text = children[0]
  if (type !== 'p' || ial !== null || children.length !== 1 || text?.type !== 'raw_text' || text.line !== line)
    return block
  return leaf('packed', text.content, line)
}

/** Puts the first `count` blocks of `root` into one. What was packed before is the first of them. */
export const packFirst = (root: Element, count: number): void => {
  const { children } = root
  const [first] = children
  const packs = first?.type === 'packs' ? first : new Element('packs', '', root.line, [])
  for (let index = first === packs ? 1 : 0; index < count; index++) {
    const block = children[index]!
    const isMarker = block.type === 'eob' && block.ial === null
    const packed = packBlock(block)
    if (!isMarker && !(packed === BLANK && packs.children[packs.children.length - 1] === BLANK))
      packs.children.push(packed)
  }
  root.children = [packs, ...children.slice(count)]
}

/** A block as it was. */
export const unpackBlock = (block: Element): Element => {
  if (block === BLANK) return leaf('blank', '\n', 0)
  if (block.type !== 'packed') return block
  return new Element('p', '', block.line, [leaf('raw_text', block.content, block.line)])
}

/** All blocks as they were. */
export const unpackAll = (root: Element): void => {
  const [first, ...rest] = root.children
  if (first?.type === 'packs') root.children = [...first.children.map(unpackBlock), ...rest]
}
