import { addChild, Element } from '../element.ts'
import type { InlineRule } from '../inline/dispatch.ts'
import { isMissing, noteMissing } from '../inline/memo.ts'
import { mayNestSpan, parseInner } from '../inline/parse.ts'
import { currentLine, type InlineState } from '../inline/state.ts'
import { isSpace } from '../text.ts'

// The end of what starts at `start`: two tildes behind a character that is neither white space nor a tilde.
const findEnd = (state: InlineState, start: number): number => {
  const { src } = state
  if (isMissing(state, '~~', start)) return -1
  for (let at = src.indexOf('~~', start + 1); at >= 0; at = src.indexOf('~~', at + 1)) {
    const before = src.charCodeAt(at - 1)
    if (before !== 126 && !isSpace(before)) return at
  }
  noteMissing(state, '~~', start)
  return -1
}

/** `~~gone~~`. Its text is parsed on its own: emphasis may be in it, be there emphasis around or not. */
export const strikethrough: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 126 || src.charCodeAt(pos + 1) !== 126) return false
  const first = src.charCodeAt(pos + 2)
  if (Number.isNaN(first) || first === 126 || isSpace(first)) return false
  const end = findEnd(state, pos + 2)
  if (end < 0 || !mayNestSpan(state)) return false
  const element = new Element('html_element', 'del', currentLine(state))
  element.category = 'span'
  addChild(state.tree, element)
  parseInner(state, src.slice(pos + 2, end), element)
  state.pos = end + 2
  return true
}
