import { idNameEnd } from '../block/footnote.ts'
import { warn } from '../document.ts'
import { addChild, Element } from '../element.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, takeText } from './state.ts'

/** `[^name]` */
export const footnoteMarker: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 91 || src.charCodeAt(pos + 1) !== 94) return false
  const end = idNameEnd(src, pos + 2)
  if (end === pos + 2 || src.charCodeAt(end) !== 93) return false
  const name = src.slice(pos + 2, end)
  const footnote = state.document.footnotes.get(name)
  if (footnote === undefined) {
    const line = currentLine(state)
    warn(state.document, `Footnote definition for '${name}' not found on line ${line}`, line)
    takeText(state, end + 1 - pos)
    return true
  }
  footnote.used = true
  const element = new Element('footnote', '', currentLine(state))
  element.meta = { name, footnote }
  addChild(state.tree, element)
  state.pos = end + 1
  return true
}
