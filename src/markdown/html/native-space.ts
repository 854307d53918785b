// White space and loose text among the children of an HTML element that becomes a native one.

import { addChild, Element, isBlock } from '../element.ts'
import { lstrip, rstrip, strip } from '../text.ts'

export const removeText = (element: Element): void => {
  element.children = element.children.filter(({ type }) => type !== 'text')
}

/** Takes white space away at both ends. */
export const stripText = ({ children }: Element): void => {
  const first = children[0]
  const last = children[children.length - 1]
  if (first?.type === 'text') first.content = lstrip(first.content)
  if (last?.type === 'text') last.content = rstrip(last.content)
}

/** Takes white space away that is at an end or between blocks. */
export const removeEdgeSpace = (element: Element): void => {
  const { children } = element
  element.children = children.filter((child, index) => {
    if (child.type !== 'text' || strip(child.content) !== '') return true
    const before = children[index - 1]
    const after = children[index + 1]
    return before !== undefined && after !== undefined && !(isBlock(before) && isBlock(after))
  })
}

/** Puts text and spans among blocks into paragraphs that do not show. */
export const wrapText = (element: Element): void => {
  const wrapped: Element[] = []
  let paragraph: Element | undefined
  for (const child of element.children) {
    if (isBlock(child) && child.type !== 'text') {
      wrapped.push(child)
      paragraph = undefined
      continue
    }
    if (paragraph === undefined) {
      paragraph = new Element('p', '', child.line)
      paragraph.hidden = true
      wrapped.push(paragraph)
    }
    addChild(paragraph, child)
  }
  element.children = wrapped
}
