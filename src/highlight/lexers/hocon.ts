// HOCON: JSON with comments, bare words and substitutions.

import { defineLexer, include, pattern, type Rule } from '../grammar.ts'

const COMMENT: Rule = [/(?:\/\/|#).*?$/, 'c1']
const SUBSTITUTION: Rule = [/\$\{\??/, 'si', 'substitution']
const IN_STRING: readonly Rule[] = [SUBSTITUTION, [/[^\\"]+/, 's2'], [/\\./, 'se'], [/"/, 's2', '#pop']]

// quirk(rouge): a quoted name goes on over quotes until one has a sign behind it.
const QUOTED_NAME: Rule = [/("[^\n]*?")(\s*)([:=]|(?=\{))/, ['nl', 'w', 'p']]
const BARE_NAME = '([-\\w.]+)(\\s*)([:=]|(?=\\{))'
// Inside of a word that has been found to be no name there is none.
const NAME: readonly Rule[] = [QUOTED_NAME, [pattern(`(?<![-\\w.])${BARE_NAME}`), ['nl', 'w', 'p']]]

// A word may begin behind the plus of an exponent.
const EXPONENTS: readonly Rule[] = [
  [/-?(?:0|[1-9]\d*)\.\d+e\+\d+/i, 'mf', 'name'],
  [/-?(?:0|[1-9]\d*)e\+\d+/i, 'mi', 'name'],
]

const LONG_NUMBER: Rule = [/\d+\.(?:\d+\.?){3,}/, 'l']
const LITERALS: readonly Rule[] = [
  LONG_NUMBER,
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

const BEFORE: readonly Rule[] = [COMMENT, [/\s+/, 'w']]
const VALUE: readonly Rule[] = [...BEFORE, ...LITERALS]
const NAMED_VALUE: readonly Rule[] = [...BEFORE, LONG_NUMBER, ...EXPONENTS, ...LITERALS]

export const createHoconLexer = defineLexer(() => ({
  states: {
    root: [COMMENT, [/\s+/, 'w'], [/\{/, 'p', 'object'], [/\[/, 'p', 'array'], ...NAME, ...NAMED_VALUE, [/[\]}]/, 'p']],
    object: [
      [/(?:include|url|file|classpath)\b/, 'k', 'name'],
      [/\s+/, 'w'],
      ...NAME,
      ...NAMED_VALUE,
      [/\}/, 'p', '#pop'],
      [/,/, 'p'],
    ],
    name: [
      [pattern(BARE_NAME), ['nl', 'w', 'p'], '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    array: [...VALUE, [/\]/, 'p', '#pop'], [/,/, 'p']],
    substitution: [
      [/[\w\-.]+/, 'nv'],
      [/\}/, 'si', '#pop'],
    ],
    string: [SUBSTITUTION, [/[^\\"${]+/, 's2'], ...IN_STRING],
    longString: [[/"[^"]{1,2}/, 's2'], include('string')],
  },
}))
