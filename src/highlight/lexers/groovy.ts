// Groovy.

import { type Action, defineLexer, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const KEYWORDS =
  wordSet(`assert break case catch continue default do else finally for if goto instanceof new return switch this throw
  try while in as`)
const DECLARATIONS =
  wordSet(`abstract const extends final implements native private protected public static strictfp super
  synchronized throws transient volatile`)
const TYPES = wordSet('def var boolean byte char double float int long short void')

const named: Action = (scan, match) => {
  const name = match[0]
  if (KEYWORDS.has(name)) scan.emit('k', name)
  else if (DECLARATIONS.has(name)) scan.emit('kd', name)
  else if (TYPES.has(name)) scan.emit('kt', name)
  else scan.emit(/^(?:true|false|null)$/.test(name) ? 'kc' : 'n', name)
}

const method: Action = (scan, match) => {
  createGroovyLexer().lex(match[1] ?? '', scan.emit)
  scan.emit('nf', match[2] ?? '')
  scan.emit('', match[3] ?? '')
  scan.emit('o', match[4] ?? '')
}

export const createGroovyLexer: () => Lexer = defineLexer({
  states: {
    root: [
      [/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w+)(\s*)(\()/, method],
      [/[^\S\n]+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/@\w[\w.]*/, 'nd'],
      [/(?:class|interface|trait|enum|record)\b/, 'kd', 'className'],
      [/(?:package|import)\b/, 'kn', 'imported'],
      [/"""[\s\S]*?"""/, 's2'],
      [/'''[\s\S]*?'''/, 's1'],
      [/"(?:\\[\s\S]|[^\\\n])*?"/, 's2'],
      [/'(?:\\[\s\S]|[^\\\n])*?'/, 's1'],
      [/\$\/(?:\$[\s\S]|[^$])*?\/\$/, 's'],
      [/\/(?:\\[\s\S]|[^\\\n])*?\//, 's'],
      [/'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'/, 'sc'],
      [/(\.)([a-zA-Z_][a-zA-Z0-9_]*)/, ['o', 'na']],
      [/[a-zA-Z_][a-zA-Z0-9_]*:/, 'nl'],
      [/[a-zA-Z_$][a-zA-Z0-9_]*/, named],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-f]+/, 'mh'],
      [/[0-9]+L?/, 'mi'],
      [/\n/, ''],
    ],
    className: [
      [/\s+/, ''],
      [/\w+/, 'nc', '#pop'],
    ],
    imported: [
      [/\s+/, ''],
      [/[\w.]+[*]?/, 'nn', '#pop'],
    ],
  },
})
