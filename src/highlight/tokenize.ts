// Code to tokens: picks the lexer of a language, where there is one, keeps it within bounds, and remembers what it has lexed, since sites
// repeat their snippets.

import { isTooLong, runBounded } from './guard.ts'
import { findLanguage, type Language } from './languages.ts'
import { createLexer, isSelfContained } from './lexers/registry.ts'
import { collectTokens, type Lexer, type Token } from './token.ts'

// Enough for the snippets that a theme or a table of contents repeats, small beside the pages themselves.
const REMEMBERED_CHARACTERS = 500_000

// Nothing but the key of what was seen once: most snippets are never seen again, and tokens take many times the room of their code.
const remembered = new Map<string, readonly Token[] | undefined>()
let rememberedSize = 0

// The tables are made to take steady time; up to this length they need no clock, which costs more than a short block does.
const SHORT_BLOCK = 2000

const chooseLexer = ({ tag, options }: Language, depth = 0): Lexer | undefined =>
  createLexer(tag, options, (name) => {
    const inner = depth > 3 ? undefined : findLanguage(name, '')
    return inner && chooseLexer({ tag: inner.tag, options }, depth + 1)
  })

const lexWithin = (language: Language, code: string): readonly Token[] => {
  const plain: readonly Token[] = code === '' ? [] : [{ kind: '', text: code }]
  if (isTooLong(code)) return plain
  const lexer = chooseLexer(language)
  if (!lexer) return plain
  let tokens: readonly Token[] = plain
  const lex = (): void => {
    tokens = collectTokens((emit) => lexer.lex(code, emit))
  }
  if (code.length <= SHORT_BLOCK && isSelfContained(language.tag)) lex()
  else if (!runBounded(lex)) return plain
  return tokens
}

export const tokenize = (language: Language, code: string): readonly Token[] => {
  const key = `${language.tag}\n${JSON.stringify(language.options)}\n${code}`
  const known = remembered.get(key)
  if (known) return known
  const tokens = lexWithin(language, code)
  if (rememberedSize > REMEMBERED_CHARACTERS) {
    remembered.clear()
    rememberedSize = 0
  }
  remembered.set(key, remembered.has(key) ? tokens : undefined)
  rememberedSize += key.length
  return tokens
}
