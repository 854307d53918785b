// Lexers of the languages that few sites have, by tag; see registry.ts for how they are loaded.

import type { LexerFactory } from '../token.ts'
import { createAbapLexer } from './abap.ts'
import { createActionscriptLexer } from './actionscript.ts'
import { createAdaLexer } from './ada.ts'
import { createApacheLexer } from './apache.ts'
import { createApexLexer } from './apex.ts'
import { createApiBlueprintLexer } from './api-blueprint.ts'
import { createApplescriptLexer } from './applescript.ts'
import { createArmasmLexer } from './armasm.ts'
import { createAugeasLexer } from './augeas.ts'
import { createAwkLexer } from './awk.ts'
import { createBatchfileLexer } from './batchfile.ts'
import { createBbcbasicLexer } from './bbcbasic.ts'
import { createBibtexLexer } from './bibtex.ts'
import { createBicepLexer } from './bicep.ts'
import { createBimlLexer } from './biml.ts'
import { createBpfLexer } from './bpf.ts'
import { createBrainfuckLexer } from './brainfuck.ts'
import { createBrightscriptLexer } from './brightscript.ts'
import { createBslLexer } from './bsl.ts'
import { createCeylonLexer } from './ceylon.ts'
import { createCfscriptLexer } from './cfscript.ts'
import { createCiscoIosLexer } from './cisco-ios.ts'
import { createCleanLexer } from './clean.ts'
import { createCmakeLexer } from './cmake.ts'
import { createCmhgLexer } from './cmhg.ts'
import { createCobolLexer } from './cobol.ts'
import { createCodeownersLexer } from './codeowners.ts'
import { createCoffeescriptLexer } from './coffeescript.ts'
import { createCommonLispLexer } from './common-lisp.ts'
import { createCoqLexer } from './coq.ts'
import { createCrystalLexer } from './crystal.ts'
import { createCsvsLexer } from './csvs.ts'
import { createCudaLexer } from './cuda.ts'
import { createCypherLexer } from './cypher.ts'
import { createCythonLexer } from './cython.ts'
import { createDLexer } from './d.ts'
import { createDafnyLexer } from './dafny.ts'
import { createDatastudioLexer } from './datastudio.ts'
import { createDigdagLexer } from './digdag.ts'
import { createDotLexer } from './dot.ts'
import { createEclLexer } from './ecl.ts'
import { createEexLexer } from './eex.ts'
import { createEiffelLexer } from './eiffel.ts'
import { createElmLexer } from './elm.ts'
import { createEmailLexer } from './email.ts'
import { createEppLexer } from './epp.ts'
import { createEscapeLexer } from './escape.ts'
import { createFactorLexer } from './factor.ts'
import { createFluentLexer } from './fluent.ts'
import { createFortranLexer } from './fortran.ts'
import { createFreefemLexer } from './freefem.ts'
import { createGdscriptLexer } from './gdscript.ts'
import { createGhcCmmLexer } from './ghc-cmm.ts'
import { createGhcCoreLexer } from './ghc-core.ts'
import { createGherkinLexer } from './gherkin.ts'
import { createGlslLexer } from './glsl.ts'
import { createGradleLexer } from './groovy.ts'
import { createHackLexer } from './hack.ts'
import { createHamlLexer } from './haml.ts'
import { createHandlebarsLexer } from './handlebars.ts'
import { createHaxeLexer } from './haxe.ts'
import { createHlslLexer } from './hlsl.ts'
import { createHoconLexer } from './hocon.ts'
import { createHqlLexer } from './hql.ts'
import { createHylangLexer } from './hylang.ts'
import { createIdlangLexer } from './idlang.ts'
import { createIdrisLexer } from './idris.ts'
import { createIecstLexer } from './iecst.ts'
import { createIgorproLexer } from './igorpro.ts'
import { createIoLexer } from './io.ts'
import { createIsabelleLexer } from './isabelle.ts'
import { createIsblLexer } from './isbl.ts'
import { createJLexer } from './j.ts'
import { createJanetLexer } from './janet.ts'
import { createJinjaLexer, createTwigLexer } from './jinja.ts'
import { createJslLexer } from './jsl.ts'
import { createJson5Lexer } from './json5.ts'
import { createJsonnetLexer } from './jsonnet.ts'
import { createJspLexer } from './jsp.ts'
import { createJuliaLexer } from './julia.ts'
import { createLassoLexer } from './lasso.ts'
import { createLeanLexer } from './lean.ts'
import { createLiterateCoffeescriptLexer } from './literate-coffeescript.ts'
import { createLiterateHaskellLexer } from './literate-haskell.ts'
import { createLivescriptLexer } from './livescript.ts'
import { createLlvmLexer } from './llvm.ts'
import { createLustreLexer, createLutinLexer } from './lustre.ts'
import { createM68kLexer } from './m68k.ts'
import { createMagikLexer } from './magik.ts'
import { createMasonLexer } from './mason.ts'
import { createMathematicaLexer } from './mathematica.ts'
import { createMatlabLexer } from './matlab.ts'
import { createMesonLexer } from './meson.ts'
import { createMinizincLexer } from './minizinc.ts'
import { createMojoLexer } from './mojo.ts'
import { createMoonscriptLexer } from './moonscript.ts'
import { createMoselLexer } from './mosel.ts'
import { createMsgtransLexer } from './msgtrans.ts'
import { createMxmlLexer } from './mxml.ts'
import { createNasmLexer } from './nasm.ts'
import { createNesasmLexer } from './nesasm.ts'
import { createNialLexer } from './nial.ts'
import { createNimLexer } from './nim.ts'
import { createNixLexer } from './nix.ts'
import { createObjectiveCLexer, createObjectiveCppLexer } from './objective-c.ts'
import { createFsharpLexer, createOcamlLexer, createReasonLexer, createRescriptLexer } from './ocaml.ts'
import { createOclLexer } from './ocl.ts'
import { createOpenedgeLexer } from './openedge.ts'
import { createOpentypeFeatureFileLexer } from './opentype-feature-file.ts'
import { createP4Lexer } from './p4.ts'
import { createPascalLexer } from './pascal.ts'
import { createPerlLexer } from './perl.ts'
import { createPlistLexer } from './plist.ts'
import { createPlsqlLexer } from './plsql.ts'
import { createPonyLexer } from './pony.ts'
import { createPostscriptLexer } from './postscript.ts'
import { createPraatLexer } from './praat.ts'
import { createPrologLexer } from './prolog.ts'
import { createPrometheusLexer } from './prometheus.ts'
import { createProtobufLexer } from './protobuf.ts'
import { createPuppetLexer } from './puppet.ts'
import { createQLexer } from './q.ts'
import { createQmlLexer } from './qml.ts'
import { createRacketLexer } from './racket.ts'
import { createRegoLexer } from './rego.ts'
import { createRmlLexer } from './rml.ts'
import { createRobotFrameworkLexer } from './robot-framework.ts'
import { createSasLexer } from './sas.ts'
import { createSchemeLexer } from './scheme.ts'
import { createSedLexer } from './sed.ts'
import { createSieveLexer } from './sieve.ts'
import { createSliceLexer } from './slice.ts'
import { createSlimLexer } from './slim.ts'
import { createSmalltalkLexer } from './smalltalk.ts'
import { createSmartyLexer } from './smarty.ts'
import { createSmlLexer } from './sml.ts'
import { createSparqlLexer, createTurtleLexer } from './sparql.ts'
import { createSqfLexer } from './sqf.ts'
import { createSshLexer } from './ssh.ts'
import { createStanLexer } from './stan.ts'
import { createStataLexer } from './stata.ts'
import { createSupercolliderLexer } from './supercollider.ts'
import { createSvelteLexer } from './svelte.ts'
import { createSystemdLexer } from './systemd.ts'
import { createSyzlangLexer } from './syzlang.ts'
import { createSyzprogLexer } from './syzprog.ts'
import { createTapLexer } from './tap.ts'
import { createTclLexer } from './tcl.ts'
import { createGjsLexer, createGtsLexer } from './template-tag.ts'
import { createTtcn3Lexer } from './ttcn3.ts'
import { createTulipLexer } from './tulip.ts'
import { createValaLexer } from './vala.ts'
import { createVclLexer } from './vcl.ts'
import { createVelocityLexer } from './velocity.ts'
import { createVerilogLexer } from './verilog.ts'
import { createVhdlLexer } from './vhdl.ts'
import { createVimlLexer } from './viml.ts'
import { createVisualBasicLexer } from './visual-basic.ts'
import { createVueLexer } from './vue.ts'
import { createWollokLexer } from './wollok.ts'
import { createXojoLexer } from './xojo.ts'
import { createXpathLexer } from './xpath.ts'
import { createXqueryLexer } from './xquery.ts'
import { createYangLexer } from './yang.ts'
import { createZigLexer } from './zig.ts'

export const RARER: Readonly<Record<string, LexerFactory>> = {
  abap: createAbapLexer,
  actionscript: createActionscriptLexer,
  ada: createAdaLexer,
  apache: createApacheLexer,
  apex: createApexLexer,
  apiblueprint: createApiBlueprintLexer,
  applescript: createApplescriptLexer,
  armasm: createArmasmLexer,
  augeas: createAugeasLexer,
  awk: createAwkLexer,
  batchfile: createBatchfileLexer,
  bbcbasic: createBbcbasicLexer,
  bibtex: createBibtexLexer,
  bicep: createBicepLexer,
  biml: createBimlLexer,
  bpf: createBpfLexer,
  brainfuck: createBrainfuckLexer,
  brightscript: createBrightscriptLexer,
  bsl: createBslLexer,
  ceylon: createCeylonLexer,
  cfscript: createCfscriptLexer,
  cisco_ios: createCiscoIosLexer,
  clean: createCleanLexer,
  cmake: createCmakeLexer,
  cmhg: createCmhgLexer,
  cobol: createCobolLexer,
  codeowners: createCodeownersLexer,
  coffeescript: createCoffeescriptLexer,
  common_lisp: createCommonLispLexer,
  coq: createCoqLexer,
  crystal: createCrystalLexer,
  csvs: createCsvsLexer,
  cuda: createCudaLexer,
  cypher: createCypherLexer,
  cython: createCythonLexer,
  d: createDLexer,
  dafny: createDafnyLexer,
  datastudio: createDatastudioLexer,
  digdag: createDigdagLexer,
  dot: createDotLexer,
  ecl: createEclLexer,
  eex: createEexLexer,
  eiffel: createEiffelLexer,
  elm: createElmLexer,
  email: createEmailLexer,
  epp: createEppLexer,
  escape: createEscapeLexer,
  factor: createFactorLexer,
  fluent: createFluentLexer,
  fortran: createFortranLexer,
  freefem: createFreefemLexer,
  fsharp: createFsharpLexer,
  gdscript: createGdscriptLexer,
  'ghc-cmm': createGhcCmmLexer,
  'ghc-core': createGhcCoreLexer,
  gherkin: createGherkinLexer,
  gjs: createGjsLexer,
  glsl: createGlslLexer,
  gradle: createGradleLexer,
  gts: createGtsLexer,
  hack: createHackLexer,
  haml: createHamlLexer,
  handlebars: createHandlebarsLexer,
  haxe: createHaxeLexer,
  hlsl: createHlslLexer,
  hocon: createHoconLexer,
  hql: createHqlLexer,
  hylang: createHylangLexer,
  idlang: createIdlangLexer,
  idris: createIdrisLexer,
  iecst: createIecstLexer,
  igorpro: createIgorproLexer,
  io: createIoLexer,
  isabelle: createIsabelleLexer,
  isbl: createIsblLexer,
  j: createJLexer,
  janet: createJanetLexer,
  jinja: createJinjaLexer,
  jsl: createJslLexer,
  json5: createJson5Lexer,
  jsonnet: createJsonnetLexer,
  jsp: createJspLexer,
  julia: createJuliaLexer,
  lasso: createLassoLexer,
  lean: createLeanLexer,
  literate_coffeescript: createLiterateCoffeescriptLexer,
  literate_haskell: createLiterateHaskellLexer,
  livescript: createLivescriptLexer,
  llvm: createLlvmLexer,
  lustre: createLustreLexer,
  lutin: createLutinLexer,
  m68k: createM68kLexer,
  magik: createMagikLexer,
  mason: createMasonLexer,
  mathematica: createMathematicaLexer,
  matlab: createMatlabLexer,
  meson: createMesonLexer,
  minizinc: createMinizincLexer,
  mojo: createMojoLexer,
  moonscript: createMoonscriptLexer,
  mosel: createMoselLexer,
  msgtrans: createMsgtransLexer,
  mxml: createMxmlLexer,
  nasm: createNasmLexer,
  nesasm: createNesasmLexer,
  nial: createNialLexer,
  nim: createNimLexer,
  nix: createNixLexer,
  objective_c: createObjectiveCLexer,
  objective_cpp: createObjectiveCppLexer,
  ocaml: createOcamlLexer,
  ocl: createOclLexer,
  openedge: createOpenedgeLexer,
  opentype_feature_file: createOpentypeFeatureFileLexer,
  p4: createP4Lexer,
  pascal: createPascalLexer,
  perl: createPerlLexer,
  plist: createPlistLexer,
  plsql: createPlsqlLexer,
  pony: createPonyLexer,
  postscript: createPostscriptLexer,
  praat: createPraatLexer,
  prolog: createPrologLexer,
  prometheus: createPrometheusLexer,
  protobuf: createProtobufLexer,
  puppet: createPuppetLexer,
  q: createQLexer,
  qml: createQmlLexer,
  racket: createRacketLexer,
  reasonml: createReasonLexer,
  rego: createRegoLexer,
  rescript: createRescriptLexer,
  rml: createRmlLexer,
  robot_framework: createRobotFrameworkLexer,
  sas: createSasLexer,
  scheme: createSchemeLexer,
  sed: createSedLexer,
  sieve: createSieveLexer,
  slice: createSliceLexer,
  slim: createSlimLexer,
  smalltalk: createSmalltalkLexer,
  smarty: createSmartyLexer,
  sml: createSmlLexer,
  sparql: createSparqlLexer,
  sqf: createSqfLexer,
  ssh: createSshLexer,
  stan: createStanLexer,
  stata: createStataLexer,
  supercollider: createSupercolliderLexer,
  svelte: createSvelteLexer,
  systemd: createSystemdLexer,
  syzlang: createSyzlangLexer,
  syzprog: createSyzprogLexer,
  tap: createTapLexer,
  tcl: createTclLexer,
  ttcn3: createTtcn3Lexer,
  tulip: createTulipLexer,
  turtle: createTurtleLexer,
  twig: createTwigLexer,
  vala: createValaLexer,
  vb: createVisualBasicLexer,
  vcl: createVclLexer,
  velocity: createVelocityLexer,
  verilog: createVerilogLexer,
  vhdl: createVhdlLexer,
  viml: createVimlLexer,
  vue: createVueLexer,
  wollok: createWollokLexer,
  xojo: createXojoLexer,
  xpath: createXpathLexer,
  xquery: createXqueryLexer,
  yang: createYangLexer,
  zig: createZigLexer,
}
