// HLSL, the language of DirectX' shaders: C with words of its own, and a meaning after a function's parentheses.

import { defineLexer } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { cGrammar } from './c.ts'
import { HLSL_WORDS } from './hlsl-words.ts'

export const createHlslLexer: () => Lexer = defineLexer(() =>
  cGrammar({
    words: HLSL_WORDS,
    create: () => createHlslLexer(),
    suffix: '(?:\\s*:\\s+[a-zA-Z_][a-zA-Z0-9_]*)?',
  }),
)
