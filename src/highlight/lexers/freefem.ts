// FreeFEM: C++'s statements with words of its own.

import { byWord, defineLexer, include, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { CPP_DIALECT, cGrammar, INLINE_SPACE, LITERALS, SPACE } from './c.ts'
import { ATTRIBUTES, BUILTINS, KEYWORDS, RESERVED, TYPES } from './freefem-words.ts'

const DIRECTIVES: readonly Rule[] = [
  ...INLINE_SPACE,
  [/include|load|ENDIFMACRO|IFMACRO/, 'cp', 'macro'],
  [/(?:)/, '', '#pop'],
]

const STATEMENTS: readonly Rule[] = [
  ...SPACE,
  ...LITERALS,
  [/\*\//, 'err'],
  [/[~!%^&*+=|?:<>/'-]/, 'o'],
  [/[()[\],.;]/, 'p'],
  [/case\b/, 'k', 'case'],
  [/(?:true|false|NaN)\b/, 'nb'],
  [/[a-z_]\w*/i, byWord({ k: KEYWORDS, kt: TYPES, kr: RESERVED, nb: BUILTINS, na: ATTRIBUTES }, 'n')],
]

export const createFreefemLexer: () => Lexer = defineLexer(() =>
  cGrammar({
    ...CPP_DIALECT,
    create: () => createFreefemLexer(),
    more: {
      lineStart: [[/[a-zA-Z_][a-zA-Z0-9_]*:(?!:)/, 'nl'], include('expressionStart')],
      expressionStart: DIRECTIVES,
      statements: STATEMENTS,
    },
  }),
)
