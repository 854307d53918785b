// HOCON: JSON with comments, bare words and substitutions.

import { defineLexer, include, type Rule } from '../grammar.ts'

const COMMENT: Rule = [/(?:\/\/|#).*?$/, 'c1']
const SUBSTITUTION: Rule = [/\$\{\??/, 'si', 'substitution']
const IN_STRING: readonly Rule[] = [SUBSTITUTION, [/[^\\"]+/, 's2'], [/\\./, 'se'], [/"/, 's2', '#pop']]

const NAME: readonly Rule[] = [
  // quirk(rouge): a name goes on over quotes until one has a sign behind it.
  [/("[^\n]*?")(\s*)([:=]|(?=\{))/, ['nl', 'w', 'p']],
  [/([-\w.]+)(\s*)([:=]|(?=\{))/, ['nl', 'w', 'p']],
]

const VALUE: readonly Rule[] = [
  COMMENT,
  [/\s+/, 'w'],
  [/\d+\.(?:\d+\.?){3,}/, 'l'],
  [/true|false|null/, 'kc'],
  [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
  [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
  SUBSTITUTION,
  [/"""/, 's2', 'longString'],
  [/"/, 's2', 'string'],
  [/\[/, 'p', 'array'],
  [/\{/, 'p', 'object'],
  [/[()=]/, 'p'],
  [/[^$"{}[\]:=,+#`^?!@*&]/, 'l'],
]

export const createHoconLexer = defineLexer({
  states: {
    root: [COMMENT, [/\s+/, 'w'], [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], ...NAME, ...VALUE, [/[\]}]/, 'p']],
    object: [
      [/(?:include|url|file|classpath)\b/, 'k'],
      [/\s+/, 'w'],
      ...NAME,
      ...VALUE,
      [/\}/, 'p', '#pop'],
      [/,/, 'p'],
    ],
    array: [...VALUE, [/\]/, 'p', '#pop'], [/,/, 'p']],
    substitution: [
      [/[\w\-.]+/, 'nv'],
      [/\}/, 'si', '#pop'],
    ],
    string: [SUBSTITUTION, [/[^\\"${]+/, 's2'], ...IN_STRING],
    longString: [[/"[^"]{1,2}/, 's2'], include('string')],
  },
})
