import { addChild } from '../element.ts'
import { restIsBlank, skipIndent, strip } from '../text.ts'
import { beforeBoundary } from './lines.ts'
import { afterBoundary, type BlockRule, findAhead, newBlock } from './state.ts'

/** `$$...$$` alone between boundaries. */
export const blockMath: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  const escaped = src.charCodeAt(start) === 92
  const open = escaped ? start + 1 : start
  if (src.charCodeAt(open) !== 36 || src.charCodeAt(open + 1) !== 36) return false
  const close = findAhead(state, '$$', open + 2)
  if (close < 0 || !afterBoundary(state)) return false
  const lineStop = restIsBlank(src, close + 2)
  if (escaped) {
    // quirk(kramdown): the backslash is gone only where the math would have been a block.
    if (lineStop >= 0) state.pos = open
    return false
  }
  const end = lineStop < 0 ? close + 2 : lineStop
  if (!beforeBoundary(src, end)) return false
  const element = newBlock(state, 'math', strip(src.slice(open + 2, close)))
  element.category = 'block'
  addChild(state.tree, element)
  state.pos = end
  return true
}
