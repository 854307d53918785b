// Racket: Scheme with more names and more kinds of comments.

import { defineLexer, pattern } from '../grammar.ts'
import { RACKET_BUILTINS, RACKET_KEYWORDS } from './racket-words.ts'
import { CHARACTER, called, NUMBERS, SHARP_NUMBERS } from './scheme.ts'

const ID = "[^\\s()\\[\\]{}'`,.]+"

export const createRacketLexer = defineLexer(() => ({
  states: {
    root: [
      [/;.*$/, 'c1'],
      [/#!.*/, 'c1'],
      [/#\|/, 'cm', 'comment'],
      [/#;/, 'cm', 'formComment'],
      [/\s+/, ''],
      [/[+-]inf[.][f0]|[+-]nan[.]0|-min[.]0|[+]max[.]0/, 'mf'],
      ...NUMBERS,
      [pattern(`#:${ID}`), 'nt'],
      ...SHARP_NUMBERS,
      [pattern(`['\`]${ID}`), 'ss'],
      CHARACTER,
      [/#t(?:rue)?|#f(?:alse)?/i, 'no'],
      [/['#`.]|,@?/, 'o'],
      [/[([{]/, 'p', 'called'],
      [/[)\]}]/, 'p'],
      [pattern(ID), 'nv'],
    ],
    called: called(ID, RACKET_KEYWORDS, RACKET_BUILTINS),
    comment: [
      [/[^|#]+/, 'cm'],
      [/\|#/, 'cm', '#pop'],
      [/#\|/, 'cm', '#push'],
      [/[|#]/, 'cm'],
    ],
    formComment: [
      [/[({[]/, 'cm', 'commentedForm'],
      [/"(?:[^"\\]|\\"|\\(?!"))*"|"[\s\S]*"/, 'cm', '#pop'],
      [/\S+/, 'cm', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    commentedForm: [
      [/[^(){}[\]]+/, 'cm'],
      [/[)}\]]/, 'cm', '#pop'],
      [/[({[]/, 'cm', '#push'],
    ],
  },
}))
