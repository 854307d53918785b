// Crystal: near to Ruby, with its own numbers, signs and ends of names.

import { type Action, anyOf, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import { delimited } from './quotes.ts'
import {
  beginHeredoc,
  endMethodName,
  heredocLine,
  operandStates,
  quoted,
  SPACE,
  sigilRules,
  VARIABLES,
  WORD,
} from './ruby.ts'

const KEYWORDS = anyOf(`BEGIN END alias as begin break case defined\\? do else elsif
  end ensure for fun if ifdef in lib next of raise redo rescue retry return super then type undef unless until
  when while yield`)
const PSEUDO = anyOf(`__FILE__ __LINE__ alias_method attr attr_accessor
  attr_reader attr_writer catch extend false getter getter! getter? include initialize loop module_function new
  nil private property property! property? protected public raise record struct throw true`)
const BUILTINS = anyOf(`abort ancestors at_exit caller catch chomp chop clone
  constants display dup eval exec exit extend fail fork format freeze getc gets global_variables gsub hash id
  included_modules inspect instance_eval instance_method instance_methods lambda loop method method_missing
  methods module_eval name object_id open p print printf proc putc puts raise rand readline readlines require scan
  select self send sleep split sprintf srand sub syscall system test throw to_a to_s trap warn`)

const beginSigil: Action = (scan, match) => {
  const [, letter = '', open = ''] = match
  const kind = letter === 'r' ? 'sr' : 'sx'
  if (letter === 'r') scan.move('regexFlags')
  scan.emit(kind, match[0])
  scan.move(`sigil ${kind} ${letter !== '' && 'rQWxI'.includes(letter) ? 'open' : 'raw'} ${open}`)
}

// quirk(rouge): of what stands between single quotes only the last character is written, and a known escape at its head.
const singleQuoted: Action = (scan, match) => {
  const body = match[0].slice(1, -1)
  const [known = ''] = /^\\(?:u[a-fA-F0-9]{4}|u\{[a-fA-F0-9]{1,6}\}|[abefnrtv])/.exec(body) ?? []
  const [last = ''] =
    body
      .slice(known.length)
      .match(/\\\\|\\'|[^']/gu)
      ?.slice(-1) ?? []
  scan.emit('s1', "'")
  scan.emit('se', known)
  scan.emit('s1', `${last}'`)
}

const SIGIL: Rule = [pattern(`%([rqswQWxiI])?((?!${WORD})[^\\s}])`), beginSigil]

const NUMBERS: readonly Rule[] = [
  [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
  [/0b[01]+(?:_[01]+)*/, 'mb'],
  [/\d+(?:\.\d+(?:e[+-]?\d+)?(?:_f32)?|e[+-]?\d+|_f32)/i, 'mf'],
  [/\d+(?:_\d+)*(?:_[iu]\d+)?/, 'mi'],
]

const SIGNS = '===|=?~|\\[\\][=?]?|\\*\\*=?|//=?|[=^*/+-]=?|&[&*+-]?=?|\\|\\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\\.\\.\\.?'

const STRINGS: readonly Rule[] = [
  [pattern(`:@{0,2}[\\p{L}_]${WORD}*[!?]?`), 'ss'],
  [pattern(`:(?:${SIGNS})`), 'ss'],
  [pattern(delimited(":'", "'")), 'ss'],
  [/:"/, 'ss', 'symbol'],
  [pattern(`[\\p{Ll}_]${WORD}*[?!]?:\\s+`), 'ss', 'operand'],
  [/"/, 's2', 'string'],
  [/`/, 'sb', 'backtick'],
  [pattern(delimited("'")), singleQuoted],
]

const WORDS: readonly Rule[] = [
  [pattern(`(?:${KEYWORDS})\\b`), 'k', 'operand'],
  [pattern(`(?:${PSEUDO})\\b`), 'kp', 'operand'],
  [/(module)(\s+)([\p{L}_][\p{L}0-9_]*(?:::[\p{L}_][\p{L}0-9_]*)*)/u, ['k', '', 'nn']],
  // quirk(rouge): a name that begins with `def` is taken for a definition.
  [/(def|macro\b)(\s*)/, ['k', ''], 'methodName'],
  [/(class\b)(\s*)/, ['k', ''], 'className'],
  [/(?:eql|equal|include|is_a|iterator|kind_of|nil)[?]/, 'nb', 'operand'],
  [/(?:chomp|chop|exit|gsub|sub)!/, 'nb', 'operand'],
  [pattern(`(?:${BUILTINS})\\b`), 'nb', 'afterName'],
  [pattern(`(<<[-~]?)(["\`']?)([\\p{L}_]${WORD}*)(\\2)`), beginHeredoc],
  [/(<<[-~]?)(["'])()(\2)/, beginHeredoc],
]

const NAMES: readonly Rule[] = [
  [/\.{2,3}/, 'o', 'operand'],
  [/\p{Lu}[\p{L}0-9_]*/u, 'no', 'afterName'],
  // quirk(rouge): `+-/` is a range.
  [pattern(`(\\.|::)(\\s*)([\\p{Ll}_]${WORD}*[!?]?|[*%&^\`~+-/\\[<>=])`), ['p', '', 'nf'], 'afterName'],
  [pattern(`[\\p{L}_]${WORD}*[?!]`), 'n', 'operand'],
  [pattern(`[\\p{L}_]${WORD}*`), 'n', 'afterName'],
  [/\*\*|\/\/|>=|<=>?|<<?|>>?|=~|={3}|!~|&&?|\|\||\./, 'o', 'operand'],
  [/\{%|%\}/, 'p'],
  [/[-+/*%=<>&!^|~]=?/, 'o', 'operand'],
  [/[?]/, 'p', ['ternary', 'operand']],
  [/[[({,:\\;/]/, 'p', 'operand'],
  [/[\])}]/, 'p'],
]

const METHOD =
  `(?:([\\p{L}_]${WORD}*)(\\.))?` + `([\\p{L}_]${WORD}*[!?]?|\\*\\*?|[-+]@?|[/%&|^\`~]|\\[\\]=?|<<?|>>?|<=>?|>=|===?)`

export const createCrystalLexer = defineLexer(() => ({
  initial: ['root', 'operand'],
  start: (memory) => {
    memory['heredocs'] = []
  },
  derive: sigilRules,
  states: {
    root: [
      ...SPACE,
      [/__END__/, 'cp', 'data'],
      ...NUMBERS,
      [/@\[([^\]]+)\]/, 'nd'],
      ...VARIABLES,
      ...STRINGS,
      ...WORDS,
      ...NAMES,
    ],
    string: quoted('s2', '"'),
    symbol: quoted('ss', '"'),
    backtick: quoted('sb', '`'),
    heredocPending: [[/(?=\n)/, '', '#goto:heredocs'], include('root')],
    heredocs: [include('interpolationOrEscape'), [/\n/, 'sh', 'heredocLine'], [/[#\\\n]/, 'sh'], [/[^#\\\n]+/, 'sh']],
    heredocLine: [
      [/[^#\\\n]*$/, heredocLine],
      [/(?:)/, '', '#pop'],
    ],
    methodName: [
      [/\s+/, ''],
      [/\(/, 'p', 'parameters'],
      [pattern(METHOD), endMethodName],
      [/(?:)/, '', '#pop'],
    ],
    className: [
      [/\s+/, ''],
      [/\(/, 'p', ['parameters', 'operand']],
      [/<</, 'o', '#goto:operand'],
      [pattern(`[\\p{Lu}_]${WORD}*`), 'nc', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    ternary: [[/:(?!:)/, 'p', '#goto:operand'], include('root')],
    parameters: [[/(\))(\.|::)?/, ['p', 'o'], '#pop'], [/\(/, 'p', ['parameters', 'operand']], include('root')],
    interpolated: [[/\}/, 'si', '#pop'], include('root')],
    interpolation: [
      [/#\{/, 'si', 'interpolated'],
      [pattern(`#(?:@@?|\\$)[\\p{L}_]${WORD}*`), 'si'],
    ],
    interpolationOrEscape: [
      include('interpolation'),
      [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}|u(?:[a-fA-F0-9]{4}|\{[^}]+\})|.)/, 'se'],
    ],
    afterName: [
      [/\//, 'o', '#goto:operand'],
      [/(?=\n)/, '', '#pop'],
      [/(?:)/, '', '#goto:afterNameSpaced'],
    ],
    ...operandStates(SIGIL),
  },
}))
