import { addChild, leaf } from '../element.ts'
import { strip } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, findAhead } from './state.ts'

/** `$$...$$` in text. */
export const inlineMath: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 36 || src.charCodeAt(pos + 1) !== 36) return false
  const close = findAhead(state, '$$', pos + 2)
  if (close < 0) return false
  const element = leaf('math', strip(src.slice(pos + 2, close)), currentLine(state))
  element.category = 'span'
  addChild(state.tree, element)
  state.pos = close + 2
  return true
}
