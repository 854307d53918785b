// The lexers of our own, by tag. Every other language goes through the library.

import type { Lexer, LexerOptions } from '../token.ts'
import { createConsoleLexer } from './console.ts'
import { createDiffLexer } from './diff.ts'
import { createJsonLexer } from './json.ts'
import { createLiquidLexer } from './liquid.ts'
import { createMakeLexer } from './make.ts'
import { createPlaintextLexer } from './plaintext.ts'
import { createShellLexer } from './shell.ts'
import { createYamlLexer } from './yaml.ts'

export type FindLexer = (name: string) => Lexer | undefined
type Factory = (options: LexerOptions, find: FindLexer) => Lexer

const FACTORIES: Readonly<Record<string, Factory>> = {
  console: createConsoleLexer,
  diff: createDiffLexer,
  json: createJsonLexer,
  liquid: createLiquidLexer,
  make: createMakeLexer,
  plaintext: createPlaintextLexer,
  shell: createShellLexer,
  yaml: createYamlLexer,
}

export const createOwnLexer = (tag: string, options: LexerOptions, find: FindLexer): Lexer | undefined =>
  Object.hasOwn(FACTORIES, tag) ? FACTORIES[tag]?.(options, find) : undefined
