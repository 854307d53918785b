// SQL.

import { type Action, defineLexer, type Rule } from '../grammar.ts'
import { SQL_KEYWORDS, SQL_TYPES } from './sql-words.ts'

const word: Action = (scan, match) => {
  const name = match[0].toUpperCase()
  scan.emit(SQL_TYPES.has(name) ? 'nb' : SQL_KEYWORDS.has(name) ? 'k' : 'n', match[0])
}

// A quote is written twice, or after a backslash, to stand for itself.
const quoted = (quote: string, kind: string): readonly Rule[] => [
  [/\\./, 'se'],
  [{ source: quote + quote, flags: '' }, 'se'],
  [{ source: quote, flags: '' }, kind, '#pop'],
  [{ source: `[^\\\\${quote}]+`, flags: '' }, kind],
]

export const createSqlLexer = defineLexer({
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'singleQuoted'],
      [/"/, 'nv', 'doubleQuoted'],
      [/`/, 'nv', 'backticks'],
      [/\w+/, word],
      [/[+*/<>=~!@#%&|?^-]/, 'o'],
      [/[;:()[\]{},.]/, 'p'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    singleQuoted: quoted("'", 's1'),
    doubleQuoted: quoted('"', 'nv'),
    backticks: quoted('`', 'nv'),
  },
})
