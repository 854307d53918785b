import { eobEnd } from './lines.ts'
import { type BlockRule, pushSeparator } from './state.ts'

/** A caret alone on its line keeps apart what would be one block. */
export const eobMarker: BlockRule = (state) => {
  const end = eobEnd(state.src, state.pos)
  if (end < 0) return false
  pushSeparator(state, '')
  state.pos = end
  return true
}
