// Mojo: Python with more words.

import { defineLexer, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { PYTHON_BUILTINS, PYTHON_KEYWORDS, pythonGrammar } from './python.ts'

const MORE_KEYWORDS = wordSet('fn self alias out read mut owned ref var struct trait raises with in match case')
const MORE_BUILTINS = wordSet('__mlir_attr __mlir_type __mlir_op parameter alwaysinline register_passable')

export const createMojoLexer: () => Lexer = defineLexer(() =>
  pythonGrammar({
    keywords: new Set([...PYTHON_KEYWORDS, ...MORE_KEYWORDS]),
    builtins: new Set([...PYTHON_BUILTINS, ...MORE_BUILTINS]),
    create: () => createMojoLexer(),
  }),
)
