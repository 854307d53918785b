// CODEOWNERS files.

import { defineLexer, pattern } from '../grammar.ts'

export const createCodeownersLexer = defineLexer(() => ({
  states: {
    root: [
      [/[ \t\r\n]+/, 'w'],
      [/^\s*#.*$/, 'c1'],
      [/(\^?\[(?!\d+\])[^\]]+\])(\[\d+\])?/, ['nn', 'm']],
      [/\S*@\S+/, 'nf'],
      [pattern('[\\p{L}\\p{M}\\p{N}\\p{Pc}./\\-*]+'), 'n'],
      [/.*\\[#\s]/, 'n'],
    ],
  },
}))
