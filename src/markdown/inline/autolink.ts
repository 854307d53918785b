import { addChild, addText, Element } from '../element.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, findAhead } from './state.ts'

const SCHEME = /<(?:mailto|https?|ftps?):/y
const MAIL = /<([\p{Alphabetic}\p{Nd}_.-]+?@[\p{Alphabetic}\p{Nd}_.-]+)>/uy

/** `<http://example.com>` and `<name@example.com>` */
export const autolink: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 60) return false
  SCHEME.lastIndex = pos
  let url: string | undefined
  let href = ''
  if (SCHEME.test(src)) {
    const end = findAhead(state, '>', SCHEME.lastIndex + 1)
    if (end >= 0) url = href = src.slice(pos + 1, end)
    if (url?.includes('\n')) url = undefined
  }
  if (url === undefined) {
    MAIL.lastIndex = pos
    url = MAIL.exec(src)?.[1]
    href = `mailto:${url}`
  }
  if (url === undefined) return false
  const element = new Element('a', '', currentLine(state))
  element.attrs = [['href', href]]
  addText(element, url.startsWith('mailto:') ? url.slice(7) : url, state.textType)
  addChild(state.tree, element)
  state.pos = pos + url.length + 2
  return true
}
