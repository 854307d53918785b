// sed's scripts.

import { type Action, defineLexer, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const createRegexLexer = defineLexer(() => ({
  states: {
    root: [
      [/\\./, 'se'],
      [/\[/, 'p', 'brackets'],
      [/[$^.*]/, 'o'],
      [/[()]/, 'p'],
      [/./, 'sr'],
    ],
    brackets: [
      [/\^/, 'p', '#goto:members'],
      [/(?:)/, '', '#goto:members'],
    ],
    members: [
      [/.-./, 'nv'],
      [/\]/, 'p', '#pop'],
      [/./, 'sr'],
    ],
  },
}))

const createReplacementLexer = defineLexer(() => ({
  states: {
    root: [
      [/\\[\s\S]/, 'se'],
      [/&/, 'o'],
      [/[^\\&]+/, ''],
    ],
  },
}))

const substitute =
  (kinds: readonly [string, string]): Action =>
  (scan, [, command = '', delimiter = '', first = '', , second = '']) => {
    scan.emit('k', command)
    scan.emit('p', delimiter)
    ;(scan.memory[kinds[0]] as Lexer).lex(first, scan.emit)
    scan.emit('p', delimiter)
    ;(scan.memory[kinds[1]] as Lexer).lex(second, scan.emit)
    scan.emit('p', delimiter)
  }

/** An address between slashes, or between what a backslash makes its delimiter. */
const address: Action = (scan, [text, one, other]) => {
  const delimiter = one ?? other ?? '/'
  const from = text.startsWith('/') ? 1 : 1 + delimiter.length
  scan.emit('kn', text.slice(0, from))
  ;(scan.memory['regex'] as Lexer).lex(text.slice(from, -delimiter.length), scan.emit)
  scan.emit('kn', delimiter)
}

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*?\n/, 'c', '#root'],
  [/;/, 'p', '#root'],
]

export const createSedLexer = defineLexer(() => ({
  start: (memory) => {
    memory['regex'] = createRegexLexer()
    memory['replacement'] = createReplacementLexer()
  },
  states: {
    root: [
      ...SPACE,
      [/\d+/, 'kn'],
      [/[$,~+!]/, 'kn'],
      [/\/(?:[^/\\\n]|\\.)*\/|\/.*\//, address],
      [/\\(.)(?:(?!\1)[^\\\n]|\\.)*\1|\\(.).*\2/, address],
      [/(?:)/, '', 'command'],
    ],
    command: [
      ...SPACE,
      [
        /(s)([\s\S])((?:(?!\2)[^\\]|\\[\s\S])*)(\2)((?:(?!\2)[^\\]|\\[\s\S])*)\2/,
        substitute(['regex', 'replacement']),
        '#goto:flags',
      ],
      [
        /(y)([\s\S])((?:(?!\2)[^\\]|\\[\s\S])*)(\2)((?:(?!\2)[^\\]|\\[\s\S])*)\2/,
        substitute(['replacement', 'replacement']),
        '#pop',
      ],
      [/([aic])(\s*)/, ['k', ''], '#goto:text'],
      [/[pd]/, 'k'],
      [/([ql])(\s+)(\d+)/i, ['k', '', 'm'], '#pop'],
      [/[={}dDgGhHlnpPqx]/, 'k', '#pop'],
      [/([rRwW])(\s+)(\S+)/, ['k', '', 'n'], '#pop'],
      [/([:btT])(\s+)(\S+)/, ['k', '', 'nl'], '#pop'],
    ],
    text: [
      [/[^\\\n]+/, 's'],
      [/\\\n/, 'se'],
      [/\\/, 's'],
      [/\n/, '', '#pop'],
    ],
    // quirk(rouge): `w file` is written once as each of its three parts.
    flags: [
      [/[gp]+/, 'k', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
  },
}))
