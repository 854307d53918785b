// The lexers of our own, by tag. Every other language goes through the library.

import type { Lexer, LexerOptions } from '../token.ts'
import { createConsoleLexer } from './console.ts'
import { createCssLexer } from './css.ts'
import { createDiffLexer } from './diff.ts'
import { createElixirLexer } from './elixir.ts'
import { createHtmlLexer, createXmlLexer } from './html.ts'
import { createIniLexer, createTomlLexer } from './ini.ts'
import { createJavascriptLexer, createTypescriptLexer } from './javascript.ts'
import { createJsonLexer } from './json.ts'
import { createLiquidLexer } from './liquid.ts'
import { createMakeLexer } from './make.ts'
import { createMarkdownLexer } from './markdown.ts'
import { createPlaintextLexer } from './plaintext.ts'
import { createRubyLexer } from './ruby.ts'
import { createRustLexer } from './rust.ts'
import { createShellLexer } from './shell.ts'
import { createYamlLexer } from './yaml.ts'

export type FindLexer = (name: string) => Lexer | undefined
type Factory = (options: LexerOptions, find: FindLexer) => Lexer

const FACTORIES: Readonly<Record<string, Factory>> = {
  console: createConsoleLexer,
  css: createCssLexer,
  diff: createDiffLexer,
  elixir: createElixirLexer,
  html: createHtmlLexer,
  ini: createIniLexer,
  javascript: createJavascriptLexer,
  json: createJsonLexer,
  liquid: createLiquidLexer,
  make: createMakeLexer,
  markdown: createMarkdownLexer,
  plaintext: createPlaintextLexer,
  ruby: createRubyLexer,
  rust: createRustLexer,
  shell: createShellLexer,
  toml: createTomlLexer,
  typescript: createTypescriptLexer,
  xml: createXmlLexer,
  yaml: createYamlLexer,
}

export const createOwnLexer = (tag: string, options: LexerOptions, find: FindLexer): Lexer | undefined =>
  Object.hasOwn(FACTORIES, tag) ? FACTORIES[tag]?.(options, find) : undefined
