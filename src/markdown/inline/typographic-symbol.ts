import { addChild, leaf } from '../element.ts'
import { entity } from '../entities.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, type InlineState } from './state.ts'

const take = (state: InlineState, name: string, length: number): true => {
  addChild(state.tree, leaf('typographic_sym', name, currentLine(state)))
  state.pos += length
  return true
}

// A backslash before two angle brackets keeps them.
const takeEscaped = (state: InlineState, name: string): true => {
  for (let i = 0; i < 2; i++) {
    const element = leaf('entity', '', currentLine(state))
    element.meta = { entity: entity(name) }
    addChild(state.tree, element)
  }
  state.pos += 3
  return true
}

/** Dashes, dots and guillemets. */
export const typographicSymbols: InlineRule = (state) => {
  const { src, pos } = state
  switch (src.charCodeAt(pos)) {
    case 45:
      if (src.charCodeAt(pos + 1) !== 45) return false
      return src.charCodeAt(pos + 2) === 45 ? take(state, 'mdash', 3) : take(state, 'ndash', 2)
    case 46:
      return src.startsWith('...', pos) && take(state, 'hellip', 3)
    case 92:
      if (src.startsWith('<<', pos + 1)) return takeEscaped(state, 'lt')
      return src.startsWith('>>', pos + 1) && takeEscaped(state, 'gt')
    case 60:
      if (src.charCodeAt(pos + 1) !== 60) return false
      return src.charCodeAt(pos + 2) === 32 ? take(state, 'laquo_space', 3) : take(state, 'laquo', 2)
    case 32:
      return src.startsWith('>>', pos + 1) && take(state, 'raquo_space', 3)
    case 62:
      return src.charCodeAt(pos + 1) === 62 && take(state, 'raquo', 2)
    default:
      return false
  }
}
