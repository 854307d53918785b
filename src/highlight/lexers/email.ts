// E-mail: fields, then a text in which quotations stand out.

import { defineLexer } from '../grammar.ts'

export const createEmailLexer = defineLexer(() => ({
  initial: ['root', 'fields'],
  states: {
    fields: [
      [/:/, 'o', 'field'],
      [/[^\n\r:]+|[\n\r]/, 'nt'],
    ],
    field: [
      [/(?:\r?\n){2}/, '', '#pop:2'],
      [/\r?\n(?![ \v\t\f])/, '', '#pop'],
      [/[^\n\r]+|[\n\r]/, 'na'],
    ],
    root: [
      [/\n/, ''],
      [/^>.*/, 'c'],
      [/.+/, ''],
    ],
  },
}))
