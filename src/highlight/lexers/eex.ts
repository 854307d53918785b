// EEx: Elixir between <% and %>, HTML around it.

import { defineLexer } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'

const defineEex = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        [/<%#/, 'c', 'comment'],
        [/<%%|<%=|<%/, 'cp', 'elixir'],
        [/[\s\S]+?(?=<%)|[\s\S]+/, embedded.lex('html')],
      ],
      comment: [
        [/%%>|%>/, 'c', '#pop'],
        [/[\s\S]+?(?=%%>|%>)|[\s\S]+/, 'c'],
      ],
      elixir: [
        [/%%>|%>/, 'cp', '#pop'],
        [/[\s\S]+?(?=%%>|%>)|[\s\S]+/, embedded.lex('elixir')],
      ],
    },
  })
}

export const createEexLexer = (_: unknown, find: FindLexer): Lexer => defineEex(find)()
