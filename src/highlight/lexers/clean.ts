// Clean, and the ABC code that may stand inside of it.

import { type Action, defineLexer, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`if otherwise let in with where case of infix infixl infixr class instance generic derive special
  implementation definition system module from import qualified as dynamic code inline foreign export ccall stdcall`)

const named: Action = (scan, match) => scan.emit(KEYWORDS.has(match[0]) ? 'k' : 'n', match[0])
const capitalized: Action = (scan, match) => scan.emit(/^(?:True|False)$/.test(match[0]) ? 'kc' : 'kt', match[0])

const LITERALS: readonly Rule[] = [
  [/'(?:[^'\\]|\\(?:x[0-9a-fA-F]+|\d+|.))'/, 'sc'],
  [/[+~-]?\d+\.\d+(?:E[+-]?\d+)?\b/, 'mf'],
  [/[+~-]?\d+E[+-]?\d+\b/, 'mf'],
  [/[+~-]?\d+/, 'mi'],
  [/"/, 's2', 'string'],
]

const ESCAPES: readonly Rule[] = [[/\\(?:[xX][0-9a-fA-F]{1,2}|[dD]\d{0,3}|0[0-7]{0,3}|[0-7]{1,3}|[nrfbtv\\"'])/, 'se']]

const ABC: readonly Rule[] = [[/\s+/, 'w'], [/\|.*/, 'c1'], ...LITERALS]

// A comment to the end of the line hides the end of the one around it.
const comment = (kind: string): readonly Rule[] => [
  [/\*\//, kind, '#pop'],
  [/\/\/.*/, kind],
  [/\/\*/, kind, 'comment'],
  [/[^*/]+|[*/]/, kind],
]

export const createCleanLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/\/\/\*.*/, 'cd'],
      [/\/\/.*/, 'c1'],
      [/\/\*\*/, 'cd', 'documentation'],
      [/\/\*/, 'cm', 'comment'],
      [/[+~-]?0[0-7]+/, 'mo'],
      [/[+~-]?0x[0-9a-fA-F]+/, 'mh'],
      ...LITERALS,
      [/(\[)(\s*)(')(?=.*?'\])/, ['p', 'w', 's1'], 'characters'],
      [/code(?:\s+inline)?\s*\{/, 'cp', 'abc'],
      [/_*[a-z][\w`]*/, named],
      [/_*[A-Z][\w`]*/, capitalized],
      [/[^\w\s`]/, 'p'],
      [/_\b/, 'p'],
    ],
    documentation: comment('cd'),
    comment: comment('cm'),
    string: [[/"/, 's2', '#pop'], ...ESCAPES, [/[^\\"]+/, 's2']],
    characters: [[/(')(\])/, ['s1', 'p'], '#pop'], ...ESCAPES, [/[^\\']/, 's1']],
    abc: [...ABC, [/\}/, 'cp', '#pop'], [/\.\w*/, 'k', 'instruction'], [/\w+/, 'nb', 'instruction']],
    instruction: [[/\n/, 'w', '#pop'], [/\}/, 'cp', '#pop:2'], ...ABC, [/\S+/, 'n']],
  },
}))
