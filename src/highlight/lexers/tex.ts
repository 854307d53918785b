// TeX and LaTeX.

import { defineLexer, include, type Rule } from '../grammar.ts'

const COMMAND = /\\(?:[a-z]+|\s+|.)/i
const GENERAL: readonly Rule[] = [
  [/%.*$/, 'c'],
  [/[{}&_^]/, 'p'],
]

export const createTexLexer = defineLexer({
  states: {
    root: [
      [/\\\[/, 'p', 'displayed'],
      [/\\\(/, 'p', 'inline'],
      [/\$\$/, 'p', 'displayed'],
      [/\$/, 'p', 'inline'],
      [/\\(?:begin|end)\{.*?\}/, 'nt'],
      [/(\\verb)\b(\S)(.*?)(\2)/, ['nb', 'kp', 'sx', 'kp']],
      [COMMAND, 'k', 'command'],
      ...GENERAL,
      [/[^\\$%&_^{}]+/, ''],
    ],
    math: [[COMMAND, 'nv'], ...GENERAL, [/[0-9]+/, 'm'], [/[-=!+*/()[\]]/, 'o'], [/[^=!+*/()[\]\\$%&_^{}0-9-]+/, 'nb']],
    inline: [[/\\\)/, 'p', '#pop'], [/\$/, 'p', '#pop'], include('math')],
    displayed: [[/\\\]/, 'p', '#pop'], [/\$\$/, 'p', '#pop'], [/\$/, 'nb'], include('math')],
    command: [
      [/\[.*?\]/, 'na'],
      [/\*/, 'k'],
      [/(?:)/, '', '#pop'],
    ],
  },
})
