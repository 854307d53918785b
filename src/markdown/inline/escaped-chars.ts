import type { InlineRule } from './dispatch.ts'
import { addSpanText } from './state.ts'

const rule =
  (escapable: string): InlineRule =>
  (state) => {
    const { src, pos } = state
    if (src.charCodeAt(pos) !== 92) return false
    const char = src.charAt(pos + 1)
    if (char === '' || !escapable.includes(char)) return false
    addSpanText(state, char)
    state.pos += 2
    return true
  }

const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-'

/** A backslash before a character that could mean something. */
export const escapedChars = rule(ESCAPABLE)
export const escapedCharsGfm = rule(`${ESCAPABLE}~`)
