// Literate CoffeeScript: Markdown, and indented code.

import { type Action, defineLexer } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { createCoffeescriptLexer } from './coffeescript.ts'
import { createMarkdownLexer } from './markdown.ts'

const delegateTo =
  (key: string): Action =>
  (scan, match) =>
    (scan.memory[key] as Lexer).lex(match[0], scan.emit)

export const createLiterateCoffeescriptLexer = (options: unknown, find: FindLexer): Lexer =>
  defineLexer({
    start: (memory) => {
      memory['code'] = createCoffeescriptLexer()
      memory['text'] = createMarkdownLexer(options, find)
    },
    states: {
      root: [
        [/^(?: {4}.*\n)+/, delegateTo('code')],
        [/^(?: {0,3}(?:\S.*)?\n)*/, delegateTo('text')],
      ],
    },
  })()
