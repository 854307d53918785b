// Unified and plain diffs, line by line.

import { defineLexer } from '../grammar.ts'

export const createDiffLexer = defineLexer({
  states: {
    root: [
      [/^ .*$\n?/, ''],
      [/^---$\n?/, 'p'],
      [/^\++.*$\n?|^>+[ \t]+.*$\n?|^>+$\n?/, 'gi'],
      [/^-+.*$\n?|^<+[ \t]+.*$\n?|^<+$\n?/, 'gd'],
      [/^!.*$\n?/, 'gs'],
      [/^(?:[Ii]ndex|diff).*$\n?/, 'gh'],
      [/^(@@[^@]*@@)([^\n]*\n)/, ['p', '']],
      [/^\w.*$\n?/, 'p'],
      [/^=.*$\n?/, 'gh'],
      [/.+$\n?/, ''],
    ],
  },
})
