// Smalltalk.

import { defineLexer, LEAVE, pattern, type Rule } from '../grammar.ts'

const SIGN = '[-+*/\\\\~<>=|&!?,@%]'

const SPACES: readonly Rule[] = [
  [/! !$/, 'k'],
  [/\s+/, ''],
  [/"[^"]*"/, 'c'],
]

const LITERALS: readonly Rule[] = [
  [/'[^']*'/, 's', 'afterObject'],
  [/[$]./, 'sc', 'afterObject'],
  [/#\(/, 'ss', 'array'],
  [/(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?/, 'm', 'afterObject'],
  [pattern(`#(?:"[^"]*"|${SIGN}+|[\\w:]+)`), 'ss', 'afterObject'],
]

const ARRAY: readonly Rule[] = [
  [/#\(/, 'ss', 'innerArray'],
  [/\)/, 'ss', '#pop'],
  ...SPACES,
  ...LITERALS,
  [pattern(`(?:${SIGN}|[\\w:])+`), 'ss'],
]

export const createSmalltalkLexer = defineLexer(() => ({
  states: {
    root: [
      [/(<)(\w+:)(.*?)(>)/, ['p', 'k', '', 'p']],
      ...SPACES,
      [/([a-z]\w*:)(\s*)(\w+)/i, ['nf', '', 'nv']],
      [/^([a-z]\w*\b)(\s*)$/i, ['nf', '']],
      [pattern(`^(${SIGN}+)(\\s*)(\\w+)(\\s*)$`), ['nf', '', 'nv', '']],
      [/(\|)([\w\s]*)(\|)/, ['p', 'nv', 'p']],
      [/\[/, 'p', 'blockVariables'],
      [/(?:self|super|true|false|nil|thisContext)\b/, 'bp', 'afterObject'],
      [/[A-Z]\w*(?!:)\b/, 'nc', 'afterObject'],
      [/[a-z]\w*(?!:)\b/, 'nv', 'afterObject'],
      ...LITERALS,
      [/\^|:=|_/, 'o'],
      [/[)}\]]/, 'p', 'afterObject'],
      [/[({!]/, 'p'],
    ],
    blockVariables: [...SPACES, [/(:)(\s*)(\w+)/, ['o', '', 'nv']], [/\|/, 'p', '#pop'], LEAVE],
    array: [[/\)/, 'ss', '#goto:afterObject'], ...ARRAY],
    innerArray: ARRAY,
    afterObject: [
      ...SPACES,
      [/(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):/, 'nb', '#pop'],
      [/new(?!:)\b/, 'nb'],
      [/:=|_/, 'o', '#pop'],
      [/[a-z]\w*:/i, 'nf', '#pop'],
      [/[a-z]\w*/i, 'nf'],
      [pattern(`${SIGN}+`), 'nf', '#pop'],
      [/\./, 'p', '#pop'],
      [/;/, 'p'],
      LEAVE,
    ],
  },
}))
