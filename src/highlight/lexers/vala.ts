// Vala.

import { anyOf, defineLexer, pattern, quotedOnLine, type Rule } from '../grammar.ts'
import { delimited } from './quotes.ts'

const KEYWORDS =
  anyOf(`abstract as async base break case catch const construct continue default delegate delete do dynamic else
  ensures enum errordomain extern false finally for foreach get global if in inline interface internal is lock new null out
  override owned private protected public ref requires return set signal sizeof static switch this throw throws true try typeof
  unowned var value virtual void weak while yield`)
const TYPES =
  anyOf(`bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8 uint16
  uint32 uint64 ulong ushort`)
const ID = '@?[_a-zA-Z]\\w*'

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/\/[*][\s\S]*?[*]\//, 'cm'],
]

export const createValaLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/^\s*\[.*?\]/, 'na'],
      [pattern(`<\\[\\s*(?:${ID}:)?`), 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [pattern(delimited('@"', '"', '\\n')), 's'],
      [quotedOnLine('"'), 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      [/[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/class|struct/, 'k', 'className'],
      [/namespace|using/, 'k', 'namespaceName'],
      [pattern(`${ID}(?=\\s*[(])`), 'nf'],
      [pattern(ID), 'n'],
      [/#.*/, 'cp'],
    ],
    className: [...SPACE, [pattern(ID), 'nc', '#pop']],
    namespaceName: [...SPACE, [/(?=[(])/, '', '#pop'], [pattern(`(?:[.]|${ID}(?!\\w))+`), 'nn', '#pop']],
  },
}))
