// Factor. Words are whatever stands between spaces.

import { byWord, defineLexer, pattern, quotedText, type Rule } from '../grammar.ts'
import { BUILTINS } from './factor-words.ts'

/** A word, and what follows it, with spaces between. */
const sequence = (word: string, kinds: readonly string[], ...next: string[]): Rule => [
  pattern(
    `(${word})${kinds
      .slice(1)
      .map((kind) => `(\\s+)(${kind === 'p' ? '<|=>' : '\\S+'})`)
      .join('')}`,
  ),
  kinds.flatMap((kind, index) => (index === 0 ? [kind] : ['', kind])),
  next,
]

export const createFactorLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      sequence(':|::|MACRO:|MEMO:|GENERIC:|HELP:', ['k', 'nf']),
      sequence('M:|HOOK:|GENERIC#', ['k', 'nc', 'nf']),
      [/\((?=\s)/, 'nf', 'effect'],
      [/;(?=\s)/, 'k'],
      [/(USING:)((?:\s|\\\s)+)/, ['kn', ''], 'import'],
      sequence('IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:', ['kn', 'nn']),
      sequence('FROM:|EXCLUDE:', ['kn', 'nn', 'p']),
      [/(?:ALIAS|DEFER|FORGET|POSTPONE):/, 'kn'],
      sequence('TUPLE:', ['k', 'nc', 'p', 'nc'], 'slots'),
      sequence('TUPLE:', ['k', 'nc'], 'slots'),
      sequence('UNION:|INTERSECTION:', ['k', 'nc']),
      sequence('PREDICATE:', ['k', 'nc', 'p', 'nc']),
      sequence('C:', ['k', 'nf', 'nc']),
      [/(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|TYPEDEF|FUNCTION|STRUCT):/, 'k'],
      [/<PRIVATE|PRIVATE>/, 'kn'],
      sequence('MAIN:', ['kn', 'nf']),
      [quotedText('"'), 's'],
      [/\S+"\s+(?:(?:[^"\\]|\\[\s\S])*"|[\s\S]*")/, 's'],
      [/CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)/, 'sc'],
      [/#?!\s+.*$/, 'c'],
      [/[tf](?=\s)/, 'no'],
      [/-?\d+\.\d+(?=\s)/, 'mf'],
      [/-?\d+(?=\s)/, 'mi'],
      [/HEX:\s+[a-fA-F\d]+(?=\s)/, 'mh'],
      [/BIN:\s+[01]+(?=\s)/, 'mb'],
      [/OCT:\s+[0-7]+(?=\s)/, 'mo'],
      [/[-+/*=<>^](?=\s)/, 'o'],
      [/(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)/, 'k'],
      [/\S+/, byWord({ nb: BUILTINS }, 'n')],
    ],
    effect: [
      [/\s+/, ''],
      [/\(/, 'nf', '#push'],
      [/\)/, 'nf', '#pop'],
      [/--/, 'nf'],
      [/\S+/, 'nv'],
    ],
    slots: [
      [/\s+/, ''],
      [/;(?=\s)/, 'k', '#pop'],
      [/\S+/, 'nv'],
    ],
    import: [
      [/;(?=\s)/, 'k', '#pop'],
      [/\s+/, ''],
      [/\S+/, 'nn'],
    ],
  },
}))
