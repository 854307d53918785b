import { addText } from '../element.ts'
import type { InlineRule } from './dispatch.ts'

const rule =
  (escapable: string): InlineRule =>
  (state) => {
    const { src, pos } = state
    if (src.charCodeAt(pos) !== 92) return false
    const char = src.charAt(pos + 1)
    if (char === '' || !escapable.includes(char)) return false
    addText(state.tree, char, state.textType)
    state.pos += 2
    return true
  }

const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-'

/** A backslash before a character that could mean something. */
export const escapedChars = rule(ESCAPABLE)
export const escapedCharsGfm = rule(`${ESCAPABLE}~`)
