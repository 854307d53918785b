// LiveScript. `operand` stands where an expression may begin, so that a slash opens a regular expression there; `name` follows a
// name, with what belongs to it.

import { type Action, defineLexer, include, LEAVE, pattern, type Rule, wordSet } from '../grammar.ts'
import { CODE_ESCAPE, IN_STRINGS, REGEX } from './coffeescript.ts'
import { JAVASCRIPT } from './javascript.ts'

const ID = '[$a-zA-Z_](?:(?:-(?=[a-zA-Z]))?[a-zA-Z0-9_])*'
const DIGITS = '\\d[\\d_]*'
// With a unit after it: 12px.
const INTEGER = `${DIGITS}(?:e[+-]?${DIGITS})?[$\\w]*`

const KEYWORDS =
  wordSet(`loop until for in of while return switch case fallthrough default otherwise when then if unless
  else throw try catch finally new delete typeof instanceof super by from to til with require do debugger import
  export yield`)
const LOOP_CONTROL = wordSet('break continue')
const DECLARATIONS = wordSet('const let var function class extends implements')
const CONSTANTS = new Set([...JAVASCRIPT.constant, ...wordSet('yes no on off void')])
const BUILTINS = new Set([...JAVASCRIPT.builtin, ...wordSet('this it that arguments')])

const kindOf = (name: string): string => {
  if (KEYWORDS.has(name)) return 'k'
  if (CONSTANTS.has(name)) return 'no'
  if (BUILTINS.has(name)) return 'nb'
  if (DECLARATIONS.has(name)) return 'kd'
  return /^[A-Z]/.test(name) && /[^-][a-z]/.test(name) ? 'nc' : 'nv'
}

const named: Action = (scan, match) => {
  const isLoopControl = LOOP_CONTROL.has(match[0])
  scan.emit(isLoopControl ? 'k' : kindOf(match[0]), match[0])
  scan.move(isLoopControl ? 'loopLabel' : 'name')
}

const interpolated: Action = (scan, [, sign = '', name = '']) => {
  scan.emit('si', sign)
  scan.emit(BUILTINS.has(name) ? 'nb' : 'nv', name)
}

const COMMENTS: readonly Rule[] = [
  [/\/\*[\s\S]*?\*\//, 'cm'],
  [/#.*$/, 'c1'],
]
const SPACE: readonly Rule[] = [
  [pattern(`(\\n)([\\t\\v\\f\\r ]*)(:${ID})`), ['', '', 'nl']],
  [/\n|[^\S\n]+/, ''],
]
const IN_LINE: Rule = [/[^\S\n]+/, '']
const INTERPOLATION: readonly Rule[] = [
  [/#\{/, 'si', 'interpolation'],
  [pattern(`(#)(${ID})`), interpolated],
]
const DOUBLE: readonly Rule[] = [[/'/, 's'], ...INTERPOLATION, ...IN_STRINGS]
const SINGLE: readonly Rule[] = [[/"/, 's'], ...IN_STRINGS]

export const createLivescriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/^(?=\s|\/)/, '', 'operand'],
      ...COMMENTS,
      ...SPACE,
      [/(<\[)([\s\S]*?)(\]>)/, ['p', 's', 'p']],
      [/!\s*function\b|!?[-~]>|<[-~]!?/, 'kd'],
      [/=>/, 'k'],
      [pattern(`(::)(${ID})`), ['p', 'na'], 'name'],
      [pattern(`(::)(${INTEGER})`), ['p', 'mi'], 'name'],
      [pattern(`(@)(${ID})`), ['vi', 'na'], 'name'],
      [pattern(`([.])(${ID})`), ['p', 'na'], 'name'],
      [/([.])(\d+)/, ['p', 'mi'], 'name'],
      [pattern(`${ID}(?=\\s*:[^:=])`), 'na'],
      [
        /[+][+]|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z]|_)|[|][|]|[.](?:[|&^]|<<|>>>?)[.]|\\(?=\n)|[.:]=|<<<<?|<[|]|[|]>|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?/,
        'o',
        'operand',
      ],
      [pattern(`(&)(${ID})?`), ['nb', 'na']],
      [/[|]|case(?=\s)/, 'k', 'anyCase'],
      [/@/, 'vi'],
      [/[.]{3}|:/, 'p'],
      [pattern(ID), named],
      [/\](?=[!?.$a-zA-Z_])/, 'p', 'name'],
      [/[{([;,]/, 'p', 'operand'],
      [/[})\].]/, 'p'],
      [pattern(`${DIGITS}[.]${INTEGER}`), 'mf'],
      [/0x[0-9A-Fa-f]+/, 'mh'],
      [pattern(INTEGER), 'mi'],
      [/"""/, 's', 'longDouble'],
      [/'''/, 's', 'longSingle'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/\\\S[^\s,;\])}]*/, 's'],
    ],
    operand: [...COMMENTS, ...SPACE, [/\/\//, 'sr', '#goto:longRegex'], REGEX, LEAVE],
    longRegex: [
      [/\/\/(?:[gimy]+\b|\B)/, 'sr', '#pop'],
      [/^#(?:\s+.*)?$/, 'c1'],
      [/(\s+)(#(?:\s+.*)?)$/, ['', 'c1']],
      ...INTERPOLATION,
      CODE_ESCAPE,
      [/\\\D/, 'se'],
      [/\\\d+/, 'nv'],
      [/[\s\S]/, 'sr'],
    ],
    anyCase: [IN_LINE, [/_(?=\s*=>|\s+then\b)/, 'k'], LEAVE],
    loopLabel: [IN_LINE, [pattern(`${ID}(?=[);\\n])`), 'nl'], LEAVE],
    name: [
      [/[!?]|[.](?!=)/, 'p'],
      [/\{/, 'p', 'members'],
      [pattern(ID), 'na'],
      [pattern(INTEGER), 'mi'],
      [/(?:)/, '', '#goto:operand'],
    ],
    members: [[/[,;]/, 'p'], [pattern(ID), 'na'], [pattern(INTEGER), 'mi'], ...SPACE, [/\}/, 'p', '#pop']],
    interpolation: [[/\}/, 'si', '#pop'], include('root')],
    longDouble: [[/"""/, 's', '#pop'], [/"/, 's'], ...DOUBLE],
    longSingle: [[/'''/, 's', '#pop'], [/'/, 's'], ...SINGLE],
    double: [[/"/, 's', '#pop'], ...DOUBLE],
    single: [[/'/, 's', '#pop'], ...SINGLE],
  },
}))
