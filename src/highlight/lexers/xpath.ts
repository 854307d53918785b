// XPath, which XQuery extends.

import { anyOf, defineLexer, type Grammar, include, LEAVE, pattern, type Rule } from '../grammar.ts'

export const NC_NAME = '[a-zA-Z_][a-zA-Z_.0-9-]*'
export const Q_NAME = `${NC_NAME}(?::${NC_NAME})?`
export const EQ_NAME = `(?:Q\\{[^{}]*\\}${NC_NAME}|${Q_NAME})`
// A parenthesis that begins no comment.
const OPEN = '\\((?!:)'
const KIND = 'element|attribute|schema-element|schema-attribute|comment|text|node|document-node|namespace-node'
const CONSTRUCTED = 'function|array|map|empty-sequence'
const AXES =
  anyOf(`child descendant attribute self descendant-or-self following-sibling following namespace parent ancestor
  preceding-sibling preceding ancestor-or-self`)
const WORD_OPERATORS = anyOf('and or eq ge gt le lt ne is div mod idiv intersect except union to')
const KEYWORDS = anyOf('let for some every if then else return in satisfies')

const STRING: Rule = [/"(?:""|[^"])*"|'(?:''|[^'])*'/, 's']
const OPERATOR = /=>|:=|>=|>>|<=|<<|!=|\/\/|\|\||[,=:><*+/|-]/

const called = (words: string, kind: string, ...next: string[]): Rule => [
  pattern(`(${words})(\\s*)(${OPEN})`),
  [kind, 'w', 'p'],
  next,
]
const phrase = (first: string, last: string, next: string): Rule => [
  pattern(`(${first})(\\s+)(${last})`),
  ['k', 'w', 'k'],
  next,
]

export const XPATH = {
  states: {
    space: [
      [/\(:/, 'c', 'comment'],
      [/\s+/, 'w'],
    ],
    root: [
      include('space'),
      [/\.\d+|\d+(?:\.\d*)?[eE][+-]?\d+|\d+\.\d*/, 'mf'],
      [/\d+/, 'm'],
      STRING,
      [/\$/, 'nv', 'variable'],
      [OPERATOR, 'o'],
      [pattern(`(?:${WORD_OPERATORS})\\b`), 'ow'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/[?{}()[\]]/, 'p'],
      called('function', 'k'),
      [/map|array|empty-sequence/, 'k'],
      called(KIND, 'k', 'kindTest'),
      called('processing-instruction', 'k', 'instructionTest'),
      called(EQ_NAME, 'nf'),
      [pattern(`(${EQ_NAME})(\\s*)(#)(\\s*)(\\d+)`), ['nf', 'w', 'nf', 'w', 'nf']],
      phrase('cast|castable', 'as', 'singleType'),
      phrase('treat', 'as', 'itemType'),
      phrase('instance', 'of', 'itemType'),
      [/as\b/, 'k', 'itemType'],
      [pattern(`(${NC_NAME})(\\s*)(:)(\\s*)(\\*)`), ['nt', 'w', 'p', 'w', 'o']],
      [pattern(`(${AXES})(\\s*)(::)`), ['k', 'w', 'o']],
      [/\.\.?/, 'o'],
      [/@/, 'na', 'attributeName'],
      [pattern(EQ_NAME), 'nt'],
    ],
    singleType: [include('space'), [pattern(EQ_NAME), 'kt', '#pop']],
    itemType: [
      include('space'),
      called(KIND, 'kt', '#goto:occurrence', 'kindTest'),
      called('processing-instruction', 'kt', '#goto:occurrence', 'instructionTest'),
      [pattern(`(item)(\\s*)(${OPEN})(\\s*)(\\))`), ['kt', 'w', 'p', 'w', 'p'], '#goto:occurrence'],
      called(CONSTRUCTED, 'kt'),
      phrase('cast|castable', 'as', '#goto:singleType'),
      phrase('treat', 'as', '#goto:itemType'),
      phrase('instance', 'of', '#goto:itemType'),
      [/as\b/, 'k'],
      [OPERATOR, 'o', '#pop'],
      [pattern(`(?:${WORD_OPERATORS})\\b`), 'ow', '#pop'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k', '#pop'],
      [/[[)]/, 'p', '#pop'],
      [pattern(EQ_NAME), 'kt', '#goto:occurrence'],
    ],
    kindTest: [
      include('space'),
      [/[?*]/, 'o'],
      [/,/, 'p'],
      called('element|schema-element', 'kt', '#push'),
      [pattern(EQ_NAME), 'nt'],
      [/\)/, 'p', '#pop'],
    ],
    instructionTest: [include('space'), [pattern(NC_NAME), 'n'], STRING, [/\)/, 'p', '#pop']],
    occurrence: [include('space'), [/[?*+]/, 'o', '#pop'], LEAVE],
    variable: [include('space'), called(EQ_NAME, 'nv', '#pop'), [pattern(EQ_NAME), 'nv', '#pop']],
    attributeName: [include('space'), [pattern(EQ_NAME), 'na', '#pop'], [/\*/, 'o', '#pop']],
    comment: [
      [/:\)/, 'c', '#pop'],
      [/\(:/, 'c', '#push'],
      [/[^:(]+|[:(]/, 'c'],
    ],
  },
} satisfies Grammar

export const createXpathLexer = defineLexer(() => XPATH)
