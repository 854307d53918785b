// SuperCollider, a language of sound.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet('arg classvar const super this var')
const CONSTANTS = wordSet(`true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef
  currentEnvironment topEnvironment`)
const RESERVED = wordSet('case do for forBy if loop new newCopyArgs while')

export const createSupercolliderLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[-+]?0[xX][0-9a-fA-F]+/, 'mh'],
      [/[-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?/, 'mf'],
      [/[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)/, 'mf'],
      [/\$\\?./, 'sc'],
      [/"(?:[^\\"]|\\.)*"/, 's'],
      [/'(?:[^\\']|\\.)*'/, 'sx'],
      [/\\\w+/, 'sx'],
      [/[A-Za-z_]\w*:/, 'nl'],
      [/[A-Z]\w*/, 'nc'],
      [/_\w+/, 'nf'],
      [/[a-z]\w*/, byWord({ k: KEYWORDS, kc: CONSTANTS, kr: RESERVED }, 'n')],
      [/~\w+/, 'vg'],
      [/[{}()[\];,.]/, 'p'],
      [/[-+*/&|%<>=]+|[\^:#]/, 'o'],
      [/_\b/, 'nb'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
  },
}))
