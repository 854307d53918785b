// Code to tokens: picks the lexer of a language (ours, else the library's, else none), keeps it within bounds, and remembers
// what it has lexed, since sites repeat their snippets.

import { isTooLong, runBounded } from './guard.ts'
import { findLanguage, type Language, libraryOf } from './languages.ts'
import { createOwnLexer, isSelfContained } from './lexers/registry.ts'
import { createLibraryLexer } from './library.ts'
import { collectTokens, type Lexer, type Token } from './token.ts'

// Enough for the snippets that a theme or a table of contents repeats, small beside the pages themselves.
const REMEMBERED_CHARACTERS = 500_000

// Nothing but the key of what was seen once: most snippets are never seen again, and tokens take many times the room of their code.
const remembered = new Map<string, readonly Token[] | undefined>()
let rememberedSize = 0

// Our own tables are made to take steady time; up to this length they need no clock, which costs more than a short block does. The
// library's grammars always run against it.
const SHORT_BLOCK = 2000

interface Chosen {
  readonly lexer: Lexer
  /** Does it, or a lexer inside it, come from the library? */
  usesLibrary(): boolean
}

const chooseLexer = (language: Language): Chosen | undefined => {
  let library = false
  const create = (one: Language, depth: number): Lexer | undefined => {
    const find = (name: string): Lexer | undefined => {
      const inner = depth > 3 ? undefined : findLanguage(name, '')
      return inner && create({ tag: inner.tag, options: one.options }, depth + 1)
    }
    const own = createOwnLexer(one.tag, one.options, find)
    if (own) return own
    const grammar = libraryOf(one.tag)
    if (grammar === undefined) return undefined
    library = true
    return createLibraryLexer(one.tag, grammar)
  }
  const lexer = create(language, 0)
  return lexer && { lexer, usesLibrary: () => library }
}

const lexWithin = (language: Language, code: string): readonly Token[] => {
  const plain: readonly Token[] = code === '' ? [] : [{ kind: '', text: code }]
  if (isTooLong(code)) return plain
  const chosen = chooseLexer(language)
  if (!chosen) return plain
  const { lexer } = chosen
  let tokens: readonly Token[] = plain
  const lex = (): void => {
    tokens = collectTokens((emit) => lexer.lex(code, emit))
  }
  if (code.length <= SHORT_BLOCK && !chosen.usesLibrary() && isSelfContained(language.tag)) lex()
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
