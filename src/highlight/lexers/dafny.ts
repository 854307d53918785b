// Dafny.

import { byWord, defineLexer, pattern, wordSet } from '../grammar.ts'

const REST = "[0-9a-zA-Z_'?]"
const END = `(?!${REST})`
const HEX = '[0-9a-fA-F]'
const digits = (digit: string): string => `${digit}+(?:_${digit}+)*`

const KEYWORDS =
  wordSet(`abstract allocated assert assume break by calc case class codatatype const constructor datatype
  decreases downto else ensures exists expect export extends for forall fresh function ghost greatest if import
  include invariant iterator label least lemma match method modifies modify module nameonly new newtype old opened
  predicate print provides reads refines requires return returns reveal reveals static then this to trait twostate
  type unchanged var while witness yield yields`)
const TYPES = wordSet(
  `ORDINAL array array? bool char imap int iset map multiset nat object object? real seq set string`,
)
const WORDS = { kt: TYPES, kc: wordSet('true false null'), ow: wordSet('as is in'), kr: KEYWORDS }

export const createDafnyLexer = defineLexer(() => ({
  states: {
    root: [
      [/\/\*/, 'cm', 'comment'],
      [/\/\/.*?$/, 'c1'],
      [/\*\//, 'err'],
      [pattern(`'(?:[^\\\\'\\n\\r]|\\\\["'ntr\\\\0]|\\\\u${HEX}{4})'`), 'sc'],
      [/'[^'\n\r]*(?:'|$)/, 'err'],
      [pattern(`"(?:[^\\\\"\\n\\r]|\\\\["'ntr\\\\0]|\\\\u${HEX}{4})*"`), 's2'],
      [/".*"|".*$/, 'err'],
      [/@"(?:[^"]|"")*"/, 'sx'],
      [/@"[\s\S]*/, 'err'],
      [pattern(`${digits('\\d')}\\.${digits('\\d')}${END}`), 'mf'],
      [pattern(`0b${digits('[01]')}${END}`), 'mb'],
      [pattern(`0b${REST}*`), 'err'],
      [pattern(`0x${digits(HEX)}${END}`), 'mh'],
      [pattern(`0x${REST}*`), 'err'],
      [pattern(`${digits('\\d')}${END}`), 'mi'],
      [pattern(`_${END}`), 'n'],
      [pattern(`_[0-9_]+${END}`), 'err'],
      [pattern(`[0-9_]+_${END}`), 'err'],
      [pattern(`[0-9]${REST}+`), 'err'],
      [pattern(`array(?:1[0-9]+|[2-9][0-9]*)\\??${END}|bv(?:0|[1-9][0-9]*)${END}`), 'kt'],
      [pattern(`[0-9a-zA-Z?]${REST}*`), byWord(WORDS, 'n')],
      [/[*!%&<>|^+=:./-]/, 'o'],
      [/[[\](){},;`]/, 'p'],
      [/\s+/, ''],
      [/./, 'err'],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
  },
}))
