// Io.

import { byWord, defineLexer, quotedText, wordSet } from '../grammar.ts'

const CONSTANTS = wordSet('false nil true')
const BUILTINS = wordSet('args call clone do doFile doString else elseif for if list method return super then')

export const createIoLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/(?:\/\/|#).*/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [/\/\+/, 'cm', 'comment'],
      [quotedText('"'), 's'],
      [/:?:=/, 'k'],
      [/[()]/, 'p'],
      [/[-=;,*+><!/|^.%&[\]{}]/, 'o'],
      [/[A-Z]\w*/, 'nc'],
      [/[a-z_]\w*/, byWord({ kc: CONSTANTS, nb: BUILTINS }, 'n')],
      [/\d+[.]?\d*(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/@@?/, 'k'],
    ],
    comment: [
      [/[^/+]+/, 'cm'],
      [/\/\+/, 'cm', '#push'],
      [/\+\//, 'cm', '#pop'],
    ],
  },
}))
