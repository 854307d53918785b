// NASM's assembly.

import { defineLexer, pattern, type Rule } from '../grammar.ts'

const NAME = '[a-z$._?][\\w$.?#@~]*'

const SPACE: readonly Rule[] = [
  [/\n/, ''],
  [/[ \t]+/, ''],
  [/;.*/, 'c1'],
]

// quirk(rouge): none of these words need end there.
const PUNCTUATION: readonly Rule[] = [
  [/[,():[\]]+/, 'p'],
  [/[&|^<>+*/%~-]+/, 'o'],
  [/\$+/, 'kc'],
  [/seg|wrt|strict/i, 'ow'],
  [/byte|[dq]?word/i, 'kt'],
]

export const createNasmLexer = defineLexer(() => ({
  states: {
    root: [
      [/^\s*%/, 'cp', 'directive'],
      ...SPACE,
      ...PUNCTUATION,
      [pattern(`${NAME}:`, 'i'), 'nl'],
      [pattern(`(${NAME})(\\s+)(equ)`, 'i'), ['no', 'kd', 'kd'], 'operands'],
      [
        /BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
        'k',
        'operands',
      ],
      [/(?:res|d)[bwdqt]|times/i, 'kd', 'operands'],
      [pattern(NAME, 'i'), 'nf', 'operands'],
      [/[\r\n]+/, ''],
    ],
    operands: [
      // quirk(rouge): a text holds neither backslashes nor the letter n.
      [/"(?:\\\\"|[^"\\n])*"|'(?:\\\\'|[^'\\n])*'|`(?:\\\\`|[^`\\n])*`/, 's'],
      [/0x[\da-f]+|\d[\da-f]*h/i, 'mh'],
      [/[0-7]+q/i, 'mo'],
      [/[01]+b/i, 'mb'],
      [/\d+\.e?\d+/i, 'mf'],
      [/\d+/, 'mi'],
      ...PUNCTUATION,
      [
        /r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i,
        'nb',
      ],
      [pattern(NAME, 'i'), 'nv'],
      [/[\r\n]+/, '', '#pop'],
      ...SPACE,
    ],
    directive: [
      [/[^;\n]+/, 'cp'],
      [/;.*?\n/, 'c1', '#pop'],
      [/\n/, 'cp', '#pop'],
    ],
  },
}))
