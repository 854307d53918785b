// Languages inside of a template. Each is made when it is first met, and goes on where it left off.

import type { Action, Scan } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'

export interface Embedded {
  /** Forgets where the languages are. To be called at every reset. */
  readonly start: (memory: Record<string, unknown>) => void
  readonly lexer: (scan: Scan, name: string) => Lexer | undefined
  /** An action that lexes a match, or one group of it, in the language. */
  readonly lex: (name: string, group?: number) => Action
}

type Lexers = Map<string, Lexer | undefined>

export const embed = (find: FindLexer): Embedded => {
  const lexer = (scan: Scan, name: string): Lexer | undefined => {
    const lexers = scan.memory['embedded'] as Lexers
    if (!lexers.has(name)) lexers.set(name, find(name))
    return lexers.get(name)
  }
  return {
    start: (memory) => {
      memory['embedded'] = new Map() satisfies Lexers
    },
    lexer,
    lex:
      (name, group = 0) =>
      (scan, match) => {
        const text = match[group] ?? ''
        const inner = lexer(scan, name)
        if (inner) inner.lex(text, scan.emit)
        else scan.emit('', text)
      },
  }
}
