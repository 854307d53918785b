// Prolog.

import { defineLexer, pattern } from '../grammar.ts'

const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'

export const createPrologLexer = defineLexer(() => ({
  initial: ['root', 'first'],
  states: {
    first: [
      [/#.*/, 'c1'],
      [/(?:)/, '', '#pop'],
    ],
    root: [
      [/\s+/, ''],
      [/%.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[[\](){}|.,;!]|:-|-->/, 'p'],
      [/"[^"]*"/, 's2'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'm'],
      [pattern(`\\p{Lowercase}${WORD}*`), 'ss'],
      [/'[^']*'/, 'ss'],
      [/[A-Z]\w*/, 'nv'],
      [pattern(`_${WORD}*`), 'nv'],
      [/[#&*+\-./:<=>?@^~,]+/, 'o'],
    ],
    // quirk(rouge): of a comment only what begins with a star is known.
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\s*\*[^*/]+/, 'cm'],
      [/\*\//, 'cm', '#pop'],
      [/\s+/, 'err'],
    ],
  },
}))
