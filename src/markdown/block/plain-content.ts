import { addText } from '../element.ts'
import { lineEnd } from '../text.ts'
import type { BlockRule } from './state.ts'

/** A line that is only text, outside of any paragraph: all that `smartify` knows besides HTML. */
export const plainContent: BlockRule = (state) => {
  const end = lineEnd(state.src, state.pos)
  addText(state.tree, state.src.slice(state.pos, end), 'raw_text')
  state.pos = end
  return true
}
