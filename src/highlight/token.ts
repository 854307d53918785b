// A token is a run of source text and the short class name that Rouge's HTML gives it: 'k', 'nf', 's2'. '' is plain text.

export type Emit = (kind: string, text: string) => void

export interface Token {
  readonly kind: string
  readonly text: string
}

/** A lexer keeps its state from one `lex` to the next, so that a host language can hand it its text piece by piece. */
export interface Lexer {
  readonly reset: () => void
  readonly lex: (text: string, emit: Emit) => void
  /** Leaves the state if that is where the lexer is. */
  readonly leave?: (state: string) => void
}

/** What may follow the `?` of a language: `console?lang=ruby&prompt=>`. */
export type LexerOptions = Readonly<Record<string, string>>

/** Makes a lexer for another language that stands inside of one. */
export type FindLexer = (name: string) => Lexer | undefined
export type LexerFactory = (options: LexerOptions, find: FindLexer) => Lexer

/** Collects tokens; neighbours of one kind become one token, and empty ones vanish. */
export const collectTokens = (run: (emit: Emit) => void): Token[] => {
  const tokens: Token[] = []
  let kind = ''
  let text = ''
  run((nextKind, nextText) => {
    if (nextText === '') return
    if (nextKind === kind) {
      text += nextText
      return
    }
    if (text !== '') tokens.push({ kind, text })
    kind = nextKind
    text = nextText
  })
  if (text !== '') tokens.push({ kind, text })
  return tokens
}
