// The lexers of our own, by tag. Every other language goes through the library.

import type { Lexer, LexerOptions } from '../token.ts'
import { createCLexer, createCppLexer } from './c.ts'
import { createConfLexer, createDockerLexer, createNginxLexer, createPropertiesLexer } from './config.ts'
import { createConsoleLexer } from './console.ts'
import { createCssLexer } from './css.ts'
import { createDiffLexer } from './diff.ts'
import { createElixirLexer } from './elixir.ts'
import { createErbLexer } from './erb.ts'
import { createErlangLexer } from './erlang.ts'
import { createGoLexer } from './go.ts'
import { createHtmlLexer, createXmlLexer } from './html.ts'
import { createIniLexer, createTomlLexer } from './ini.ts'
import { createJavaLexer } from './java.ts'
import { createJavascriptLexer, createTypescriptLexer } from './javascript.ts'
import { createCommentedJsonLexer, createJsonLexer } from './json.ts'
import { createLiquidLexer } from './liquid.ts'
import { createMakeLexer } from './make.ts'
import { createMarkdownLexer } from './markdown.ts'
import { createPhpLexer } from './php.ts'
import { createPlaintextLexer } from './plaintext.ts'
import { createPythonLexer } from './python.ts'
import { createRubyLexer } from './ruby.ts'
import { createRustLexer } from './rust.ts'
import { createSassLexer, createScssLexer } from './sass.ts'
import { createShellLexer } from './shell.ts'
import { createSqlLexer } from './sql.ts'
import { createYamlLexer } from './yaml.ts'

export type FindLexer = (name: string) => Lexer | undefined
type Factory = (options: LexerOptions, find: FindLexer) => Lexer

const FACTORIES: Readonly<Record<string, Factory>> = {
  c: createCLexer,
  conf: createConfLexer,
  console: createConsoleLexer,
  cpp: createCppLexer,
  css: createCssLexer,
  diff: createDiffLexer,
  docker: createDockerLexer,
  elixir: createElixirLexer,
  erb: createErbLexer,
  erlang: createErlangLexer,
  go: createGoLexer,
  html: createHtmlLexer,
  ini: createIniLexer,
  java: createJavaLexer,
  javascript: createJavascriptLexer,
  json: createJsonLexer,
  'json-doc': createCommentedJsonLexer,
  liquid: createLiquidLexer,
  make: createMakeLexer,
  markdown: createMarkdownLexer,
  nginx: createNginxLexer,
  php: createPhpLexer,
  plaintext: createPlaintextLexer,
  properties: createPropertiesLexer,
  python: createPythonLexer,
  ruby: createRubyLexer,
  rust: createRustLexer,
  sass: createSassLexer,
  scss: createScssLexer,
  shell: createShellLexer,
  sql: createSqlLexer,
  toml: createTomlLexer,
  typescript: createTypescriptLexer,
  xml: createXmlLexer,
  yaml: createYamlLexer,
}

export const createOwnLexer = (tag: string, options: LexerOptions, find: FindLexer): Lexer | undefined =>
  Object.hasOwn(FACTORIES, tag) ? FACTORIES[tag]?.(options, find) : undefined
