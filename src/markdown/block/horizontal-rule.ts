import { addChild } from '../element.ts'
import { ruleEnd } from './lines.ts'
import { type BlockRule, newBlock } from './state.ts'

/** Three or more `*`, `-` or `_`, with blanks between them or without. */
export const horizontalRule: BlockRule = (state) => {
  const end = ruleEnd(state.src, state.pos)
  if (end < 0) return false
  addChild(state.tree, newBlock(state, 'hr'))
  state.pos = end
  return true
}
