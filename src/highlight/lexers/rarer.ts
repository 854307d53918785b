// Lexers of the languages that few sites have, by tag; see registry.ts for how they are loaded.

import type { LexerFactory } from '../token.ts'
import { createAdaLexer } from './ada.ts'
import { createApacheLexer } from './apache.ts'
import { createAwkLexer } from './awk.ts'
import { createBatchfileLexer } from './batchfile.ts'
import { createCmakeLexer } from './cmake.ts'
import { createCoffeescriptLexer } from './coffeescript.ts'
import { createCommonLispLexer } from './common-lisp.ts'
import { createCrystalLexer } from './crystal.ts'
import { createCypherLexer } from './cypher.ts'
import { createElmLexer } from './elm.ts'
import { createFortranLexer } from './fortran.ts'
import { createGlslLexer } from './glsl.ts'
import { createHamlLexer } from './haml.ts'
import { createHandlebarsLexer } from './handlebars.ts'
import { createHoconLexer } from './hocon.ts'
import { createJinjaLexer, createTwigLexer } from './jinja.ts'
import { createJuliaLexer } from './julia.ts'
import { createLlvmLexer } from './llvm.ts'
import { createMatlabLexer } from './matlab.ts'
import { createNimLexer } from './nim.ts'
import { createNixLexer } from './nix.ts'
import { createObjectiveCLexer, createObjectiveCppLexer } from './objective-c.ts'
import { createFsharpLexer, createOcamlLexer } from './ocaml.ts'
import { createPascalLexer } from './pascal.ts'
import { createPerlLexer } from './perl.ts'
import { createPrologLexer } from './prolog.ts'
import { createProtobufLexer } from './protobuf.ts'
import { createPuppetLexer } from './puppet.ts'
import { createRacketLexer } from './racket.ts'
import { createSchemeLexer } from './scheme.ts'
import { createSlimLexer } from './slim.ts'
import { createVimlLexer } from './viml.ts'
import { createZigLexer } from './zig.ts'

export const RARER: Readonly<Record<string, LexerFactory>> = {
  ada: createAdaLexer,
  apache: createApacheLexer,
  awk: createAwkLexer,
  batchfile: createBatchfileLexer,
  cmake: createCmakeLexer,
  coffeescript: createCoffeescriptLexer,
  common_lisp: createCommonLispLexer,
  crystal: createCrystalLexer,
  cypher: createCypherLexer,
  elm: createElmLexer,
  fortran: createFortranLexer,
  fsharp: createFsharpLexer,
  glsl: createGlslLexer,
  haml: createHamlLexer,
  handlebars: createHandlebarsLexer,
  hocon: createHoconLexer,
  jinja: createJinjaLexer,
  julia: createJuliaLexer,
  llvm: createLlvmLexer,
  matlab: createMatlabLexer,
  nim: createNimLexer,
  nix: createNixLexer,
  objective_c: createObjectiveCLexer,
  objective_cpp: createObjectiveCppLexer,
  ocaml: createOcamlLexer,
  pascal: createPascalLexer,
  perl: createPerlLexer,
  prolog: createPrologLexer,
  protobuf: createProtobufLexer,
  puppet: createPuppetLexer,
  racket: createRacketLexer,
  scheme: createSchemeLexer,
  slim: createSlimLexer,
  twig: createTwigLexer,
  viml: createVimlLexer,
  zig: createZigLexer,
}
