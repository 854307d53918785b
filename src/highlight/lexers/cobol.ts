// COBOL.

import { byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'
import { COBOL_KEYWORDS } from './cobol-words.ts'

const WORDS = {
  kd: wordSet('IDENTIFICATION ENVIRONMENT DATA PROCEDURE DIVISION'),
  kn: wordSet('CONFIGURATION INPUT-OUTPUT FILE WORKING-STORAGE LOCAL-STORAGE LINKAGE SECTION'),
  k: COBOL_KEYWORDS,
}

// A text ends with its line.
const quoted = (quote: string, kind: string): readonly Rule[] => [
  [pattern(`[^${quote}\\\\\\n]+`), 's'],
  [/\\./, 'se'],
  [pattern(quote), kind, '#pop'],
  [/\n/, 'err'],
]

export const createCobolLexer = defineLexer(() => ({
  states: {
    root: [
      [/^ {6}\*.*|^Debug \*.*/, 'cs'],
      [/"/, 's2', 'doubleQuoted'],
      [/'/, 's1', 'singleQuoted'],
      [
        pattern('\\p{Alphabetic}[\\p{Alphabetic}\\p{Nd}\\-]*(?![\\w\\-])'),
        byWord(WORDS, 'n', (word) => word.toUpperCase()),
      ],
      [/[-+]?\d+(?:\.\d+)?\b/, 'm'],
      [/[.,;:()]/, 'p'],
      [/\*>.*/, 'c1'],
      [/[+\-*/><=]/, 'o'],
      [/\s/, 'w'],
      [/.+/, ''],
    ],
    doubleQuoted: quoted('"', 's2'),
    singleQuoted: quoted("'", 's1'),
  },
}))
