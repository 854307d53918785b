// Brainfuck.

import { defineLexer, LEAVE, type Rule } from '../grammar.ts'

const COMMANDS: readonly Rule[] = [
  [/[^><+\-.,[\]]+/, 'c1'],
  [/[><]+/, 'nb'],
  [/[+\-.,]+/, 'nf'],
]

export const createBrainfuckLexer = defineLexer(() => ({
  initial: ['root', 'beginning'],
  states: {
    beginning: [[/\s+/, ''], [/\[/, 'cm', 'comment'], LEAVE],
    root: [[/\]/, 'err'], [/\[/, 'p', 'loop'], ...COMMANDS],
    loop: [[/\[/, 'p', '#push'], [/\]/, 'p', '#pop'], ...COMMANDS],
    comment: [
      [/\[/, 'cm', '#push'],
      [/\]/, 'cm', '#pop'],
      [/[^[\]]+/, 'cm'],
    ],
  },
}))
