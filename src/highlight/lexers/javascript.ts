// JavaScript and TypeScript; jsx.ts adds markup to both. Whether a slash divides or begins a regular expression, and whether `a:` is a label, a key or half of
// a ternary, is decided by the state: `operand` stands wherever an expression may begin.

import { type Action, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { REGEX_BODY, REGEX_CLASS } from './regex-literal.ts'

const ID = '[\\p{L}\\p{Nl}$_][\\p{L}\\p{M}\\p{N}\\p{Pc}]*'
// A word that a parenthesis follows, when that closes at all.
const CALL = '[ \\t]*(?=\\([^)]*\\))'

interface Words {
  readonly keyword: ReadonlySet<string>
  readonly declaration: ReadonlySet<string>
  readonly reserved: ReadonlySet<string>
  readonly constant: ReadonlySet<string>
  readonly builtin: ReadonlySet<string>
}

export const JAVASCRIPT: Words = {
  keyword:
    wordSet(`async await break case catch continue debugger default delete do else export finally from for if import in
    instanceof new of return super switch this throw try typeof void while yield`),
  declaration: wordSet('var let const with function class extends constructor get set static'),
  reserved: wordSet('enum implements interface package private protected public'),
  constant: wordSet('true false null NaN Infinity undefined'),
  builtin:
    wordSet(`Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array
    Int8Array Map Math Number Object Packages Promise Proxy Reflect RegExp Set String Symbol Uint16Array Uint32Array Uint8Array
    Uint8ClampedArray Uint16ClampedArray Uint32ClampedArray WeakMap WeakSet decodeURI decodeURIComponent document encodeURI
    encodeURIComponent eval global isFinite isNaN navigator netscape parseFloat parseInt self sun window`),
}

const union = (words: ReadonlySet<string>, more: string): ReadonlySet<string> => new Set([...words, ...wordSet(more)])

export const TYPESCRIPT: Words = {
  keyword: union(JAVASCRIPT.keyword, 'is namespace static private protected public implements readonly'),
  declaration: union(JAVASCRIPT.declaration, 'type abstract'),
  reserved: union(JAVASCRIPT.reserved, 'string any void number namespace module declare default interface keyof'),
  constant: JAVASCRIPT.constant,
  builtin: union(
    JAVASCRIPT.builtin,
    `Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NonNullable Omit OmitThisParameter Parameters
    Partial Pick Readonly Record Required ReturnType ThisParameterType ThisType Uncapitalize Uppercase`,
  ),
}

const nameAction =
  (words: Words): Action =>
  (scan, match) => {
    const name = match[0]
    if (words.keyword.has(name)) scan.emit('k', name)
    else if (words.declaration.has(name)) scan.emit('kd', name)
    else if (words.reserved.has(name)) scan.emit('kr', name)
    else if (words.constant.has(name)) scan.emit('kc', name)
    else scan.emit(words.builtin.has(name) ? 'nb' : 'nx', name)
    if (words.keyword.has(name) || words.declaration.has(name)) scan.move('operand')
  }

const callAction =
  (words: Words): Action =>
  (scan, match) =>
    scan.emit(words.keyword.has(match[1] ?? '') ? 'k' : 'nf', match[0])

export const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/<!--/, 'c'],
  [/\/\/.*?$/, 'c1'],
  [/\/\*/, 'cm', 'comment'],
]

const OPERATORS: readonly Rule[] = [
  [/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'operand'],
  [/[-<>+*%&|^/!=]=?/, 'o', 'operand'],
  [/[([,]/, 'p', 'operand'],
  [/;/, 'p', 'statement'],
  [/[)\].]/, 'p'],
  [/`/, 's2', 'template'],
  [/\?\./, 'p'],
  [/\?/, 'p', ['ternary', 'operand']],
  [/(@)(\w+)?/, ['p', 'nd'], 'operand'],
]

const NUMBERS: readonly Rule[] = [
  [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
  [/0x[0-9a-f]+/i, 'mh'],
  [/0o[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/[0-9]+/, 'mi'],
]

const rootRules = (words: Words): Rule[] => [
  [/\s*#!.*?\n/, 'cp', 'statement'],
  ...PLAIN,
  ...OPERATORS,
  [/(class)((?:\s|\\\s)+)/, ['kd', ''], 'className'],
  [pattern(`[\\p{Nl}$_]*\\p{Lu}[\\p{L}\\p{M}\\p{N}\\p{Pc}]*${CALL}`), 'nc'],
  [pattern(`(function)((?:\\s|\\\\\\s)+)(${ID})`), ['kd', '', 'nf']],
  [/function(?=\(.*\))/, 'kd'],
  [pattern(`(#?${ID})${CALL}`), callAction(words)],
  [/[{}]/, 'p', 'statement'],
  [pattern(`#?${ID}`), nameAction(words)],
  ...NUMBERS,
  [/"/, 'dl', 'doubleQuoted'],
  [/'/, 'dl', 'singleQuoted'],
  [/:/, 'p'],
]

const literalStates = {
  comment: [
    [/\*\//, 'cm', '#pop'],
    [/[^*/]+|[*/]/, 'cm'],
  ],
  regex: [[/\//, 'sr', '#goto:regexEnd'], ...REGEX_BODY],
  regexEnd: [
    [/[gimuy]+/, 'sr', '#pop'],
    [/(?:)/, '', '#pop'],
  ],
  regexClass: REGEX_CLASS,
  doubleQuoted: [
    [/\\[\\nrt"]?/, 'se'],
    [/[^\\"]+/, 's2'],
    [/"/, 'dl', '#pop'],
  ],
  singleQuoted: [
    [/\\[\\nrt']?/, 'se'],
    [/[^\\']+/, 's1'],
    [/'/, 'dl', '#pop'],
  ],
  template: [
    [/\$\{/, 'p', 'templateValue'],
    [/`/, 's2', '#pop'],
    [/\\[$`\\]/, 'se'],
    [/[^$`\\]+/, 's2'],
    [/[\\$]/, 's2'],
  ],
} satisfies Record<string, readonly Rule[]>

export interface ScriptDialect {
  readonly words: Words
  /** Further states, and where they are entered when an operand is due. */
  readonly markup?: Markup
  readonly root: readonly Rule[]
  readonly statement: readonly Rule[]
}

export interface Markup {
  readonly initial: readonly string[]
  readonly start: (memory: Record<string, unknown>) => void
  readonly states: Readonly<Record<string, readonly (Rule | ReturnType<typeof include>)[]>>
  readonly operand: readonly Rule[]
}

export const defineScript = ({ words, root, statement, markup }: ScriptDialect): (() => Lexer) =>
  defineLexer({
    ...(markup && { initial: markup.initial, start: markup.start }),
    states: {
      ...markup?.states,
      ...literalStates,
      root: [...root, ...rootRules(words)],
      operand: [
        ...(markup?.operand ?? []),
        ...PLAIN,
        [/\//, 'sr', '#goto:regex'],
        [/\{/, 'p', '#goto:object'],
        [/(?:)/, '', '#pop'],
      ],
      statement: [
        ...statement,
        [/case\b/, 'k', '#goto:operand'],
        [pattern(`(${ID})(\\s*)(:)`), ['nl', '', 'p']],
        include('operand'),
      ],
      object: [
        ...PLAIN,
        [/\{/, 'p', '#push'],
        [/\}/, 'p', '#goto:statement'],
        [pattern(`(${ID})(\\s*)(:)`), ['na', '', 'p'], 'operand'],
        [/:/, 'p'],
        include('root'),
      ],
      ternary: [[/:/, 'p', '#goto:operand'], include('root')],
      templateValue: [[/\}/, 'p', '#pop'], include('root')],
      className: [
        [pattern(`(${ID})((?:\\s|\\\\\\s)+)(extends)((?:\\s|\\\\\\s)+)`), ['nc', '', 'kd', '']],
        [pattern(ID), 'nc', '#pop'],
      ],
    },
  })

export const createJavascriptLexer = defineScript({ words: JAVASCRIPT, root: [], statement: [] })

export const TYPED_ROOT: readonly Rule[] = [
  [/\?\./, 'p'],
  [/\?\?/, 'o'],
  [/(?:as|satisfies)\s+/, 'kd'],
]
export const TYPED_STATEMENT: readonly Rule[] = [[pattern(`(${ID})(\\??)(\\s*)(:)`), ['nl', 'p', '', 'p'], 'operand']]

export const createTypescriptLexer = defineScript({ words: TYPESCRIPT, root: TYPED_ROOT, statement: TYPED_STATEMENT })
