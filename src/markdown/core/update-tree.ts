// The second pass: text that the block rules left is parsed for spans, attribute lists become attributes, markers go. Counterpart of
// Kramdown#update_tree.

import type { MarkdownIt } from 'markdown-it'
import { applyAttributeList, type Document } from '../document.ts'
import { append, Element } from '../element.ts'
import { parseInline } from '../inline/parse.ts'
import { collectIdText } from './id-text.ts'
import { makeAllHeld } from './table-rows.ts'

/** What comes when all in an element is known. */
export const finishElement = (document: Document, element: Element): void => {
  if (element.ial !== null) applyAttributeList(document, element, element.ial)
  if (element.type === 'dt' || (element.type === 'header' && document.options.auto_id_stripping))
    (element.meta ??= {}).rawText = collectIdText(element, document.isGfm)
}

const isSettled = (element: Element): boolean =>
  element.children.every(
    ({ type, children, ial }) =>
      type !== 'raw_text' && type !== 'eob' && type !== 'blank' && children.length === 0 && ial === null,
  )

/** What becomes of blank lines and markers in an element that holds nothing but blocks. */
export const dropMarkers = (element: Element): void => {
  const before = element.children
  let changed: Element[] | undefined
  let isBlank = false
  for (let index = 0; index < before.length; index++) {
    const child = before[index]!
    const { type } = child
    if (type === 'eob' || (isBlank && type === 'blank')) changed ??= before.slice(0, index)
    else {
      changed?.push(child)
      isBlank = type === 'blank'
    }
  }
  if (changed !== undefined) element.children = changed
}

export const updateTree = (md: MarkdownIt, document: Document, element: Element): void => {
  makeAllHeld(element)
  const before = element.children
  if (before.length === 0 || (element.type === 'html_element' && isSettled(element))) return
  // Most lists of children stay what they are: only where something comes or goes is there a new one.
  let changed: Element[] | undefined
  let blank: Element | undefined
  for (let index = 0; index < before.length; index++) {
    const child = before[index]!
    if (child.type === 'blank' && blank !== undefined) {
      changed ??= before.slice(0, index)
      blank.content += child.content
    } else if (child.type === 'blank') {
      blank = child
      changed?.push(child)
    } else if (child.type === 'raw_text') {
      blank = undefined
      if (child.line === 0) child.line = element.line
      const text = new Element('raw_text', '', child.line)
      if (child.content !== '') parseInline(md, document, child.content, text)
      if (before.length === 1) {
        element.children = text.children
        return
      }
      changed ??= before.slice(0, index)
      append(changed, text.children)
    } else if (child.type === 'eob') {
      changed ??= before.slice(0, index)
      // quirk(kramdown): a marker does not keep blank lines apart, but what it carries is used.
      if (child.ial !== null) applyAttributeList(document, child, child.ial)
    } else {
      blank = undefined
      updateTree(md, document, child)
      finishElement(document, child)
      changed?.push(child)
    }
  }
  if (changed !== undefined) element.children = changed
}
