// OCaml and F#.

import { type Action, byWord, defineLexer, type Rule, wordSet } from '../grammar.ts'

const OCAML_KEYWORDS = wordSet(`match raise as assert begin class constraint do done downto else end
  exception external false for fun function functor if in include inherit initializer lazy let module mutable new
  nonrec object of open rec sig struct then to true try type val virtual when while with`)
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

const LITERALS: readonly Rule[] = [
  [/-?\d[\d_]*(?![\d_])(?:.[\d_]*(?![\d_]))?e[+-]?\d[\d_]*/i, 'mf'],
  [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
  [/0o[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/\d[\d_]*/, 'mi'],
  [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|[.])'/, 'sc'],
  [/'/, 'k'],
  [/"/, 's2', 'string'],
]

const STATES: Readonly<Record<string, readonly Rule[]>> = {
  comment: [
    [/[^(*)]+/, 'c'],
    [/\(\*/, 'c', '#push'],
    [/\*\)/, 'c', '#pop'],
    [/[(*)]/, 'c'],
  ],
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
