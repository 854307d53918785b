// Jobs of Dollar Universe's Datastudio.

import { byWord, defineLexer, pattern } from '../grammar.ts'
import { KEYWORDS } from './datastudio-words.ts'

// What percent signs enclose, at least one character. quirk(rouge): a backslash takes one along, but where no other sign closes it the last
// of those in the line does.
const PERCENT = pattern(String.raw`%(?:\\.|[^\\\n])(?:[^\\%\n]|\\.)*%|%[^\n]+%`, '')

export const createDatastudioLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/^:@?[_a-zA-Z]\w*/, 'nl'],
      [/@@?[_a-zA-Z]\w*(?:\.@?[_a-zA-Z]\w*)?/, 'ni'],
      [PERCENT, 'nv'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [/"/, 's2', 'string'],
      [/'/, 's1', 'singleString'],
      [/\d(?:\.\d*)?/, 'm'],
      [/@?[_a-zA-Z]\w*(?=\s*\()/, 'nf'],
      [/@?[_a-zA-Z]\w*/, byWord({ k: KEYWORDS }, 'n', (word) => word.toUpperCase())],
    ],
    string: [
      [PERCENT, 'se'],
      [/\\"/, 's2'],
      [/"/, 's2', '#pop'],
      [/[\s\S]/, 's2'],
    ],
    singleString: [
      [PERCENT, 'se'],
      [/\\'/, 's1'],
      [/'/, 's1', '#pop'],
      [/[\s\S]/, 's1'],
    ],
  },
}))
