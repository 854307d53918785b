// HQL, the SQL of Hive.

import { defineLexer, type Rule } from '../grammar.ts'
import { HQL_KEYWORDS, HQL_TYPES } from './hql-words.ts'
import { sqlGrammar } from './sql.ts'

const VARIABLE: Rule = [/\$\{/, 'nv', 'variable']

export const createHqlLexer = defineLexer(() =>
  sqlGrammar({
    types: HQL_TYPES,
    keywords: HQL_KEYWORDS,
    before: {
      root: [[/"/, 's2', 'doubleQuoted'], VARIABLE],
      singleQuoted: [VARIABLE, [/[^\\'$]+/, 's1']],
      doubleQuoted: [VARIABLE, [/"/, 's2', '#pop'], [/[^\\"$]+/, 's2']],
    },
    states: {
      variable: [
        [/\}/, 'nv', '#pop'],
        [/[^}]+/, 'nv'],
      ],
    },
  }),
)
