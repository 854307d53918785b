// GFM's last pass: line breaks in text, and ids made as GitHub makes them. Counterpart of GFM#update_elements.

import type { Document } from '../document.ts'
import { append, Element, getAttribute, isBlock } from '../element.ts'
import { downcase } from '../text.ts'

const NOT_IN_ID = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu
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

/** Makes the function that does it to an element that is in blocks, and to all that is in it. */
export const createUpdater = (document: Document): ((element: Element) => void) => {
  const makeId = createIds(document)
  const breakAt = document.lineBreak
  const updateChildren = (element: Element): void => {
    let changed: Element[] | undefined
    const { children } = element
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      if (child.type === 'text' && child.content.includes(breakAt)) {
        changed ??= element.children.slice(0, index)
        append(changed, splitText(element, child, breakAt))
        continue
      }
      update(child)
      changed?.push(child)
    }
    if (changed !== undefined) element.children = changed
  }
  const update = (element: Element): void => {
    if (element.type === 'header' && document.options.auto_ids && getAttribute(element.attrs, 'id') === undefined)
      element.attrSet('id', makeId(element.meta?.rawText ?? ''))
    else if (element.type !== 'html_element' && element.children.length > 0) updateChildren(element)
  }
  return update
}
