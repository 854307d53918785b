// Translated messages of RISC OS.

import { defineLexer } from '../grammar.ts'

export const createMsgtransLexer = defineLexer(() => ({
  states: {
    root: [
      [/^#[^\n]*/, 'c'],
      [/[^\t\n\r ,):?/]+/, 'nv'],
      [/[\n/?]/, 'o'],
      [/:/, 'o', 'value'],
    ],
    value: [
      [/\n/, '', '#pop'],
      [/%[0-3%]/, 'o'],
      [/[^\n%]+/, 's'],
    ],
  },
}))
