// Syzprog, in which syzkaller writes its programs of system calls.

import { byWord, defineLexer, LEAVE, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT
  ANYUNION AUTO async fail_nth false nil rerun true void`)

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*/, 'c'],
]
const TERM: readonly Rule[] = [
  [/-?0x[\da-f]+/i, 'mh'],
  [/-?\d+/, 'mi'],
  [/"[^"]*"/, 's2'],
  [/`[^`]*`/, 'sb'],
  [/'[^']*'/, 's1'],
  [/r[0-9]+/, 'kp'],
  [/[a-zA-Z_]\w*/, byWord({ k: KEYWORDS }, 'n')],
]

export const createSyzprogLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/(r[0-9]+)(\s+)(=)/, ['kp', '', 'p']],
      [
        /([a-zA-Z_]\w*)(?!\w)(\$)?(\w+)?(\s+)?(\()/,
        ['nf', 'p', 'fm', '', 'p'],
        ['properties', 'inlineSpace', 'parameters', 'space'],
      ],
      // In a name that is not called only a result at its end stands for something.
      [/[a-zA-Z_](?:(?!r[0-9]+\s+=)\w)*/, 'err'],
    ],
    space: [...SPACE, LEAVE],
    inlineSpace: [[/[ \t]+/, ''], LEAVE],
    properties: [[/\(/, 'p', 'propertyList'], LEAVE],
    propertyList: [...SPACE, ...TERM, [/[,:]/, 'p'], [/\)/, 'p', '#pop']],
    parameters: [...SPACE, ...TERM, [/[@&=,<>{}[\]!#$%^*\-+/|~:;.?]/, 'p'], [/\(/, 'p', '#push'], [/\)/, 'p', '#pop']],
  },
}))
