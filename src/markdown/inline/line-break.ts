import { addChild, leaf } from '../element.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine } from './state.ts'

/** Two spaces or two backslashes at the end of a line. */
export const lineBreak: InlineRule = (state) => {
  const { src, pos } = state
  const code = src.charCodeAt(pos)
  if ((code !== 32 && code !== 92) || src.charCodeAt(pos + 1) !== code || src.charCodeAt(pos + 2) !== 10) return false
  addChild(state.tree, leaf('br', '', currentLine(state)))
  state.pos += 2
  return true
}
