// Nial, the nested interactive array language.

import { byWord, defineLexer, include, wordSet } from '../grammar.ts'
import { FUNCTIONS } from './nial-words.ts'

const KEYWORDS = wordSet(`begin case do else elseif end endcase endfor endif endrepeat endwhile for from gets if is op
  repeat then tr until while with`)
const TRANSFORMERS = wordSet(`accumulate across bycols bykey byrows converse down each eachall eachboth eachleft
  eachright filter fold fork grade inner iterate leaf no_tr outer partition rank recur reduce reducecols reducerows sort
  team timeit twig`)
const CONSTANTS = wordSet('false null pi true')

export const createNialLexer = defineLexer(() => ({
  states: {
    root: [
      [/%[^;]+;/, 'cm'],
      // Where no semicolon follows, none follows later.
      [/%(?=[^;])/, 'err', '#goto:plain'],
      include('plain'),
    ],
    plain: [
      [/'/, 's1', 'string'],
      [/[lo]+\b/, 'mb'],
      [/-?\d+(?:(?:\.\d*)?[eE][+-]?\d|\.)\d*/, 'mf'],
      [/-?\d+/, 'mi'],
      [/`./, 'sc'],
      [/"[^\s()[\]{}#,;]*/, 'ss'],
      [/\?[^\s()[\]{}#,;]*/, 'gr'],
      [/^#(?:.+\n)+\n/, 'cm'],
      [/:=|[{}[\](),:;]/, 'p'],
      [/>>|>=|<=|~=|[.!#+*\-=></|@]/, 'o'],
      [
        /[_A-Za-z]\w*\b/,
        byWord({ k: KEYWORDS, kp: FUNCTIONS, nb: TRANSFORMERS, kc: CONSTANTS }, 'nv', (word) => word.toLowerCase()),
      ],
      // A word that goes on beyond ASCII.
      [/[_A-Za-z]+/, 'err'],
      [/\s+/, ''],
    ],
    string: [
      [/''/, 'se'],
      [/[^']+/, 's1'],
      [/'|$/, 's1', '#pop'],
    ],
  },
}))
