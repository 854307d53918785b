// Slice, the interfaces of Ice.

import { defineLexer, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { C_WORDS, cGrammar } from './c.ts'

const WORDS = {
  ...C_WORDS,
  keyword: wordSet(`extends implements enum interface struct class module dictionary const optional out throws exception
    local idempotent sequence Object LocalObject Value`),
  type: wordSet('bool string byte long float double int void short'),
}

export const createSliceLexer: () => Lexer = defineLexer(() =>
  cGrammar({ words: WORDS, create: () => createSliceLexer() }),
)
