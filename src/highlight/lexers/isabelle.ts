// Isabelle's theories.

import { byWord, defineLexer, wordSet } from '../grammar.ts'
import { nestedComment } from './comments.ts'
import { DECLARATIONS, DIAGNOSTICS, GOALS, MINOR } from './isabelle-words.ts'

const named = byWord(
  {
    kp: MINOR,
    kt: DIAGNOSTICS,
    k: DECLARATIONS,
    gh: wordSet('header chapter'),
    gu: wordSet('section subsection subsubsection sect subsect subsubsect'),
    kn: GOALS,
    gr: wordSet('sorry oops'),
  },
  'n',
)

const quoted = (text: RegExp, end: RegExp, kind: string) =>
  [
    [text, kind],
    [/\\<\w*>/, 'ss'],
    [/\\["`]?/, kind],
    [end, kind, '#pop'],
  ] as const

export const createIsabelleLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [/\{\*|‹/, '', 'text'],
      [/::|[-[\]:()_=,|+!?]/, 'o'],
      [/[{}.]/, 'ow'],
      [/[a-zA-Z]\w*/, named],
      [/\\<\w*>/, 'ss'],
      [/'[a-zA-Z_][.\w']*/, 'nv'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[oO][0-7][0-7_]*/, 'mo'],
      [/0[bB][01][01_]*/, 'mb'],
      [/"/, 's', 'string'],
      [/`/, 'sx', 'fact'],
      [/[^\s:|[\]\-()=,+!?{}._][^\s:|[\]\-()=,+!?{}]*/, 'n'],
    ],
    comment: nestedComment('c'),
    text: [
      [/[^{*}‹›]+/, ''],
      [/\{\*|‹/, '', '#push'],
      [/\*\}|›/, '', '#pop'],
      [/[{*}]/, ''],
    ],
    string: quoted(/[^"\\]+/, /"/, 's'),
    fact: quoted(/[^`\\]+/, /`/, 'sx'),
  },
}))
