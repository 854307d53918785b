// Straight quotation marks become curly. The rules are SmartyPants', in kramdown's order; which applies depends on the character before
// the mark and on what follows it.

import { addChild, leaf } from '../element.ts'
import { isAsciiWord, isSpace, isWordAt } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, type InlineState, takeText } from './state.ts'

const DOUBLE = 34
const SINGLE = 39

const isQuote = (code: number): boolean => code === DOUBLE || code === SINGLE

// ASCII's, but for the ampersand.
const isPunctuation = (code: number): boolean =>
  code !== 38 &&
  ((code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126))

const add = (state: InlineState, name: string): void => {
  addChild(state.tree, leaf('smart_quote', name, currentLine(state)))
}

const left = (code: number): string => (code === DOUBLE ? 'ldquo' : 'lsquo')
const right = (code: number): string => (code === DOUBLE ? 'rdquo' : 'rsquo')

// Emphasis starts behind the mark: /("|')(?=[_*]{1,2}\S)/
const beforeEmphasis = (src: string, at: number): boolean => {
  let next = at
  while (next < at + 2 && (src.charCodeAt(next) === 95 || src.charCodeAt(next) === 42)) next++
  if (next === at) return false
  if (next < src.length && !isSpace(src.charCodeAt(next))) return true
  // Two marks and a space: the second mark is what follows the first.
  return next === at + 2
}

// Punctuation behind the mark that no word follows: /("|')(?=PUNCT(?!\.\.)\B)/
const beforePunctuation = (src: string, at: number): boolean => {
  const code = src.charCodeAt(at)
  if (!isPunctuation(code) || (src.charCodeAt(at + 1) === 46 && src.charCodeAt(at + 2) === 46)) return false
  return (code === 95) === isWordAt(src, at + 1)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const isDecade = (src: string, at: number): boolean =>
  isDigit(src.charCodeAt(at)) && isDigit(src.charCodeAt(at + 1)) && src.charCodeAt(at + 2) === 115

// A mark that ends a word before white space, before a possessive s, or at the end.
const beforeEnd = (src: string, at: number): boolean =>
  at >= src.length || isSpace(src.charCodeAt(at)) || (src.charCodeAt(at) === 115 && !isWordAt(src, at + 1))

// What the two marks at `at` (of different kinds, with a word behind them) or the one before a decade become.
const openingNames = (src: string, at: number): readonly string[] | undefined => {
  const code = src.charCodeAt(at)
  const next = src.charCodeAt(at + 1)
  if (isQuote(next) && next !== code && isAsciiWord(src.charCodeAt(at + 2))) return [left(code), left(next)]
  return code === SINGLE && isDecade(src, at + 1) ? ['rsquo'] : undefined
}

const take = (state: InlineState, text: string, names: readonly string[]): true => {
  takeText(state, text.length)
  for (const name of names) add(state, name)
  state.pos += names.length
  return true
}

// The mark comes first.
const takeMark = (state: InlineState, code: number): true => {
  const { src, pos } = state
  if (beforeEmphasis(src, pos + 1)) return take(state, '', [left(code)])
  if (beforePunctuation(src, pos + 1)) return take(state, '', [right(code)])
  const opening = openingNames(src, pos)
  if (opening !== undefined) return take(state, '', opening)
  const next = src.charCodeAt(pos + 1)
  if (isQuote(next)) return take(state, src.charAt(pos), [right(next)])
  return take(state, '', [beforeEnd(src, pos + 1) ? right(code) : left(code)])
}

const CLOSES_NOT = ' \\\t\r\n[{(-'

export const smartQuotes: InlineRule = (state) => {
  const { src, pos } = state
  const first = src.charCodeAt(pos)
  if (isQuote(first)) {
    return takeMark(state, first)
  }
  const mark = src.charCodeAt(pos + 1)
  if (!isQuote(mark) || first === 92) return false
  const before = src.charAt(pos)
  if (isSpace(first)) {
    const opening = openingNames(src, pos + 1) ?? (isAsciiWord(src.charCodeAt(pos + 2)) ? [left(mark)] : undefined)
    if (opening !== undefined) {
      return take(state, before, opening)
    }
  }
  return take(state, before, [CLOSES_NOT.includes(before) ? left(mark) : right(mark)])
}
