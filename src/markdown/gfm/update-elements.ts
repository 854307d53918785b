// GFM's last pass: line breaks in text, and ids made as GitHub makes them. Counterpart of GFM#update_elements.

import type { Document } from '../document.ts'
import { append, Element, getAttribute, isBlock } from '../element.ts'
import { downcase } from '../text.ts'

const NOT_IN_ID = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu
const BLANK = /[ \t]/g

const createIds = (document: Document): ((text: string) => string) => {
  const counts = new Map<string, number>()
  return (text) => {
    const id = downcase(text).replace(NOT_IN_ID, '').replace(BLANK, '-')
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    return document.options.auto_id_prefix + (count === 0 ? id : `${id}-${count}`)
  }
}

// The text with a br at each `breakAt`, but for one at the end of a block.
const splitText = (parent: Element, child: Element, breakAt: string): Element[] => {
  const lines = child.content.split(breakAt)
  const omitsLast =
    lines[lines.length - 1] === '' && isBlock(parent) && parent.children[parent.children.length - 1] === child
  const pieces: Element[] = []
  for (const [index, line] of lines.entries()) {
    const number = child.line === 0 ? 0 : child.line + index
    pieces.push(new Element('text', index > 0 ? `\n${line}` : line, number))
    if (index < lines.length - 2 || (index === lines.length - 2 && !omitsLast))
      pieces.push(new Element('br', '', number))
  }
  return pieces
}

export const updateElements = (document: Document): void => {
  const makeId = createIds(document)
  const breakAt = document.lineBreak
  const update = (element: Element): void => {
    let changed: Element[] | undefined
    const { children } = element
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      if (child.type === 'text' && child.content.includes(breakAt)) {
        changed ??= element.children.slice(0, index)
        append(changed, splitText(element, child, breakAt))
        continue
      }
      if (child.type === 'header' && document.options.auto_ids && getAttribute(child.attrs, 'id') === undefined)
        child.attrSet('id', makeId(child.meta?.rawText ?? ''))
      else if (child.type !== 'html_element' && child.children.length > 0) update(child)
      changed?.push(child)
    }
    if (changed !== undefined) element.children = changed
  }
  update(document.root)
}
