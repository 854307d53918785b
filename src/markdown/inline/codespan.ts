import { addChild, leaf } from '../element.ts'
import { isSpace } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, findRunAhead, takeText } from './state.ts'

/** Code between as many backticks before as after it. */
export const codespan: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 96) return false
  let start = pos
  while (src.charCodeAt(start) === 96) start++
  const length = start - pos
  const isLoose = length === 1 && isSpace(src.charCodeAt(start)) && (pos === 0 || isSpace(src.charCodeAt(pos - 1)))
  const end = isLoose ? -1 : findRunAhead(state, src.slice(pos, start), start)
  if (end < 0) {
    takeText(state, length)
    return true
  }
  let code = src.slice(start, end)
  if (length > 1) {
    if (code.startsWith(' ')) code = code.slice(1)
    if (code.endsWith(' ')) code = code.slice(0, -1)
  }
  const element = leaf('codespan', code, currentLine(state))
  element.markup = src.slice(pos, start)
  addChild(state.tree, element)
  state.pos = end + length
  return true
}
