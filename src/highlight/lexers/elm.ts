// Elm.

import { anyOf, defineLexer, pattern } from '../grammar.ts'

const KEYWORDS = anyOf(`alias as case else exposing if import in let module of port
  then type`)

export const createElmLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\{-/, 'cm', 'comment'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/[a-z]\w*|_/, 'n'],
      [/[A-Z]\w*/, 'kt'],
      [/->|::|\/\/|\.\.|&&|\|\||\+\+|\|>|<\||>>|<<|==|\/=|<=|>=/, 'o'],
      // quirk(rouge): `+-/` is a range, so that commas and full stops are operators.
      [/[+-/*%=<>^|!\\@#$&~?]/, 'o'],
      [/"""/, 's', 'longString'],
      [/'(?:\\.|.)'/, 'sc'],
      [/"/, 's', 'string'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+/, 'mi'],
      [/[[\](),;`{}:]/, 'p'],
    ],
    comment: [
      [/-\}/, 'cm', '#pop'],
      [/\{-/, 'cm', '#push'],
      [/[^-{}]+/, 'cm'],
      [/[-{}]/, 'cm'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\"/, 'se'],
      [/"/, 's2', '#pop'],
    ],
    longString: [
      [/\\"/, 'se'],
      [/"""/, 's', '#pop'],
      [/[^"]+/, 's'],
      [/"/, 's'],
    ],
  },
}))
