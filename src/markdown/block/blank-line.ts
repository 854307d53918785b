import { addChild, lastChild } from '../element.ts'
import { isSpace } from '../text.ts'
import { blankEnd } from './lines.ts'
import { type BlockRule, newBlock } from './state.ts'

/** Blank lines become one element: how many there were shows in the output's blank lines. */
export const blankLine: BlockRule = (state) => {
  const { src, pos } = state
  if (!isSpace(src.charCodeAt(pos))) return false
  const end = blankEnd(src, pos)
  if (end < 0) return false
  const text = src.slice(pos, end)
  const last = lastChild(state.tree)
  if (last?.type === 'blank') last.content += text
  else addChild(state.tree, newBlock(state, 'blank', text))
  state.pos = end
  return true
}
