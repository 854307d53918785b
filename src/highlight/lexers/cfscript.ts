// CFScript, the scripts of ColdFusion.

import { type Action, defineLexer, include, LEAVE, pattern, quotedText, type Rule, wordSet } from '../grammar.ts'

const DOTTED = '[$a-zA-Z_][a-zA-Z0-9_.]*'
const KEYWORDS = wordSet(
  'break catch continue default do else for if in required return switch throw try var while xml',
)
const DECLARATIONS = wordSet('component function package private property public remote')
const TYPES = wordSet('any array binary boolean date guid numeric query string struct uuid void')

const called: Action = (scan, [, name = '', space = '', open = '']) => {
  scan.emit(KEYWORDS.has(name) ? 'k' : 'nf', name)
  scan.emit('', space)
  scan.emit('p', open)
}

const named: Action = (scan, match) => {
  const name = match[0]
  const isWord = DECLARATIONS.has(name) || KEYWORDS.has(name) || TYPES.has(name)
  scan.emit(DECLARATIONS.has(name) ? 'kd' : KEYWORDS.has(name) ? 'k' : TYPES.has(name) ? 'kt' : 'nx', name)
  if (isWord) scan.move('operand')
}

const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]

export const createCfscriptLexer = defineLexer(() => ({
  states: {
    root: [
      ...PLAIN,
      [
        /(?:\+\+|--|&&|\|\||<=|>=|<|>|==|!=|mod|eq|lt|gt|lte|gte|not|is|and|or|xor|eqv|imp|equal|contains|\?|does not contain|(?:greater|less) than(?: or equal to)?)\b/i,
        'o',
        'operand',
      ],
      [/[-<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', ['ternary', 'operand']],
      [/[{}]/, 'p', 'statement'],
      [/(?:application|session|client|cookie|super|this|variables|arguments|cgi)\b/, 'no'],
      [/(?:true|false|null)\b/, 'kc'],
      [/import\b/, 'kn', 'import'],
      [pattern(`(${DOTTED})(\\s*)(:)(\\s*)`), ['n', '', 'p', ''], 'operand'],
      [/([A-Za-z_$][\w.]*)(\s*)(\()/, called],
      [pattern(DOTTED), named],
      [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+/, 'mi'],
      [quotedText('"'), 's2'],
      [quotedText("'"), 's1'],
    ],
    operand: [...PLAIN, [/\{/, 'p', 'object'], LEAVE],
    statement: [[/[{}]/, 'p'], include('operand')],
    object: [
      ...PLAIN,
      [/\}/, 'p', 'operand'],
      [pattern(`(${DOTTED})(\\s*)(:)`), ['nx', '', 'p'], 'operand'],
      [/:/, 'p'],
      include('root'),
    ],
    ternary: [[/:/, 'p', '#goto:operand'], include('root')],
    import: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', '#pop'],
    ],
  },
}))
