// Lustre and Lutin, languages of reactive systems.

import { byWord, defineLexer, type Words, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const define = (words: Readonly<Record<string, Words>>): (() => Lexer) =>
  defineLexer(() => ({
    states: {
      root: [
        [/\s+/, ''],
        [/false|true/, 'kc'],
        [/--.*/, 'c1'],
        [/\/\*[\s\S]*?\*\/|\(\*[\s\S]*?\*\)/, 'cm'],
        [/[a-z_][\w']*/i, byWord(words, 'n')],
        [/[(){}[\];]+/, 'p'],
        [/[,!$%&*+./:<=>?@^|~#-]+/, 'o'],
        [/\d[\d_]*(?![\d_])(?:.[\d_]*(?![\d_]))?e[+-]?\d[\d_]*/i, 'mf'],
        [/\d[\d_]*/, 'mi'],
        [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|[.])'/, 'sc'],
        [/"/, 's2', 'string'],
      ],
      string: [
        [/[^\\"]+|\\\n/, 's2'],
        [/\\(?:[\\"'ntbr]|\d{3}|x[0-9a-fA-F]{2})/, 'se'],
        [/"/, 's2', '#pop'],
      ],
    },
  }))

export const createLustreLexer = define({
  k: wordSet(`extern unsafe assert const current enum function let node operator returns step struct tel type var model
    package needs provides uses is body end include merge`),
  ow: wordSet('div and xor mod or not nor if then else fby pre when with'),
  kt: wordSet('int real bool'),
})

export const createLutinLexer = define({
  k: wordSet(`let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref
    exception include`),
  ow: wordSet('div and xor mod or not nor if then else pre'),
  kt: wordSet('int real bool trace loop fby'),
})
