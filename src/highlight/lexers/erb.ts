// ERB: Ruby between <% and %>, HTML around it.

import { type Action, defineLexer } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createHtmlLexer } from './html.ts'
import { createRubyLexer } from './ruby.ts'

const delegate =
  (name: string): Action =>
  (scan, match) =>
    (scan.memory[name] as Lexer).lex(match[0], scan.emit)

export const createErbLexer = defineLexer({
  start: (memory) => {
    memory['html'] = createHtmlLexer()
    memory['ruby'] = createRubyLexer()
  },
  states: {
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%%|<%=|<%-|<%/, 'cp', 'ruby'],
      [/[\s\S]+?(?=<%)|[\s\S]+/, delegate('html')],
    ],
    comment: [
      [/%%>|-%>|%>/, 'c', '#pop'],
      [/[\s\S]+?(?=%%>|-%>|%>)|[\s\S]+/, 'c'],
    ],
    ruby: [
      [/%%>|-%>|%>/, 'cp', '#pop'],
      [/[\s\S]+?(?=%%>|-%>|%>)|[\s\S]+/, delegate('ruby')],
    ],
  },
})
