// Puppet's templates.

import { type Action, defineLexer } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createPuppetLexer } from './puppet.ts'

const puppet: Action = (scan, match) => (scan.memory['puppet'] as Lexer).lex(match[0], scan.emit)

const CLOSE = /%%>|(?:\|\s*)?-?%>/
const BEFORE_CLOSE = /[\s\S]+?(?=%%>|(?:\|\s*)?-?%>)|[\s\S]+/

export const createEppLexer = defineLexer(() => ({
  start: (memory) => {
    memory['puppet'] = createPuppetLexer()
  },
  states: {
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%%|<%=|<%-?(?:\s*\|)?/, 'cp', 'puppet'],
      [/[\s\S]+?(?=<%)|[\s\S]+/, ''],
    ],
    comment: [
      [CLOSE, 'c', '#pop'],
      [BEFORE_CLOSE, 'c'],
    ],
    puppet: [
      [CLOSE, 'cp', '#pop'],
      [BEFORE_CLOSE, puppet],
    ],
  },
}))
