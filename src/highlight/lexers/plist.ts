// Property lists of the old form, as Xcode's projects have them.

import { defineLexer, include } from '../grammar.ts'

export const createPlistLexer = defineLexer(() => ({
  states: {
    root: [
      [/\/\/.*$/, 'c'],
      [/\/\*[\s\S]+?\*\//, 'c'],
      [/\s+/, 'w'],
      [/\{/, 'p', 'dictionary'],
      [/\(/, 'p', 'array'],
      [/"(?:[^"\\]|\\.)*"/, 's2'],
      [/'(?:[^'\\]|\\.)*'/, 's1'],
      [/</, 'p', 'data'],
      [/[\w$/:.-]+/, 'l'],
    ],
    dictionary: [include('root'), [/[=;]/, 'p'], [/\}/, 'p', '#pop']],
    array: [include('root'), [/,/, 'p'], [/\)/, 'p', '#pop']],
    data: [
      [/[0-9a-fA-F\s]+/, 'mh'],
      [/>/, 'p', '#pop'],
    ],
  },
}))
