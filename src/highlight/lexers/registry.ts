// The lexers, by tag. The code of a language that has none is plain text.
//
// The languages that most sites have are here; the rarer ones are a module of their own in dist/, loaded when a block first needs one.

import { createRequire } from 'node:module'
import path from 'node:path'
import { lazy } from '../../util/lazy.ts'
import { packageRoot } from '../../util/package-root.ts'
import { wordSet } from '../grammar.ts'
import type { FindLexer, Lexer, LexerFactory, LexerOptions } from '../token.ts'
import { createCLexer, createCppLexer } from './c.ts'
import { createClojureLexer } from './clojure.ts'
import { createConfLexer, createDockerLexer, createNginxLexer, createPropertiesLexer } from './config.ts'
import { createConsoleLexer, createIrbLexer } from './console.ts'
import { createCsharpLexer } from './csharp.ts'
import { createCssLexer } from './css.ts'
import { createDartLexer } from './dart.ts'
import { createDiffLexer } from './diff.ts'
import { createElixirLexer } from './elixir.ts'
import { createErbLexer } from './erb.ts'
import { createErlangLexer } from './erlang.ts'
import { createGoLexer } from './go.ts'
import { createGraphqlLexer } from './graphql.ts'
import { createGroovyLexer } from './groovy.ts'
import { createHaskellLexer } from './haskell.ts'
import { createHclLexer, createTerraformLexer } from './hcl.ts'
import { createHtmlLexer, createXmlLexer } from './html.ts'
import { createHttpLexer } from './http.ts'
import { createIniLexer, createTomlLexer } from './ini.ts'
import { createJavaLexer } from './java.ts'
import { createJavascriptLexer, createTypescriptLexer } from './javascript.ts'
import { createCommentedJsonLexer, createJsonLexer } from './json.ts'
import { createJsxLexer, createTsxLexer } from './jsx.ts'
import { createKotlinLexer } from './kotlin.ts'
import { createLiquidLexer } from './liquid.ts'
import { createLuaLexer } from './lua.ts'
import { createMakeLexer } from './make.ts'
import { createMarkdownLexer } from './markdown.ts'
import { createPhpLexer } from './php.ts'
import { createPlaintextLexer } from './plaintext.ts'
import { createPowershellLexer } from './powershell.ts'
import { createPythonLexer } from './python.ts'
import { createRLexer } from './r.ts'
import { createIrbOutputLexer, createRubyLexer } from './ruby.ts'
import { createRustLexer } from './rust.ts'
import { createSassLexer, createScssLexer } from './sass.ts'
import { createScalaLexer } from './scala.ts'
import { createShellLexer } from './shell.ts'
import { createSqlLexer } from './sql.ts'
import { createSwiftLexer } from './swift.ts'
import { createTexLexer } from './tex.ts'
import { createYamlLexer } from './yaml.ts'

const FACTORIES: Readonly<Record<string, LexerFactory>> = {
  c: createCLexer,
  clojure: createClojureLexer,
  conf: createConfLexer,
  console: createConsoleLexer,
  cpp: createCppLexer,
  csharp: createCsharpLexer,
  css: createCssLexer,
  dart: createDartLexer,
  diff: createDiffLexer,
  docker: createDockerLexer,
  elixir: createElixirLexer,
  erb: createErbLexer,
  erlang: createErlangLexer,
  go: createGoLexer,
  graphql: createGraphqlLexer,
  groovy: createGroovyLexer,
  haskell: createHaskellLexer,
  hcl: createHclLexer,
  html: createHtmlLexer,
  http: createHttpLexer,
  ini: createIniLexer,
  irb: createIrbLexer,
  irb_output: createIrbOutputLexer,
  java: createJavaLexer,
  javascript: createJavascriptLexer,
  json: createJsonLexer,
  'json-doc': createCommentedJsonLexer,
  jsx: createJsxLexer,
  kotlin: createKotlinLexer,
  liquid: createLiquidLexer,
  lua: createLuaLexer,
  make: createMakeLexer,
  markdown: createMarkdownLexer,
  nginx: createNginxLexer,
  php: createPhpLexer,
  plaintext: createPlaintextLexer,
  powershell: createPowershellLexer,
  properties: createPropertiesLexer,
  python: createPythonLexer,
  r: createRLexer,
  ruby: createRubyLexer,
  rust: createRustLexer,
  sass: createSassLexer,
  scala: createScalaLexer,
  scss: createScssLexer,
  shell: createShellLexer,
  sql: createSqlLexer,
  swift: createSwiftLexer,
  terraform: createTerraformLexer,
  tex: createTexLexer,
  toml: createTomlLexer,
  tsx: createTsxLexer,
  typescript: createTypescriptLexer,
  xml: createXmlLexer,
  yaml: createYamlLexer,
}

/** The tags of the rarer languages: those that `rarer.ts` has. */
export const RARER_TAGS: ReadonlySet<string> =
  wordSet(`abap actionscript ada apache apex apiblueprint applescript armasm augeas awk batchfile bbcbasic bibtex
  bicep biml bpf brainfuck brightscript bsl ceylon cfscript cisco_ios clean cmake cmhg cobol codeowners
  coffeescript common_lisp coq crystal csvs cuda cypher cython d dafny datastudio digdag dot ecl eex eiffel elm
  email epp escape factor fluent fortran freefem fsharp gdscript ghc-cmm ghc-core gherkin gjs glsl gradle gts
  hack haml handlebars haxe hlsl hocon hql hylang idlang idris iecst igorpro io isabelle isbl j janet jinja jsl
  json5 jsonnet jsp julia lasso lean literate_coffeescript literate_haskell livescript llvm lustre lutin m68k
  magik mason mathematica matlab meson minizinc mojo moonscript mosel msgtrans mxml nasm nesasm nial nim nix
  objective_c objective_cpp ocaml ocl openedge opentype_feature_file p4 pascal perl plist plsql pony postscript
  praat prolog prometheus protobuf puppet q qml racket reasonml rego rescript rml robot_framework sas scheme sed
  sieve slice slim smalltalk smarty sml sparql sqf ssh stan stata supercollider svelte systemd syzlang syzprog
  tap tcl ttcn3 tulip turtle twig vala vb vcl velocity verilog vhdl viml vue wollok xojo xpath xquery yang zig`)

type Rarer = typeof import('./rarer.ts')

const loadRarer = lazy(
  () => createRequire(import.meta.url)(path.join(packageRoot(), 'dist', 'rarer-lexers.cjs')) as Rarer,
)

/** Is there a lexer for the tag? Loads none. */
export const hasLexer = (tag: string): boolean => Object.hasOwn(FACTORIES, tag) || RARER_TAGS.has(tag)

export const createLexer = (tag: string, options: LexerOptions, find: FindLexer): Lexer | undefined => {
  if (RARER_TAGS.has(tag)) return loadRarer().RARER[tag]?.(options, find)
  return Object.hasOwn(FACTORIES, tag) ? FACTORIES[tag]?.(options, find) : undefined
}

/** Lexers that hand parts of a block to whatever language it names. */
const EMBEDDING = wordSet('apiblueprint console haml http irb literate_coffeescript markdown slim')

export const isSelfContained = (tag: string): boolean => !EMBEDDING.has(tag)
