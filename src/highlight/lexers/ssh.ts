// OpenSSH's configuration.

import { defineLexer, type Rule } from '../grammar.ts'

const BASE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*/, 'c1'],
]

export const createSshLexer = defineLexer(() => ({
  states: {
    root: [[/[a-z0-9]+/i, 'k', 'statement'], ...BASE],
    statement: [
      [/\n/, '', '#pop'],
      [/(?:yes|no|confirm|ask|always|auto|none|force)\b/, 'no'],
      [/\d+/, 'm'],
      [/[^#\s;{}$\\]+/, ''],
      ...BASE,
    ],
  },
}))
