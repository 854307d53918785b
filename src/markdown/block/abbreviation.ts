import { warn } from '../document.ts'
import { lineEnd, skipIndent, strip } from '../text.ts'
import { type BlockRule, currentLine, pushMarker } from './state.ts'

/** `*[HTML]: Hypertext ...` */
export const abbreviationDefinition: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (src.charCodeAt(start) !== 42 || src.charCodeAt(start + 1) !== 91) return false
  const end = lineEnd(src, start)
  const close = src.slice(0, end).indexOf(']:', start + 3)
  if (close < 0) return false
  const line = currentLine(state)
  const id = src.slice(start + 2, close)
  const { abbreviations } = state.document
  if (abbreviations.has(id))
    warn(state.document, `Duplicate abbreviation ID '${id}' on line ${line} - overwriting`, line)
  state.pos = end
  abbreviations.set(id, { title: strip(src.slice(close + 2, end)), marker: pushMarker(state, 'abbrev_def') })
  return true
}
