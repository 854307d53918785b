// Go.

import { anyOf, defineLexer, pattern } from '../grammar.ts'

const KEYWORDS = anyOf(`break default func interface select case defer go map struct chan else goto package switch const
  fallthrough if range type continue for import return var`)
const TYPES =
  anyOf(`bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16
  uint32 uint64 uintptr uint`)
const FUNCTIONS = anyOf('append cap close complex copy delete imag len make new panic print println real recover')
const DIGITS = '[0-9](?:_?[0-9])*'
const EXPONENT = `[eE][+-]?${DIGITS}`
const FLOAT = `(?:${DIGITS}\\.(?:${DIGITS})?(?:${EXPONENT})?|${DIGITS}${EXPONENT}|\\.${DIGITS}(?:${EXPONENT})?)`
const INTEGER = `(?:0[bB]_*[01](?:_?[01])*|0[xX]_*[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0[oO]?_*[0-7](?:_?[0-7])*|${DIGITS})`

export const createGoLexer = defineLexer({
  states: {
    root: [
      [/\/\/.*|\/\*[\s\S]*?\*\//, 'c'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [pattern(`(?:${FUNCTIONS})\\b`), 'nb'],
      [/(?:true|false|iota|nil)\b/, 'no'],
      [pattern(`(?:${DIGITS}|${FLOAT})i`), 'm'],
      [pattern(FLOAT), 'm'],
      [pattern(INTEGER), 'm'],
      [/'(?:[^\n]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[abfnrtv\\'"]|\\[0-7]{3}|\\x[0-9A-Fa-f]{2})'/u, 'sc'],
      [/\+[+=]?|&\^?=?|&&|==?|!=?|-[-=]?|\|\||\|=?|<-|<<=?|<=?|\*=?|\^=?|>>=?|>=?|\/=?|:=|%=?|\.\.\.|[.:]/, 'o'],
      [/[()[\]{},;]/, 'p'],
      [/[\p{L}_][\p{L}_\p{Nd}]*/u, 'n'],
      [/\s+/, ''],
      [/`/, 's', 'raw'],
      [/"/, 's', 'string'],
    ],
    string: [
      [/\\(?:[abfnrtv\\'"]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})/, 'se'],
      [/\\./, 'err'],
      [/"/, 's', '#pop'],
      [/[^"\\]+/, 's'],
    ],
    raw: [
      [/`/, 's', '#pop'],
      [/[^`]+/, 's'],
    ],
  },
})
