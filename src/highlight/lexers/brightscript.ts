// BrightScript, the language of Roku's players.

import { byWord, defineLexer } from '../grammar.ts'
import { CLASSES, FUNCTIONS, RESERVED, TYPES } from './brightscript-words.ts'

const named = byWord(
  {
    kr: { has: (name) => CLASSES.has(name) || RESERVED.has(name.toUpperCase()) },
    kt: { has: (name) => TYPES.has(name.toUpperCase()) },
    nb: { has: (name) => FUNCTIONS.has(name.toUpperCase()) },
    ow: { has: (name) => /^(?:and|as|mod|not|or|then)$/i.test(name) },
  },
  'n',
)

export const createBrightscriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/'.*|REM.*/i, 'c1'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/\d*\.\d+(?:e-?\d+)?/i, 'mf'],
      [/\d+[lu]*/i, 'mi'],
      [/".*?"/, 's2'],
      [/[$a-z_][a-z0-9_]*(?=\s*\()/i, 'nf'],
      [/[()[\],.;{}]/, 'p'],
      [/[$a-z_][a-z0-9_]*/i, named],
    ],
  },
}))
