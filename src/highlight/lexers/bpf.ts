// BPF, as bpftool and the compilers print its instructions.

import { defineLexer } from '../grammar.ts'

// Where a jump goes. quirk(rouge): where no label follows, a distance gives up its last digit for one. The space is taken as a whole, for
// what may be left out behind it would have it read in as many ways as it has characters.
const TARGET = /(\s*)(?!\s)([-+]0x\w+)?([-+]\d+)?(\s*)(<?\w+>?)/.source
const TARGET_KINDS = ['w', 'mh', 'mi', 'w', 'nl'] as const

export const createBpfLexer = defineLexer(() => ({
  states: {
    root: [
      [/(\d+)(:)(\s+)(\([\da-f]{2}\))/i, ['gl', 'p', 'w', 'g']],
      [/(\d+)(:)(\s+)((?:[\da-f]{2} ){8})/i, ['gl', 'p', 'w', 'g']],
      [/(\d+)(:)(\s+)/, ['gl', 'p', 'w']],
      [/(call)(\s+)(\d+)/i, ['k', 'w', 'mi']],
      [/(call)(\s+)(\w+)(?:(#)(\d+))?/i, ['k', 'w', 'nb', 'p', 'mi']],
      [{ source: `(gotol?)${TARGET}`, flags: 'i' }, ['k', ...TARGET_KINDS]],
      [
        {
          source: String.raw`(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)(0x[\da-f]+|-?\d+)(\s*)(gotol?)${TARGET}`,
          flags: 'i',
        },
        ['k', 'w', 'n', 'w', 'o', 'w', 'm', 'w', 'k', ...TARGET_KINDS],
      ],
      [
        { source: String.raw`(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)([rw]\d+)(\s*)(gotol?)${TARGET}`, flags: 'i' },
        ['k', 'w', 'n', 'w', 'o', 'w', 'n', 'w', 'k', ...TARGET_KINDS],
      ],
      [/(\*)(\s*)(\()([us](?:8|16|32|64)|ll)(\s*)(\*)(\))/i, ['o', 'w', 'p', 'kt', 'w', 'o', 'p'], 'address'],
      [/[+,\-./*&|><^s]{0,3}=/i, 'o'],
      [/([+-]?)([rw]\d+)/i, ['p', 'n']],
      [/\/\//, 'c1', 'lineComment'],
      [/\/\*/, 'cm', 'comment'],
      [/[bl]e(?:16|32|64)|bswap(?:16|32|64)|exit|lock|map/i, 'k'],
      [/(-?0x[\da-f]+|-?\d+)(\s*)(ll)?/i, ['m', 'w', 'kt']],
      [/(\w+)(\s*)(ll)/i, ['n', 'w', 'kt']],
      [/(\w+)(\s*)(:)/, ['nl', 'w', 'p']],
      [/[\s\S]/, ''],
    ],
    // Behind the type of what is read: an offset from a register, or the place in an array.
    address: [
      [/(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\))/i, ['p', 'n', 'w', 'o', 'w', 'mi', 'p'], '#pop'],
      [/(?<!\w)(\w+)(\[)(\d+)(\])/, ['n', 'p', 'mi', 'p'], '#pop'],
      [/(?<!\w)(\w+)(\[)([rw]\d+)(\])/i, ['n', 'p', 'n', 'p'], '#pop'],
    ],
    lineComment: [
      [/\n/, 'c1', '#pop'],
      [/.+/, 'c1'],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
  },
}))
