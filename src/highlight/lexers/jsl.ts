// JSL, the language of JMP.

import { defineLexer } from '../grammar.ts'

export const createJslLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/<</, 'o', 'message'],
      // Names may have spaces in them.
      [/(::|:)?([a-zA-Z_][\w\s'%.\\]*)(\()/, ['p', 'k', 'p']],
      [
        /\d{2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{2}(?:\d{2})?(?::\d{2}:\d{2}(?::\d{2}(?:\.\d*)?)?)?/i,
        'ld',
      ],
      [/-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]*)(?:e[+-]?[0-9]+)?i?/i, 'm'],
      [/(::|:)?([a-z_][\w\s'%.\\]*|"(?:\\!"|[^"])*?"n)/i, ['p', 'nv']],
      [/(")(\\\[)([\s\S]*?)(\]\\)(")/, ['s2', 'se', 's2', 'se', 's2']],
      [/"/, 's2', 'string'],
      [/[-+*/!%&<>|=:`^]/, 'o'],
      [/[[\](){},;]/, 'p'],
    ],
    message: [
      [/\s+/, 'w'],
      [/[a-zA-Z_][\w\s'%.\\]*/, 'nf'],
      [/[(),;]/, 'p', '#pop'],
      [/[&|!=<>]/, 'o', '#pop'],
    ],
    string: [
      [/\\![btrnNf0\\"]/, 'se'],
      [/\\/, 's2'],
      [/"/, 's2', '#pop'],
      [/[^\\"]+/, 's2'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
  },
}))
