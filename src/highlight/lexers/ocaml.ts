// OCaml, and what came of it: F#, Reason and ReScript.

import { type Action, byWord, defineLexer, include, type Rule, wordSet } from '../grammar.ts'
import { nestedComment } from './comments.ts'

const KEYWORDS = wordSet(`as assert begin class constraint do done downto else end
  exception external false for fun function functor if in include inherit initializer lazy let module mutable new
  nonrec object of open rec sig struct then to true try type val virtual when while with`)
const OCAML_KEYWORDS = new Set([...KEYWORDS, 'match', 'raise'])
const REASON_KEYWORDS = new Set([...KEYWORDS, 'switch'])
const FSHARP_KEYWORDS = wordSet(`abstract and as assert atomic base begin break checked class
  component const constraint constructor continue default delegate do done downcast downto eager elif else end
  event exception extern external false finally fixed for fun function functor global if in include inherit inline
  interface internal lazy let let! match member method mixin module mutable namespace new not null object of open
  or override parallel private process protected public pure rec return return! sealed select sig static struct
  tailcall then to trait true try type upcast use use! val virtual void volatile when while with yield yield!`)
const OPERATORS = wordSet('and asr land lor lsl lxor mod or')
const TYPES = wordSet('array bool char float int list string unit')
const FSHARP_SIGNS =
  wordSet(`!= # & && ( ) * \\+ , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ \` { {< |
  |] } ~ |> <| <>`)

const kindsWith = (keywords: ReadonlySet<string>): Action => byWord({ k: keywords, ow: OPERATORS, kt: TYPES }, 'n')

const HEAD: readonly Rule[] = [
  [/\s+/, ''],
  [/false|true|\(\)|\[\]/, 'bp'],
  [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
]

const NUMBERS: readonly Rule[] = [
  [/-?\d[\d_]*(?![\d_])(?:.[\d_]*(?![\d_]))?e[+-]?\d[\d_]*/i, 'mf'],
  [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
  [/0o[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/\d[\d_]*/, 'mi'],
]

const LITERALS: readonly Rule[] = [
  ...NUMBERS,
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|[.])'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
]

const STATES: Readonly<Record<string, readonly Rule[]>> = {
  comment: nestedComment('c'),
  string: [
    [/[^\\"]+/, 's2'],
    [/\\(?:[\\"'ntbr]|\d{3}|x[0-9a-fA-F]{2})/, 'se'],
    [/\\\n/, 's2'],
    [/"/, 's2', '#pop'],
  ],
}

const dotted = (name: RegExp, open: RegExp): readonly Rule[] => [
  [/\s+/, ''],
  [/[.]/, 'p'],
  [/[A-Z][\w']*(?=\s*[.])/, 'nn'],
  [/[A-Z][\w']*/, 'nc', '#pop'],
  [name, 'n', '#pop'],
  [open, 'p', '#pop'],
]

export const createOcamlLexer = defineLexer(() => ({
  states: {
    ...STATES,
    root: [
      ...HEAD,
      [/`[a-z_][\w']*/i, 'nt'],
      [/[A-Z][\w']*/, 'nc'],
      [/\(\*(?!\))/, 'c', 'comment'],
      [/[a-z_][\w']*/, kindsWith(OCAML_KEYWORDS)],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      ...LITERALS,
    ],
    dotted: dotted(/[a-z_][\w']*/, /[({[]/),
  },
}))

const FSHARP_NAME = /[a-z][\w']*|``[^`\n\r\t]+``/

export const createFsharpLexer = defineLexer(() => ({
  states: {
    ...STATES,
    root: [
      ...HEAD,
      [/[A-Z][\w']*/, 'nc'],
      [/\(\*(?!\))/, 'c', 'comment'],
      [/\/\/.*?$/, 'c1'],
      [FSHARP_NAME, kindsWith(FSHARP_KEYWORDS)],
      [/[[\];,{}_()!$%&*+./:<=>?@^|~#-]+/, byWord({ p: FSHARP_SIGNS }, 'o')],
      ...LITERALS,
    ],
    dotted: dotted(FSHARP_NAME, /\[/),
  },
}))

const SLASHED_LITERALS: readonly Rule[] = [
  ...NUMBERS,
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|[^'/])'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
]
const SLASHED_COMMENTS: readonly Rule[] = [
  [/\/\/.*/, 'c1'],
  [/\/\*/, 'cm', 'comment'],
]
const SLASHED_STATES: Readonly<Record<string, readonly Rule[]>> = {
  ...STATES,
  dotted: dotted(/[a-z_][\w']*/i, /[({[]/),
  comment: [
    [/[^/*]+/, 'cm'],
    [/\/\*/, 'cm', '#push'],
    [/\*\//, 'cm', '#pop'],
    [/[*/]/, 'cm'],
  ],
}

export const createReasonLexer = defineLexer(() => ({
  states: {
    ...SLASHED_STATES,
    root: [
      ...HEAD,
      [/`[a-z_][\w']*/i, 'nt'],
      [/[A-Z][\w']*/, 'nc'],
      ...SLASHED_COMMENTS,
      [/[a-z_][\w']*/, kindsWith(REASON_KEYWORDS)],
      [/[(){}[\];]+/, 'p'],
      [/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'],
      ...SLASHED_LITERALS,
    ],
  },
}))

const RESCRIPT_KEYWORDS = wordSet(`open let rec and as exception assert lazy if else for in to downto while switch when
  external type private mutable constraint include module of with try import export`)
const RESCRIPT_TYPES = wordSet('array bool char exn float format int list option ref string unit')

export const createRescriptLexer = defineLexer(() => ({
  states: {
    ...SLASHED_STATES,
    root: [
      [/\s+/, ''],
      [/[,.:?~\\]/, ''],
      [/true|false\b/, 'kc'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
      [/@[a-z_][\w']*(?:\.[a-z_][\w']*)*/i, 'nd'],
      [/#[a-z_][\w']*/i, 'nc'],
      [/[A-Z][\w']*/, 'nc'],
      ...SLASHED_COMMENTS,
      [/[a-z_][\w']*/, byWord({ k: RESCRIPT_KEYWORDS, ow: OPERATORS, kt: RESCRIPT_TYPES }, 'n')],
      [/[(){}[\];]+/, 'p'],
      [/[;_!$%&*+/<=>@^|-]+/, 'o'],
      ...SLASHED_LITERALS,
      [/`/, 's2', 'template'],
    ],
    template: [
      [/\$\{/, 'p', 'interpolated'],
      [/`/, 's2', '#pop'],
      [/\\[$`]/, 'se'],
      [/[^$`\\]+|[\\$]/, 's2'],
    ],
    interpolated: [[/\}/, 'p', '#pop'], include('root')],
  },
}))
