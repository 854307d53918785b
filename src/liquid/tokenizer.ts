// A template cut into text, tags and outputs, as Ruby's Liquid splits it: `{% ... %}`, `{{ ... }}` or `{{ ... }`, and an opening without an
// end as a token of its own.
import { isWide, narrowText } from '../util/narrow-text.ts'

export interface Token {
  readonly text: string
  readonly offset: number
  readonly kind: 'text' | 'tag' | 'output'
}

const OPENING = /\{[{%]/g

/** The end of the token that opens at `start`: behind its closing, or behind its opening where it is never closed. */
const closingOf = (source: string, start: number): number => {
  if (source[start + 1] === '%') {
    const end = source.indexOf('%}', start + 2)
    return end < 0 ? start + 2 : end + 2
  }
  const end = source.indexOf('}', start + 2)
  if (end < 0) return start + 2
  return source[end + 1] === '}' ? end + 2 : end + 1
}

export const tokenize = (source: string): Token[] => {
  const tokens: Token[] = []
  const cut = isWide(source)
    ? (start: number, end?: number) => narrowText(source.slice(start, end))
    : (start: number, end?: number) => source.slice(start, end)
  let from = 0
  for (;;) {
    OPENING.lastIndex = from
    const start = OPENING.exec(source)?.index
    if (start === undefined) break
    if (start > from) tokens.push({ text: cut(from, start), offset: from, kind: 'text' })
    const end = closingOf(source, start)
    tokens.push({ text: cut(start, end), offset: start, kind: source[start + 1] === '%' ? 'tag' : 'output' })
    from = end
    // Nothing closes here: all that follows is openings of the same hopeless kind, and the first of them is an error.
    if (end === start + 2) return tokens
  }
  if (from < source.length) tokens.push({ text: cut(from), offset: from, kind: 'text' })
  return tokens
}
