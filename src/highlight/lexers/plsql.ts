// PL/SQL, Oracle's procedural SQL.

import { type Action, byWord, defineLexer, escapePattern, pattern, type Rule } from '../grammar.ts'
import { FUNCTIONS, KEYWORDS, RESERVED, TYPES } from './plsql-words.ts'

const upperCase = (name: string): string => name.toUpperCase()
const plainName = byWord({ kt: TYPES, nf: FUNCTIONS, kr: RESERVED, k: KEYWORDS }, 'n', upperCase)
const memberName = byWord({ nf: FUNCTIONS }, 'n', upperCase)

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' }
const OWN_QUOTES = 'ownQuotes:'

const beginQuoted: Action = (scan, match) => {
  const open = match[1] ?? ''
  scan.emit('o', match[0])
  scan.move(OWN_QUOTES + (CLOSING[open] ?? open))
}

/** What stands after `q'` and a character of the author's choice. */
const ownQuotes = (close: string): readonly Rule[] => {
  const sign = escapePattern(close)
  return [
    [pattern(`(?:[${sign}][^']|[^${sign}]'|[^${sign}'])+`), 'sx'],
    [pattern(`[${sign}]'`), 'o', '#pop'],
  ]
}

const quoted = (quote: string, kind: string): readonly Rule[] => [
  [/\\./, 'se'],
  [pattern(quote + quote), 'se'],
  [pattern(quote), 'o', '#pop'],
  [pattern(`[^\\\\${quote}]+`), kind],
]

export const createPlsqlLexer = defineLexer(() => ({
  derive: (name) => ownQuotes(name.slice(OWN_QUOTES.length)),
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/q'(.)/i, beginQuoted],
      [/'/, 'o', 'singleQuoted'],
      [/"/, 'o', 'doubleQuoted'],
      [/(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?[a-z]\w*))(\s+)/i, ['cp', '']],
      [/[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?/, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b/i, 'na'],
      [/=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%/*=<>@&!^[\]]/, 'o'],
      [/(NOT|AND|OR|LIKE|BETWEEN|IN)(\s)/i, ['ow', '']],
      [/(IS)(\s+)(?:(NOT)(\s+))?(NULL\b)/i, ['ow', '', 'ow', '', 'ow']],
      [/\.(?=\w)/, 'p', 'members'],
      [/[;:(),.]/, 'p'],
      [
        /(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)([a-z][\w$]*)/i,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'n'],
      ],
      [
        /(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?/i,
        ['kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', '', 'kr', ''],
      ],
      [/[a-zA-Z][\w$]*(?=\.\w)/, plainName, 'qualified'],
      [/[a-zA-Z][\w$]*/, plainName],
    ],
    qualified: [[/\./, 'p', '#goto:members']],
    comment: [
      [/(?:\*[^/]|[^*])+/, 'cm'],
      [/\*\//, 'cm', '#pop'],
    ],
    singleQuoted: quoted("'", 's1'),
    doubleQuoted: quoted('"', 'nv'),
    members: [
      [/([a-zA-Z][\w$]*)(\.(?=\w))/, ['n', 'p']],
      [/[a-zA-Z][\w$]*/, memberName, '#pop'],
    ],
  },
}))
