// ABAP, SAP's language.

import { type Action, byWord, defineLexer, wordSet } from '../grammar.ts'
import { FUNCTIONS, KEYWORDS } from './abap-words.ts'

const TYPES = wordSet('b c clike csequence d decfloat decfloat16 decfloat34 f i int8 n p s string t x xstring')

const called: Action = (scan, [, sign = '', name = '', open = '']) => {
  scan.emit('o', sign)
  if (sign !== '') scan.emit('n', name)
  else if (/^(?:data|field-symbol)$/i.test(name)) scan.emit('k', name)
  else scan.emit(FUNCTIONS.has(name.toLowerCase()) ? 'nb' : 'n', name)
  scan.emit('p', open)
}

const isKeyword = { has: (name: string): boolean => KEYWORDS.has(name.toUpperCase()) }

export const createAbapLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/".*/, 'c1'],
      [/^\*.*/, 'cm'],
      [/\d+/, 'mi'],
      [/['`]/, 's1', 'string'],
      [/[[\](){}.,:|]/, 'p'],
      [/(->|=>)?([A-Za-z][A-Za-z0-9_-]*)(\()/, called],
      [/\w+/, byWord({ k: isKeyword, kt: TYPES }, 'n', (name) => name.toLowerCase())],
      [/[-*+%/~=&?<>!#@^]+/, 'o'],
    ],
    string: [
      [/\\.|''|``/, 'se'],
      [/['`]/, 's1', '#pop'],
      [/[^\\'`]+/, 's1'],
    ],
  },
}))
