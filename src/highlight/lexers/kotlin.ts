// Kotlin.

import { anyOf, defineLexer, pattern, quotedOnLine, type Rule } from '../grammar.ts'

const KEYWORDS =
  anyOf(`abstract annotation as break by catch class companion const constructor continue crossinline do dynamic
  else enum external false final finally for fun get if import in infix inline inner interface internal is lateinit noinline null
  object open operator out override package private protected public reified return sealed set super suspend tailrec this throw
  true try typealias typeof val var vararg when where while yield`)
const REST = '[-\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}]*'
const CLASS = `\`?[\\p{Lu}]${REST}\`?`
const NAME = `\`?[_\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}]${REST}\`?`
const DIGITS = '(?:[0-9][0-9_]*[0-9]|[0-9])'
const EXPONENT = `[eE][+-]?${DIGITS}`

const DEFINITIONS: readonly Rule[] = [
  [/(companion)(\s+)(object)\b/, ['k', '', 'k']],
  [/(class|data\s+class|interface|object)(\s+)/, ['kd', ''], 'className'],
  [/(fun)(\s+)/, ['k', ''], 'functionName'],
  [/(package|import)(\s+)/, ['k', ''], 'package'],
  [/(val|var)(\s+)(\()/, ['kd', '', 'p'], 'destructured'],
  [/(val|var)(\s+)/, ['kd', ''], 'property'],
  [pattern(`(return|continue|break|this|super)(@${NAME})?\\b`), ['k', 'nd']],
  [/fun\b/, 'k'],
  [pattern(`(?:${KEYWORDS})\\b`), 'k'],
]

const NUMBERS: readonly Rule[] = [
  [pattern(`(?:(?:${DIGITS})?\\.${DIGITS}(?:${EXPONENT})?|${DIGITS}${EXPONENT})[fF]?|${DIGITS}[fF]`), 'mf'],
  [/0[bB](?:[01][01_]*[01]|[01])[uU]?L?/, 'mb'],
  [/0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?/, 'mh'],
  [/(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?/, 'mi'],
]

export const createKotlinLexer = defineLexer({
  states: {
    root: [
      ...DEFINITIONS,
      [/^\s*\[.*?\]/, 'na'],
      [/[^\S\n]+/, ''],
      [/\\\n/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/[*].*[*]\//, 'cm'],
      [/\/[*].*/, 'cm', 'comment'],
      [/\n/, ''],
      [/(::)(class)/, ['o', 'k']],
      [/::|!!|\?[:.]/, 'o'],
      [/\.\./, 'o'],
      ...NUMBERS,
      [/[~!%^&*()+=|[\]:;,.<>/?-]/, 'p'],
      [/[{}]/, 'p'],
      [/@"(?:""|[^"])*"/, 's'],
      [/"""[\s\S]*?"""/, 's'],
      [quotedOnLine('"'), 's'],
      [/'\\.'|'[^\\]'/, 'sc'],
      [pattern(`@${CLASS}`), 'nd'],
      [pattern(`(${CLASS})(<)`), ['nc', 'p'], 'typeParameters'],
      [pattern(CLASS), 'nc'],
      [pattern(`${NAME}(?=\\s*[({])`), 'nf'],

      [pattern(`${NAME}@`), 'nd'],
      [pattern(NAME), 'n'],
    ],
    package: [[/\S+/, 'nn', '#pop']],
    className: [[pattern(CLASS), 'nc', '#pop']],
    functionName: [
      [/</, 'p', 'typeParameters'],
      [/\s+/, ''],
      [pattern(`(${CLASS})(\\.)`), ['nc', 'p']],
      [pattern(NAME), 'nf', '#pop'],
    ],
    typeParameters: [
      [pattern(CLASS), 'nc'],
      [/</, 'p', '#push'],
      [/reified|out|in/, 'k'],
      [/[,:.?]/, 'p'],
      [/\s+/, ''],
      [/>/, 'p', '#pop'],
    ],
    property: [
      [/</, 'p', 'typeParameters'],
      [/\s+/, ''],
      [pattern(NAME), 'py', '#pop'],
    ],
    destructured: [
      [/,/, 'p'],
      [/\)/, 'p', '#pop'],
      [/\s+/, ''],
      [pattern(NAME), 'py'],
    ],
    comment: [
      [/\/[*]/, 'cm', '#push'],
      [/[*]\//, 'cm', '#pop'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
  },
})
