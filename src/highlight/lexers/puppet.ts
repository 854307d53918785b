// Puppet's manifests.

import { byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'
import { delimited } from './quotes.ts'

const NAME = '(?:::)?(?:[a-z]\\w*::)*\\w+'
const KEYWORDS = wordSet(`and case class default define else elsif if import in
  inherits node unless`)
const CONSTANTS = wordSet('false true undef')
const METAPARAMETERS = wordSet('before notify require subscribe')

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*?\n/, 'c'],
]

export const createPuppetLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [pattern(`[$]${NAME}`), 'nv'],
      [/[a-z]\w*(?=\s*[=+]>)/, byWord({ kp: METAPARAMETERS }, 'py')],
      [pattern(`${NAME}(?=\\s*[(])`), 'nf'],
      [/[A-Z]\w*/, 'nc'],
      [/[+=|~-]>|<[|~-]/, 'p'],
      [/[|:}();[\]]/, 'p'],
      [/[{,]/, 'p', 'operand'],
      [/(?:in|and|or)\b/, 'ow'],
      [/[=!<>]=/, 'o'],
      [/[=!]~/, 'o', 'operand'],
      [/[.=<>!+*/-]/, 'o'],
      [pattern(`(class|include)(\\s*)(${NAME})`), ['k', '', 'nc']],
      [/node\b/, 'k', 'operand'],
      [pattern(delimited("'")), 's1'],
      [/"/, 's2', 'string'],
      [/\d+(?:[.]\d+)?(?:e[+-]\d+)?/, 'm'],
      [pattern(NAME), byWord({ k: KEYWORDS, kc: CONSTANTS }, 'n')],
    ],
    operand: [...SPACE, [/\//, 'sr', 'regex'], [/(?:)/, '', '#pop']],
    regex: [
      [/\//, 'sr', '#pop'],
      [/\\./, 'se'],
      [/[(){}]/, 'si'],
      [/\[/, 'si', 'regexClass'],
      [/./, 'sr'],
    ],
    regexClass: [
      [/\]/, 'si', '#pop'],
      [/-(?=\])/, 'sr'],
      [/-/, 'si'],
      [/\\./, 'se'],
      [/[^\\\]-]+/, 'sr'],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/[^$\\"]+/, 's2'],
      [/\\[\s\S]/, 'se'],
      [pattern(`[$]${NAME}`), 'nv'],
      [pattern(`[$][{]${NAME}[}]`), 'nv'],
    ],
  },
}))
