// Headers of RISC OS' modules in C.

import { defineLexer } from '../grammar.ts'

export const createCmhgLexer = defineLexer(() => ({
  states: {
    root: [
      [/;[^\n]*/, 'c'],
      [
        /^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t].*)?)?)(?=\n)/,
        ['', 'cp'],
      ],
      [/[-a-z]+:/, 'kd'],
      [/[a-z_]\w+/i, 'ni'],
      [/"[^"]*"/, 's'],
      [/(?:&|0x)[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'm'],
      [/[,/()]/, 'p'],
      [/[ \t]+|\n+/, ''],
    ],
  },
}))
