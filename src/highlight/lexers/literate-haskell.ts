// Literate Haskell: text, and lines of code after a `>`.

import { type Action, defineLexer } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createHaskellLexer } from './haskell.ts'

const code: Action = (scan, [, sign = '', line = '']) => {
  scan.emit('nl', sign)
  ;(scan.memory['haskell'] as Lexer).lex(line, scan.emit)
}

export const createLiterateHaskellLexer = defineLexer(() => ({
  start: (memory) => {
    memory['haskell'] = createHaskellLexer()
  },
  states: {
    root: [
      [/\s*?\n(?=>)/, '', 'code'],
      [/.*\n?/, ''],
    ],
    code: [
      [/(>)( .*\n?)/, code],
      [/\s*\n(?=\s*[^>])/, '', '#pop'],
    ],
  },
}))
