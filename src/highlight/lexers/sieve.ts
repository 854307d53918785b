// Sieve, the filters of mail.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const CONTROLS = wordSet('else elsif if require stop')
const TESTS = wordSet(`address allof anyof body currentdate date exists false hasflag header mailboxexists metadata
  metadataexists not notify_method_capability servermetadata servermetadataexists size spamtest true
  valid_notify_method virustest`)
const ACTIONS =
  wordSet(`addflag addheader deleteheader discard enclose ereject extracttext fileinto keep notify redirect
  reject removeflag replace setflag vacation`)

export const createSieveLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [/[[\](),;{}]/, 'p'],
      [/:[a-zA-Z_][a-zA-Z0-9_]*/, 'o'],
      [/[a-zA-Z_][a-zA-Z0-9_]*/, byWord({ k: CONTROLS, nv: TESTS, nf: ACTIONS }, 'nx')],
      [/"/, 's2', 'string'],
      [/[0-9]+[KMG]/, 'mi'],
    ],
    string: [
      [/\\./, 'se'],
      [/"/, 's2', '#pop'],
      [/\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}/, 'si'],
      [/./, 's2'],
    ],
  },
}))
