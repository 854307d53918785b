// Code to tokens: picks the lexer of a language (ours, else the library's, else none), keeps it within bounds, and remembers
// what it has lexed, since sites repeat their snippets.

import { isTooLong, runBounded } from './guard.ts'
import { findLanguage, type Language, libraryOf } from './languages.ts'
import { createOwnLexer } from './lexers/registry.ts'
import { createLibraryLexer } from './library.ts'
import { collectTokens, type Lexer, type Token } from './token.ts'

// Enough for the snippets that a theme or a table of contents repeats, small beside the pages themselves.
const REMEMBERED_CHARACTERS = 4_000_000

const remembered = new Map<string, readonly Token[]>()
let rememberedSize = 0

const createLexer = (language: Language, depth = 0): Lexer | undefined => {
  const find = (name: string): Lexer | undefined => {
    const inner = depth > 3 ? undefined : findLanguage(name, '')
    return inner && createLexer({ tag: inner.tag, options: language.options }, depth + 1)
  }
  const own = createOwnLexer(language.tag, language.options, find)
  if (own) return own
  const grammar = libraryOf(language.tag)
  return grammar === undefined ? undefined : createLibraryLexer(language.tag, grammar)
}

const lexWithin = (language: Language, code: string): readonly Token[] => {
  const plain: readonly Token[] = code === '' ? [] : [{ kind: '', text: code }]
  if (isTooLong(code)) return plain
  const lexer = createLexer(language)
  if (!lexer) return plain
  let tokens: readonly Token[] = plain
  const finished = runBounded(() => {
    tokens = collectTokens((emit) => lexer.lex(code, emit))
  })
  return finished ? tokens : plain
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
  remembered.set(key, tokens)
  rememberedSize += key.length
  return tokens
}
