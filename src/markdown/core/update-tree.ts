// The second pass: text that the block rules left is parsed for spans, attribute lists become attributes, markers go. Counterpart of
// Kramdown#update_tree.

import type { MarkdownIt } from 'markdown-it'
import { applyAttributeList, type Document } from '../document.ts'
import { append, type Element } from '../element.ts'
import { parseInline } from '../inline/parse.ts'
import { collectIdText } from './id-text.ts'

const finish = (document: Document, element: Element): void => {
  if (element.ial !== null) applyAttributeList(document, element, element.ial)
  if (element.type === 'dt' || (element.type === 'header' && document.options.auto_id_stripping))
    (element.meta ??= {}).rawText = collectIdText(element, document.isGfm)
}

const isSettled = (element: Element): boolean =>
  element.children.every(
    ({ type, children, ial }) =>
      type !== 'raw_text' && type !== 'eob' && type !== 'blank' && children.length === 0 && ial === null,
  )

export const updateTree = (md: MarkdownIt, document: Document, element: Element): void => {
  if (element.children.length === 0 || (element.type === 'html_element' && isSettled(element))) return
  const children: Element[] = []
  let blank: Element | undefined
  for (const child of element.children) {
    if (child.type === 'blank') {
      if (blank === undefined) {
        blank = child
        children.push(child)
      } else blank.content += child.content
    } else if (child.type === 'raw_text') {
      blank = undefined
      if (child.line === 0) child.line = element.line
      child.children = []
      if (child.content !== '') parseInline(md, document, child.content, child)
      if (element.children.length === 1) {
        element.children = child.children
        return
      }
      append(children, child.children)
    } else if (child.type === 'eob') {
      // quirk(kramdown): a marker does not keep blank lines apart, but what it carries is used.
      if (child.ial !== null) applyAttributeList(document, child, child.ial)
    } else {
      blank = undefined
      updateTree(md, document, child)
      finish(document, child)
      children.push(child)
    }
  }
  element.children = children
}
