// Pony.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed
  end error for fun if ifdef in interface is isnt lambda let match new not object primitive recover repeat return
  struct then this trait try type until use var where while with`)
const CAPABILITIES = wordSet('box iso ref tag trn val')

export const createPonyLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/"""/, 'sd', 'docString'],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [/"/, 's', 'string'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/(?:true|false|NULL)\b/, 'no'],
      [/[A-Z_][a-zA-Z0-9_]*/, 'nc'],
      [/[()[\],.';]/, 'p'],
      [/0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, 'mf'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      [/(?:0|[1-9][0-9_]*)(?:[LU]u?|u[LU]?|UL)?/, 'mi'],
      [/[a-z_][a-z0-9_]*/i, byWord({ kd: CAPABILITIES, kr: KEYWORDS }, 'n')],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+|\\\n?/, 's'],
    ],
    docString: [
      [/"""/, 'sd', '#pop'],
      [/[\s\S]/, 'sd'],
    ],
  },
}))
