// Lexers of the languages that few sites have, by tag; see registry.ts for how they are loaded.

import type { LexerFactory } from '../token.ts'
import { createActionscriptLexer } from './actionscript.ts'
import { createAdaLexer } from './ada.ts'
import { createApacheLexer } from './apache.ts'
import { createApexLexer } from './apex.ts'
import { createApplescriptLexer } from './applescript.ts'
import { createArmasmLexer } from './armasm.ts'
import { createAwkLexer } from './awk.ts'
import { createBatchfileLexer } from './batchfile.ts'
import { createBibtexLexer } from './bibtex.ts'
import { createBicepLexer } from './bicep.ts'
import { createCmakeLexer } from './cmake.ts'
import { createCobolLexer } from './cobol.ts'
import { createCodeownersLexer } from './codeowners.ts'
import { createCoffeescriptLexer } from './coffeescript.ts'
import { createCommonLispLexer } from './common-lisp.ts'
import { createCoqLexer } from './coq.ts'
import { createCrystalLexer } from './crystal.ts'
import { createCudaLexer } from './cuda.ts'
import { createCypherLexer } from './cypher.ts'
import { createCythonLexer } from './cython.ts'
import { createDLexer } from './d.ts'
import { createDotLexer } from './dot.ts'
import { createEexLexer } from './eex.ts'
import { createElmLexer } from './elm.ts'
import { createEmailLexer } from './email.ts'
import { createFluentLexer } from './fluent.ts'
import { createFortranLexer } from './fortran.ts'
import { createGdscriptLexer } from './gdscript.ts'
import { createGherkinLexer } from './gherkin.ts'
import { createGlslLexer } from './glsl.ts'
import { createGradleLexer } from './groovy.ts'
import { createHackLexer } from './hack.ts'
import { createHamlLexer } from './haml.ts'
import { createHandlebarsLexer } from './handlebars.ts'
import { createHaxeLexer } from './haxe.ts'
import { createHlslLexer } from './hlsl.ts'
import { createHoconLexer } from './hocon.ts'
import { createIdrisLexer } from './idris.ts'
import { createJinjaLexer, createTwigLexer } from './jinja.ts'
import { createJson5Lexer } from './json5.ts'
import { createJsonnetLexer } from './jsonnet.ts'
import { createJspLexer } from './jsp.ts'
import { createJuliaLexer } from './julia.ts'
import { createLeanLexer } from './lean.ts'
import { createLivescriptLexer } from './livescript.ts'
import { createLlvmLexer } from './llvm.ts'
import { createMathematicaLexer } from './mathematica.ts'
import { createMatlabLexer } from './matlab.ts'
import { createMesonLexer } from './meson.ts'
import { createMojoLexer } from './mojo.ts'
import { createMoonscriptLexer } from './moonscript.ts'
import { createNasmLexer } from './nasm.ts'
import { createNimLexer } from './nim.ts'
import { createNixLexer } from './nix.ts'
import { createObjectiveCLexer, createObjectiveCppLexer } from './objective-c.ts'
import { createFsharpLexer, createOcamlLexer } from './ocaml.ts'
import { createPascalLexer } from './pascal.ts'
import { createPerlLexer } from './perl.ts'
import { createPlistLexer } from './plist.ts'
import { createPlsqlLexer } from './plsql.ts'
import { createPostscriptLexer } from './postscript.ts'
import { createPrologLexer } from './prolog.ts'
import { createProtobufLexer } from './protobuf.ts'
import { createPuppetLexer } from './puppet.ts'
import { createQmlLexer } from './qml.ts'
import { createRacketLexer } from './racket.ts'
import { createRegoLexer } from './rego.ts'
import { createRobotFrameworkLexer } from './robot-framework.ts'
import { createSasLexer } from './sas.ts'
import { createSchemeLexer } from './scheme.ts'
import { createSedLexer } from './sed.ts'
import { createSlimLexer } from './slim.ts'
import { createSmalltalkLexer } from './smalltalk.ts'
import { createSmartyLexer } from './smarty.ts'
import { createSmlLexer } from './sml.ts'
import { createSparqlLexer, createTurtleLexer } from './sparql.ts'
import { createStanLexer } from './stan.ts'
import { createStataLexer } from './stata.ts'
import { createSvelteLexer } from './svelte.ts'
import { createSystemdLexer } from './systemd.ts'
import { createTclLexer } from './tcl.ts'
import { createValaLexer } from './vala.ts'
import { createVelocityLexer } from './velocity.ts'
import { createVerilogLexer } from './verilog.ts'
import { createVhdlLexer } from './vhdl.ts'
import { createVimlLexer } from './viml.ts'
import { createVisualBasicLexer } from './visual-basic.ts'
import { createVueLexer } from './vue.ts'
import { createXpathLexer } from './xpath.ts'
import { createXqueryLexer } from './xquery.ts'
import { createZigLexer } from './zig.ts'

export const RARER: Readonly<Record<string, LexerFactory>> = {
  actionscript: createActionscriptLexer,
  ada: createAdaLexer,
  apache: createApacheLexer,
  apex: createApexLexer,
  applescript: createApplescriptLexer,
  armasm: createArmasmLexer,
  awk: createAwkLexer,
  batchfile: createBatchfileLexer,
  bibtex: createBibtexLexer,
  bicep: createBicepLexer,
  cmake: createCmakeLexer,
  cobol: createCobolLexer,
  codeowners: createCodeownersLexer,
  coffeescript: createCoffeescriptLexer,
  common_lisp: createCommonLispLexer,
  coq: createCoqLexer,
  crystal: createCrystalLexer,
  cuda: createCudaLexer,
  cypher: createCypherLexer,
  cython: createCythonLexer,
  d: createDLexer,
  dot: createDotLexer,
  eex: createEexLexer,
  elm: createElmLexer,
  email: createEmailLexer,
  fluent: createFluentLexer,
  fortran: createFortranLexer,
  fsharp: createFsharpLexer,
  gdscript: createGdscriptLexer,
  gherkin: createGherkinLexer,
  glsl: createGlslLexer,
  gradle: createGradleLexer,
  hack: createHackLexer,
  haml: createHamlLexer,
  handlebars: createHandlebarsLexer,
  haxe: createHaxeLexer,
  hlsl: createHlslLexer,
  hocon: createHoconLexer,
  idris: createIdrisLexer,
  jinja: createJinjaLexer,
  json5: createJson5Lexer,
  jsonnet: createJsonnetLexer,
  jsp: createJspLexer,
  julia: createJuliaLexer,
  lean: createLeanLexer,
  livescript: createLivescriptLexer,
  llvm: createLlvmLexer,
  mathematica: createMathematicaLexer,
  matlab: createMatlabLexer,
  meson: createMesonLexer,
  mojo: createMojoLexer,
  moonscript: createMoonscriptLexer,
  nasm: createNasmLexer,
  nim: createNimLexer,
  nix: createNixLexer,
  objective_c: createObjectiveCLexer,
  objective_cpp: createObjectiveCppLexer,
  ocaml: createOcamlLexer,
  pascal: createPascalLexer,
  perl: createPerlLexer,
  plist: createPlistLexer,
  plsql: createPlsqlLexer,
  postscript: createPostscriptLexer,
  prolog: createPrologLexer,
  protobuf: createProtobufLexer,
  puppet: createPuppetLexer,
  qml: createQmlLexer,
  racket: createRacketLexer,
  rego: createRegoLexer,
  robot_framework: createRobotFrameworkLexer,
  sas: createSasLexer,
  scheme: createSchemeLexer,
  sed: createSedLexer,
  slim: createSlimLexer,
  smalltalk: createSmalltalkLexer,
  smarty: createSmartyLexer,
  sml: createSmlLexer,
  sparql: createSparqlLexer,
  stan: createStanLexer,
  stata: createStataLexer,
  svelte: createSvelteLexer,
  systemd: createSystemdLexer,
  tcl: createTclLexer,
  turtle: createTurtleLexer,
  twig: createTwigLexer,
  vala: createValaLexer,
  vb: createVisualBasicLexer,
  velocity: createVelocityLexer,
  verilog: createVerilogLexer,
  vhdl: createVhdlLexer,
  viml: createVimlLexer,
  vue: createVueLexer,
  xpath: createXpathLexer,
  xquery: createXqueryLexer,
  zig: createZigLexer,
}
