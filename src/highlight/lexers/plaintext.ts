// Text without any highlighting. `plaintext?token=Generic.Output` gives all of it one class.

import type { Lexer, LexerOptions } from '../token.ts'

// The token names that are worth writing there, by the names that Rouge knows them under.
const KINDS: Readonly<Record<string, string>> = {
  Comment: 'c',
  Error: 'err',
  'Generic.Error': 'gr',
  'Generic.Output': 'go',
  'Generic.Prompt': 'gp',
  Keyword: 'k',
  'Literal.String': 's',
  Name: 'n',
}

export const createPlaintextLexer = (options: LexerOptions): Lexer => {
  const kind = KINDS[options['token'] ?? ''] ?? ''
  return { reset: () => {}, lex: (text, emit) => emit(kind, text) }
}
