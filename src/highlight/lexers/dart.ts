// Dart.

import { type Action, anyOf, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const KEYWORDS =
  anyOf(`as assert await break case catch continue default do else finally for if in is new rethrow return super
  switch this throw try while when with yield`)
const DECLARATIONS =
  anyOf(`abstract base async dynamic const covariant external extends factory final get implements interface late
  native on operator required sealed set static sync typedef var`)
const TYPES =
  anyOf(`bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Record Set String
  Symbol Type Uri void`)

const method: Action = (scan, match) => {
  createDartLexer().lex(match[1] ?? '', scan.emit)
  scan.emit('nf', match[2] ?? '')
  scan.emit('', match[3] ?? '')
  scan.emit('p', match[4] ?? '')
}

const STRING: readonly Rule[] = [
  [/\$[a-zA-Z_]\w*/, 'si'],
  [/\$\{[^}]+\}/, 'si'],
  [/\\[nrt"'\\]/, 'se'],
]

export const createDartLexer: () => Lexer = defineLexer({
  states: {
    root: [
      [/^(\s*(?:[a-zA-Z_][a-zA-Z\d_.[\]]*\s+)+?)([a-zA-Z_]\w*)(\s*)(\()/, method],
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/"/, 's', 'doubleQuoted'],
      [/'/, 's', 'singleQuoted'],
      [/r"[^"]*"/, 'sx'],
      [/r'[^']*'/, 'sx'],
      [/#(?:[a-zA-Z_]\w*)*/i, 'ss'],
      [/@[a-zA-Z_]\w*/, 'nd'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${DECLARATIONS})\\b`), 'kd'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(?:class|mixin)\b/, 'kd', 'className'],
      [/(?:import|deferred|export|library|part\s*of|part|source)\b/, 'kn', 'imported'],
      [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [/\$?[a-zA-Z_]\w*/, 'n'],
      [/[~^*!%&|+=:/?-]/, 'o'],
      [/[[\](){}<>.,;]/, 'p'],
      [/\d*\.\d+(?:[eE]-?\d+)?/, 'mf'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+L?/, 'mi'],
    ],
    className: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc', '#pop'],
    ],
    doubleQuoted: [[/"/, 's', '#pop'], [/[^\\$"]+/, 's'], ...STRING],
    singleQuoted: [[/'/, 's', '#pop'], [/[^\\$']+/, 's'], ...STRING],
    imported: [[/;/, 'o', '#pop'], [/(?:show|hide)\b/, 'kd'], include('root')],
  },
})
