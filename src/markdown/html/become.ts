import type { Element } from '../element.ts'

/** Makes an element of `type` out of an HTML element; its attributes and children stay. */
export const become = (element: Element, type: string): void => {
  element.type = type
  element.content = ''
  element.category = ''
  element.contentModel = ''
  element.closed = false
  element.ial = null
}
