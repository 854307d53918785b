// C#.

import { anyOf, defineLexer, include, pattern, quotedOnLine, type Rule } from '../grammar.ts'

const ID =
  '@?[_\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}][\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}]*'
const KEYWORDS =
  anyOf(`abstract add alias and as ascending async await base break by case catch checked const continue default
  delegate descending do else enum equals event explicit extern false finally fixed for foreach from get global goto group if
  implicit in init interface internal into is join let lock nameof new notnull null on operator orderby out override params
  partial private protected public readonly ref remove return sealed set sizeof stackalloc static switch this throw true try
  typeof unchecked unsafe unmanaged value virtual void volatile when where while with yield`)
const TYPES =
  anyOf(`bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort
  var`)
const DIRECTIVES = anyOf('if endif else elif define undef line error warning region endregion pragma nullable')
const DIGITS = '[0-9](?:[_0-9]*[0-9])?'

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/\/[*][\s\S]*?[*]\//, 'cm'],
]

export const createCsharpLexer = defineLexer({
  states: {
    root: [
      ...SPACE,
      [/[$]\s*"/, 's', 'interpolated'],
      [/[$]@\s*"/, 's', 'interpolatedVerbatim'],
      [pattern(`<\\[\\s*(?:${ID}:)?`), 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [/@"(?:""|[^"])*"/, 's'],
      [quotedOnLine('"'), 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0b[_01]+[lu]?/i, 'm'],
      [/0x[_0-9a-f]+[lu]?/i, 'm'],
      [pattern(`${DIGITS}(?:[.]${DIGITS})?(?:e[+-]?${DIGITS})?[fldum]?`, 'i'), 'm'],
      [/(?:class|record|struct|interface)\b/, 'k', 'className'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      [pattern(`^#[ \\t]*(?:${DIRECTIVES})\\b.*?\\n`), 'cp'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [pattern(`${ID}(?=\\s*[(])`), 'nf'],
      [pattern(ID), 'n'],
    ],
    nested: [[/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], include('root')],
    interpolated: [
      [/\\./, 's'],
      [/\{/, 'p', 'nested'],
      [/"|\n/, 's', '#pop'],
      [/./, 's'],
    ],
    interpolatedVerbatim: [
      [/""/, 's'],
      [/\{/, 'p', 'nested'],
      [/"/, 's', '#pop'],
      [/./, 's'],
    ],
    className: [...SPACE, [pattern(ID), 'nc', '#pop']],
    namespace: [...SPACE, [/(?=[(])/, '', '#pop'], [pattern(`(?:${ID}|[.])+`), 'nn', '#pop']],
  },
})
