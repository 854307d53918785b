// SQL, and Hive's.

import { byWord, defineLexer, type Grammar, type Rule, type Words } from '../grammar.ts'
import { SQL_KEYWORDS, SQL_TYPES } from './sql-words.ts'

// A quote is written twice, or after a backslash, to stand for itself.
const quoted = (quote: string, kind: string): readonly Rule[] => [
  [/\\./, 'se'],
  [{ source: quote + quote, flags: '' }, 'se'],
  [{ source: quote, flags: '' }, kind, '#pop'],
  [{ source: `[^\\\\${quote}]+`, flags: '' }, kind],
]

/** What makes SQL a dialect: its words, and rules before those of a state. */
interface Dialect {
  readonly types: Words
  readonly keywords: Words
  readonly before?: Readonly<Record<'root' | 'singleQuoted' | 'doubleQuoted', readonly Rule[]>>
  readonly states?: Grammar['states']
}

export const sqlGrammar = ({ types, keywords, before, states }: Dialect): Grammar => ({
  states: {
    ...states,
    root: [
      ...(before?.root ?? []),
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'singleQuoted'],
      [/"/, 'nv', 'doubleQuoted'],
      [/`/, 'nv', 'backticks'],
      [/\w+/, byWord({ nb: types, k: keywords }, 'n', (name) => name.toUpperCase())],
      [/[+*/<>=~!@#%&|?^-]/, 'o'],
      [/[;:()[\]{},.]/, 'p'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    singleQuoted: [...(before?.singleQuoted ?? []), ...quoted("'", 's1')],
    doubleQuoted: [...(before?.doubleQuoted ?? []), ...quoted('"', 'nv')],
    backticks: quoted('`', 'nv'),
  },
})

export const createSqlLexer = defineLexer(() => sqlGrammar({ types: SQL_TYPES, keywords: SQL_KEYWORDS }))
