// Rego, the language of Open Policy Agent.

import { byWord, defineLexer, pattern, wordSet } from '../grammar.ts'

const WORDS = { kc: wordSet('true false null'), ow: wordSet('as default else import not package some with') }

export const createRegoLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/[[\](){}|.,;!]/, 'p'],
      [/"[^"]*"/, 's2'],
      [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, 'mf'],
      [/-?\d+(?:[eE][+-]?\d+)?/, 'm'],
      [/\\u[0-9a-fA-F]{4}/, 'mh'],
      [/\\["/bfnrt]/, 'se'],
      [/[-=<>+*%/&:?@^~]/, 'o'],
      [pattern('[\\p{L}\\p{M}\\p{N}\\p{Pc}]+'), byWord(WORDS, 'n')],
    ],
  },
}))
