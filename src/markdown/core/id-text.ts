import type { Element } from '../element.ts'
import { entity, entityChar } from '../entities.ts'

const symbolText = (name: string): string => {
  if (name === 'laquo_space') return '«\u00a0'
  if (name === 'raquo_space') return '\u00a0»'
  return entityChar(entity(name)) ?? ''
}

/** The text that an id is made of: all text without markup. GFM counts code, math and symbols too. */
export const collectIdText = (element: Element, isGfm: boolean): string => {
  let text = ''
  for (const child of element.children) {
    const { type, content } = child
    if (type === 'text') text += content
    else if (!isGfm) text += collectIdText(child, false)
    else if (type === 'codespan' || type === 'math') text += content
    else if (type === 'entity') text += child.meta?.entity === undefined ? '' : (entityChar(child.meta.entity) ?? '')
    else if (type === 'smart_quote' || type === 'typographic_sym') text += symbolText(content)
    else text += collectIdText(child, true)
  }
  return text
}
