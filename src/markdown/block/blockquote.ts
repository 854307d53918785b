import { addChild } from '../element.ts'
import { lineEnd, skipIndent } from '../text.ts'
import { markerEnd, parseQuote } from './deep-quotes.ts'
import { endsLazily } from './lines.ts'
import { mayNest } from './parse.ts'
import { type BlockRule, type BlockState, newBlock, skipLines } from './state.ts'

/** Takes the lines of a quote, without the `> ` that they start with; a line behind the first may lack it. */
const takeLines = (state: BlockState): string => {
  const { src } = state
  let bare = ''
  let at = state.pos
  let lines = 0
  do {
    const end = lineEnd(src, at)
    const marker = skipIndent(src, at)
    bare += src.slice(src.charCodeAt(marker) === 62 ? markerEnd(src, marker) : at, end)
    at = end
    lines++
  } while (!endsLazily(src, at))
  skipLines(state, at, lines)
  return bare
}

export const blockquote: BlockRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(skipIndent(src, pos)) !== 62 || !mayNest(state)) return false
  const element = newBlock(state, 'blockquote')
  addChild(state.tree, element)
  const text = takeLines(state)
  element.endLine = state.lineNumber - 1
  parseQuote(state, element, text)
  return true
}
