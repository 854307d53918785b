// GraphQL: queries and schemas. A value ends its state, unless it stands in a list.

import { type Action, defineLexer, include, pattern, quotedText, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'

const NAME = '[_A-Za-z][_0-9A-Za-z]*'

const BASIC: readonly Rule[] = [
  [/\s+/, 'w'],
  [/#.*$/, 'c'],
  [/[!,]/, 'p'],
]

const DIRECTIVES: readonly Rule[] = [
  [pattern(`(@${NAME})(\\s*)(\\()`), ['k', 'w', 'p'], 'arguments'],
  [pattern(`@${NAME}\\b`), 'k'],
]

const scalar =
  (kind: string): Action =>
  (scan, match) => {
    scan.emit(kind, match[0])
    if (scan.stack.at(-1) !== 'list') scan.move('#pop')
  }

// Leaves a bracket, and the state around it if that is one of `outer`.
const leave =
  (...outer: readonly string[]): Action =>
  (scan, match) => {
    scan.emit('p', match[0])
    scan.move('#pop')
    if (outer.includes(scan.stack.at(-1) ?? '')) scan.move('#pop')
  }

const description =
  (find: FindLexer): Action =>
  (scan, match) => {
    scan.emit('s2', match[1] ?? '')
    scan.emit('w', match[2] ?? '')
    find('markdown')?.lex(match[3] ?? '', scan.emit)
    scan.emit('w', match[4] ?? '')
    scan.emit('s2', match[5] ?? '')
  }

const QUERY: readonly Rule[] = [
  ...DIRECTIVES,
  [pattern(`${NAME}\\b`), 'n'],
  [/\(/, 'p', 'variables'],
  [/\{/, 'p', 'selection'],
  ...BASIC,
]

const defineGraphql = (find: FindLexer): (() => Lexer) =>
  defineLexer({
    states: {
      root: [
        [/(?:query|mutation|subscription)\b/, 'k', 'query'],
        [/\{/, 'p', ['query', 'selection']],
        [/fragment\b/, 'k', 'fragment'],
        [/scalar\b/, 'k', 'value'],
        [/(?:type|interface|enum)\b/, 'k', 'type'],
        [/(?:input|schema)\b/, 'k', 'type'],
        [/union\b/, 'k', 'union'],
        [/extend\b/, 'k'],
        ...BASIC,
        [/(""")(\n)([\s\S]*?)(\n)(""")/, description(find)],
      ],
      query: QUERY,
      fragment: [[/on\b/, 'k'], ...QUERY],
      type: [
        [/implements\b/, 'k'],
        [pattern(`${NAME}\\b`), 'n'],
        [/\(/, 'p', 'variables'],
        [/\{/, 'p', 'fields'],
        ...BASIC,
      ],
      union: [[pattern(`${NAME}\\b`), 'n'], [/=/, 'p', 'variant'], ...BASIC],
      variant: [[pattern(`${NAME}\\b`), 'n', '#goto:pipe'], ...BASIC],
      pipe: [[/\|/, 'p', '#goto:variant'], [/(?!\||\s+|#[^\n]*)/, '', '#pop:2'], ...BASIC],
      fields: [
        [/\}/, 'p', '#pop:2'],
        [pattern(`(${NAME})(\\s*)(\\()`), ['n', 'w', 'p'], 'variables'],
        [pattern(`${NAME}\\b`), 'n'],
        [/:/, 'p', 'typeName'],
        ...BASIC,
      ],
      arguments: [[/\)/, 'p', '#pop'], [pattern(`${NAME}\\b`), 'n'], [/:/, 'p', 'value'], ...BASIC],
      variables: [
        [/\)/, 'p', '#pop'],
        [pattern(`\\$${NAME}\\b`), 'nv'],
        [pattern(`${NAME}\\b`), 'n'],
        [/:/, 'p', 'typeName'],
        [/=/, 'p', 'value'],
        ...BASIC,
      ],
      typeName: [
        [/(?:Int|Float|String|Boolean|ID)\b/, 'nb', '#pop'],
        [pattern(`${NAME}\\b`), 'n', '#pop'],
        [/\[/, 'p', 'typeList'],
        ...BASIC,
      ],
      typeList: [
        [/(?:Int|Float|String|Boolean|ID)\b/, 'nb'],
        [pattern(`${NAME}\\b`), 'n'],
        [/\]/, 'p', '#pop:2'],
        ...BASIC,
      ],
      selection: [
        ...DIRECTIVES,
        [/\}/, leave('query', 'fragment')],
        [pattern(`(${NAME})(\\s*)(\\()`), ['n', 'w', 'p'], 'arguments'],
        [pattern(`(${NAME})(\\s*)(:)`), ['n', 'w', 'p']],
        [pattern(`${NAME}\\b`), 'n'],
        [/(\.\.\.)(\s+)(on)\b/, ['p', 'w', 'k']],
        [/\.\.\./, 'p'],
        [/\{/, 'p', '#push'],
        ...BASIC,
      ],
      list: [[/\]/, leave('value')], include('value')],
      object: [[/\}/, leave('value')], [pattern(`(${NAME})(\\s*)(:)`), ['n', 'w', 'p'], 'value'], ...BASIC],
      value: [
        [/"""[\s\S]*?"""/, 's2'],
        [pattern(`\\$${NAME}\\b`), scalar('nv')],
        [/(?:true|false|null)\b/, scalar('kc')],
        [/[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?/, scalar('mf')],
        [/[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?/, scalar('mi')],
        [quotedText('"'), scalar('s2')],
        [pattern(`${NAME}\\b`), scalar('n')],
        [/\{/, 'p', 'object'],
        [/\[/, 'p', 'list'],
        ...BASIC,
      ],
    },
  })

export const createGraphqlLexer = (_: unknown, find: FindLexer): Lexer => defineGraphql(find)()
