// RML, the language of runtime monitors.

import { type Action, byWord, defineLexer, include, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet('all else empty false if matches not true with')
const ARITHMETIC = wordSet('abs all cos else empty false if matches max min not sin tan true with')

const COMMON: readonly Rule[] = [
  [/[ \t\r\n]+/, ''],
  [/\/\/[^\r\n]*/, 'c1'],
  [/'(?:\\'|[ a-zA-Z0-9_.])*'/, 's'],
  [/[0-9]+\.[0-9]+/, 'mf'],
  [/[0-9]+/, 'mi'],
]
const CALL: Rule = [/([a-z]\w*)(\()/, ['nf', 'o'], 'event']

const basic: Action = (scan, match) => {
  scan.emit(KEYWORDS.has(match[0]) ? 'k' : 'nf', match[0])
  if (match[0] === 'with') scan.move('with')
}

export const createRmlLexer = defineLexer(() => ({
  states: {
    root: [
      ...COMMON,
      CALL,
      [/[a-z]\w*/, basic],
      [/[({[]/, 'o', 'event'],
      [/[_|;]/, 'o'],
      [/[A-Z]\w*/, 'nc', 'equation'],
    ],
    event: [
      ...COMMON,
      [/[({[]/, 'o', '#push'],
      [/[)}\]]/, 'o', '#pop'],
      [/[a-z]\w*(?=:)/, 'ni'],
      [/[a-z]\w*/, byWord({ k: KEYWORDS }, 'sr')],
      [/\.{3}/, 'ss'],
      [/[_|;,:]/, 'o'],
    ],
    equation: [...COMMON, [/[<,>]/, 'o'], [/[a-z]\w*/, 'sr'], [/=/, 'o', '#goto:expression'], [/;/, 'o', '#pop']],
    expression: [
      ...COMMON,
      [/(if)(\()/, ['k', 'o'], 'data'],
      [/let|var/, 'k', 'equation'],
      CALL,
      [/[a-z]\w*/, byWord({ k: KEYWORDS }, 'nf')],
      [/[A-Z]\w*(?=<)/, 'nc', 'data'],
      [/[A-Z]\w*/, 'nc'],
      [/[=(){}*+/\\|!>?]/, 'o'],
      [/;/, 'o', '#pop'],
    ],
    data: [
      ...COMMON,
      [/[a-z]\w*/, byWord({ k: ARITHMETIC }, 'sr')],
      [/\(/, 'o', '#push'],
      [/\)/, 'o', '#pop'],
      [/>(?=[^A-Z;][^A-Z;>]*[A-Z;>])/, 'o', '#pop'],
      [/[*^?!%&[\]<>|+=:,./\\_-]/, 'o'],
      [/;/, 'o', '#pop'],
    ],
    with: [[/>/, 'o'], include('data')],
  },
}))
