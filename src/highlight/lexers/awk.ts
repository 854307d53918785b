// AWK. `operand` stands where a slash opens a regular expression.

import { type Action, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'
import { delimited } from './quotes.ts'
import { REGEX_BODY, REGEX_CLASS } from './regex-literal.ts'

const KEYWORDS = wordSet(`break continue delete do else exit for getline if next
  nextfile print printf return while`)
const CONSTANTS = wordSet(`ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS
  RS SUBSEP`)
const BUILTINS = wordSet(`atan2 cos exp gsub index int length log match rand sin split
  sprintf sqrt srand sub substr system tolower toupper`)

const kindOf = (name: string): string => {
  if (KEYWORDS.has(name)) return 'k'
  if (name === 'function') return 'kd'
  if (name === 'BEGIN' || name === 'END') return 'kr'
  if (CONSTANTS.has(name)) return 'kc'
  if (BUILTINS.has(name)) return 'nb'
  return name.startsWith('$') ? 'nv' : 'nx'
}

const named: Action = (scan, match) => {
  const kind = kindOf(match[0])
  scan.emit(kind, match[0])
  if (kind === 'k' || kind === 'kd') scan.move('operand')
}

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*?$/, 'c1'],
]

export const createAwkLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/[-<>+*/%^!=]=?|in\b|\||&&|~!?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/[;{}]/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/[?]/, 'p', ['ternary', 'operand']],
      [/[$a-zA-Z_][a-zA-Z0-9_]*/, named],
      [/[0-9]+\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
      [pattern(delimited('"')), 's2'],
      [/:/, 'p'],
    ],
    operand: [...SPACE, [/\//, 'sr', '#goto:regex'], [/(?:)/, '', '#pop']],
    statement: [[/[{}]/, 'p'], include('operand')],
    ternary: [[/:/, 'p', '#goto:operand'], include('root')],
    regex: [[/\//, 'sr', '#pop'], ...REGEX_BODY],
    regexClass: REGEX_CLASS,
  },
}))
