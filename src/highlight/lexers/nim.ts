// Nim. An underscore may stand behind every letter of a word of the language.

import { defineLexer, pattern, type Rule } from '../grammar.ts'

const spread = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/./g, '$&_?'))
    .join('|')

const KEYWORDS = spread(`addr as asm atomic bind block break case cast const continue
  converter defer discard distinct do elif else end enum except export finally for from func generic if import
  include interface iterator let macro method mixin nil object of out proc ptr raise ref return static template
  try tuple type using var when while with without yield`)
const OPERATORS = spread('and div in is isnot mod not notin or shl shr xor')
const TYPES = spread('array bool char float float32 float64 int int16 int32 int64 int8 range seq set string')
const CONSTANTS = spread('false nil true')
const NAME = '[a-zA-Z](?:_?[a-zA-Z0-9])*'

const STRING: readonly Rule[] = [
  [/\$[\w#]+/, 'si'],
  [/[^\\'"$\n]+/, 's'],
  [/['"\\$]/, 's'],
]

const NUMBERS: readonly Rule[] = [
  [/[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))/, 'mf', ['floatSuffix', 'float']],
  [/0[xX][a-fA-F0-9][a-fA-F0-9_]*/, 'mh', 'integerSuffix'],
  [/0[bB][01][01_]*/, 'm', 'integerSuffix'],
  [/0o[0-7][0-7_]*/, 'mo', 'integerSuffix'],
  [/[0-9][0-9_]*/, 'mi', 'integerSuffix'],
]

const LEAVE: Rule = [/(?:)/, '', '#pop']

export const createNimLexer = defineLexer(() => ({
  states: {
    root: [
      [/##.*$/, 'sd'],
      [/#.*$/, 'c'],
      [/[*=><+\-/@$~&%!?|\\[\]]+/, 'o'],
      [/[.,{}():^`;]/, 'p'],
      [/\w+"/, 's', 'raw'],
      [/"""/, 's', 'long'],
      [/"/, 's', 'string'],
      [/'/, 'sc', 'character'],
      [pattern(`(?:${OPERATORS})\\b`), 'ow'],
      [/p_?r_?o_?c_?\s(?![([\]])/, 'k', 'procedure'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [pattern(`(?:${CONSTANTS})\\b`), 'kp'],
      [pattern(NAME), 'n'],
      ...NUMBERS,
      [/\s+/, ''],
      [/.+$/, 'err'],
    ],
    character: [
      [/\\(?:[\\abcefnrtvl"']|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'],
      [/'/, 'sc', '#pop'],
      [/./, 'sc'],
    ],
    string: [[/\\(?:[\\abcefnrtvl"'\n]|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'], [/"/, 's', '#pop'], ...STRING],
    raw: [[/"(?!")/, 's', '#pop'], [/"/, 'se', '#pop'], ...STRING],
    long: [[/"""(?!")/, 's', '#pop'], ...STRING, [/\n/, 's']],
    procedure: [
      [pattern(NAME), 'nf', '#pop'],
      [/`.+`/, 'nf', '#pop'],
    ],
    float: [[/\.(?!\.)[0-9_]*/, 'mf'], [/[eE][+-]?[0-9][0-9_]*/, 'mf'], LEAVE],
    floatSuffix: [[/'?[fF](?:32|64)/, 'mf'], LEAVE],
    integerSuffix: [[/'?[iI](?:32|64)/, 'il'], [/'?[iI](?:8|16)/, 'mi'], [/'?[uU]/, 'mi'], LEAVE],
  },
}))
