// HashiCorp's configuration language, and Terraform's dialect of it.

import { type Action, defineLexer, include, type Rule, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const ID = /[$a-z_-][a-z0-9_-]*/i
const NONE: ReadonlySet<string> = new Set()

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/#.*?$/, 'c1'],
  [/\/[*]/, 'cm', 'comment'],
]

const beginHeredoc: Action = (scan, match) => {
  const kinds = ['o', '', 'sh', 'sh', 'no', 'sh']
  for (const [index, kind] of kinds.entries()) scan.emit(kind, match[index + 1] ?? '')
  scan.memory['heredoc'] = match[5]
  scan.move('heredoc')
}

const heredocLine: Action = (scan, match) => {
  const ends = scan.memory['heredoc'] === match[1]
  scan.emit(ends ? 'no' : 'sh', match[0])
  if (ends) scan.move('#pop:2')
}

const PRIMITIVES: readonly Rule[] = [
  [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?/, 'mf'],
  [/[0-9]+(?:[kKmMgG]b?)?/, 'mi'],
  [/[-+*/!%&<>|=:?]/, 'o'],
  [/"/, 's2', 'doubleQuoted'],
  [/'/, 's1', 'singleQuoted'],
  [/(<<-?)(\s*)('?)(\\?)(\w+)(\3)/, beginHeredoc],
]

interface Dialect {
  readonly keywords: ReadonlySet<string>
  readonly declarations: ReadonlySet<string>
  readonly interpolates: boolean
}

const kindOf = ({ keywords, declarations }: Dialect, name: string): string => {
  if (keywords.has(name)) return 'k'
  if (declarations.has(name)) return 'kd'
  return /^(?:true|false|null)$/.test(name) ? 'kc' : 'nx'
}

const defineHcl = (dialect: Dialect): (() => Lexer) => {
  const escapes: readonly Rule[] = [
    [/\\./, 'se'],
    [/(?:\$\$+|%%+)\{/, 's'],
    [/\$\{/, 'p', 'interpolated'],
  ]
  const quoted = (quote: string, kind: string): readonly Rule[] =>
    dialect.interpolates
      ? [[{ source: `[^\\\\${quote}$]+`, flags: '' }, kind], ...escapes, [{ source: quote, flags: '' }, kind, '#pop']]
      : [
          [{ source: `[^\\\\${quote}]+`, flags: '' }, kind],
          [{ source: `\\\\${quote}`, flags: '' }, 'se'],
          [{ source: quote, flags: '' }, kind, '#pop'],
        ]
  return defineLexer({
    states: {
      root: [
        ...SPACE,
        ...PRIMITIVES,
        [/\{/, 'p', 'hash'],
        [/\[/, 'p', 'array'],
        [
          ID,
          (scan, match) => {
            const kind = kindOf(dialect, match[0])
            scan.emit(kind, match[0])
            if (kind !== 'kc') scan.move('composite')
          },
        ],
      ],
      comment: [
        [/[*]\//, 'cm', '#pop'],
        [/[^*/]+|[*/]/, 'cm'],
      ],
      composite: [
        ...SPACE,
        [/\{/, 'p', '#goto:hash'],
        [/\[/, 'p', '#goto:array'],
        include('root'),
        [/(?:)/, '', '#pop'],
      ],
      hash: [...SPACE, [/[.,()\\/*]/, 'p'], [/=/, 'p'], [/\}/, 'p', '#pop'], include('root')],
      array: [...SPACE, [/[.,()\\/*]/, 'p'], [/\]/, 'p', '#pop'], include('root')],
      doubleQuoted: quoted('"', 's2'),
      singleQuoted: quoted("'", 's1'),
      heredoc: [[/\n/, 'sh', 'heredocLine'], [/[^$\n]+/, 'sh'], [/\$/, 'sh'], ...(dialect.interpolates ? escapes : [])],
      heredocLine: [
        [/\s*(\w+)\s*\n/, heredocLine],
        [/(?:)/, '', '#pop'],
      ],
      interpolated: [[/\}/, 'p', '#pop'], include('expression')],
      expression: [
        [/"\//, 'dl', '#goto:regex'],
        ...PRIMITIVES,
        [/\s+/, ''],
        [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=/, 'o'],
        [/[-<>+*%&|^/!=?:]=?/, 'o'],
        [/[([,)\].]/, 'p'],
        [ID, (scan, match) => scan.emit(kindOf(dialect, match[0]), match[0])],
      ],
      regex: [
        [/[^"/\\]+/, 'sr'],
        [/\\./, 'sr'],
        [/\/"/, 'dl', '#pop'],
        [/["/]/, 'sr'],
      ],
    },
  })
}

export const createHclLexer = defineHcl({ keywords: NONE, declarations: NONE, interpolates: false })

export const createTerraformLexer = defineHcl({
  keywords: wordSet('terraform module provider variable resource data provisioner output'),
  declarations: wordSet('var local'),
  interpolates: true,
})
