// Objective-C and Objective-C++: what they add to C and C++.

import { type Action, anyOf, defineLexer, emitGroups, include, pattern, type Rule, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { C_WORDS, type CDialect, CPP_DIALECT, cGrammar, INLINE_SPACE, SPACE } from './c.ts'

const ID = '[a-zA-Z$_][a-zA-Z0-9$_]*'
const DIRECTIVES = wordSet(`autoreleasepool catch dynamic encode end finally
  implementation import interface optional private property protected public selector synchronized synthesize
  throw try`)
const CONSTANTS = wordSet('NO YES false true')
const BUILTINS = wordSet('NO YES nil')

const directive: Action = (scan, match) => {
  const name = match[1] ?? ''
  scan.emit(DIRECTIVES.has(name) ? 'k' : CONSTANTS.has(name) ? 'nb' : 'err', match[0])
}

const STATEMENTS: readonly Rule[] = [
  [/@"/, 's', 'string'],
  // quirk(rouge): the closing quote belongs to the last kind of character alone.
  [/@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')/, 'sc'],
  [/@(?:\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?/i, 'mf'],
  [/@(?:\d+[.]\d*|[.]\d+|\d+f)f?/i, 'mf'],
  [/@0x[0-9a-fA-F]+[lL]?/, 'mh'],
  [/@0[0-7]+l?/i, 'mo'],
  [/@\d+l?/, 'mi'],
  [/in\b/, 'k'],
  [pattern(`@(?:${anyOf('interface implementation')})\\b`), 'k', 'typeName'],
  [pattern(`@(?:${anyOf('class protocol')})\\b`), 'k', 'forwardNames'],
  [/@([\p{Alphabetic}\p{Nd}]+)/u, directive],
  [/[?]/, 'p', 'ternary'],
  [/\[/, 'p', 'message'],
  [/@\[/, 'p', 'array'],
  [/@\{/, 'p', 'dictionary'],
]

// - (NSString *)name:      the type in parentheses is lexed on its own
const beginMethod =
  (create: () => Lexer): Action =>
  (scan, match) => {
    const [, sign = '', gap = '', type = '', space = ''] = match
    scan.emit('k', sign)
    scan.emit('', gap)
    if (type !== '') create().lex(type, scan.emit)
    scan.emit('', space)
    scan.move('method')
  }

const parameter =
  (create: () => Lexer): Action =>
  (scan, match) => {
    create().lex(match[1] ?? '', scan.emit)
    scan.emit('nv', match[2] ?? '')
  }

const endName: Action = (scan, match) => {
  emitGroups(scan, ['nc', '', 'p', '', 'nc'], match)
  scan.move('#pop')
}
const endCategory: Action = (scan, match) => {
  emitGroups(scan, ['nc', '', 'p', '', 'nl', '', 'p'], match)
  scan.move('#pop')
}

const MESSAGE: readonly (Rule | ReturnType<typeof include>)[] = [
  [/\]/, 'p', '#pop'],
  [/\{/, 'p', '#pop'],
  [/;/, 'err'],
  include('statements'),
]

const statesFor = (create: () => Lexer): CDialect['more'] => ({
  ternary: [[/:/, 'p', '#pop'], include('statements')],
  message: [
    [pattern(`(${ID})(\\s*)(:)`), ['nf', '', 'p'], '#goto:messageArguments'],
    [pattern(`(${ID})(\\s*)(\\])`), ['nf', '', 'p'], '#pop'],
    ...MESSAGE,
  ],
  messageArguments: [[/\{/, 'p', 'function'], [pattern(`(${ID})(\\s*)(:)`), ['nf', '', 'p'], '#pop'], ...MESSAGE],
  array: [[/\]/, 'p', '#pop'], [/,/, 'p'], include('statements')],
  dictionary: [[/\}/, 'p', '#pop'], [/,/, 'p'], include('statements')],
  typeName: [
    ...SPACE,
    [pattern(`(${ID})(\\s*)(:)(\\s*)(${ID})`), endName],
    [pattern(`(${ID})(\\s*)([(])(\\s*)(${ID})(\\s*)([)])`), endCategory],
    [pattern(ID), 'nc', '#pop'],
  ],
  forwardNames: [
    ...SPACE,
    [pattern(`(${ID})(\\s*)(,)(\\s*)`), ['nc', '', 'p', ''], '#push'],
    [pattern(`(${ID})(\\s*)(;?)`), ['nc', '', 'p'], '#pop'],
  ],
  method: [
    [/,/, 'p'],
    [/[.]{3}/, 'p'],
    [pattern(`([(].*?[)])(${ID})`), parameter(create)],
    [pattern(`(${ID})(\\s*)(:)`), ['nf', '', 'p']],
    [/;/, 'p', '#pop'],
    [/\{/, 'p', '#goto:function'],
    ...INLINE_SPACE,
    [/\/\/.*?\n/, 'c1'],
    [/\s+/, ''],
    [/(?:)/, '', '#pop'],
  ],
})

const objective = (base: Omit<CDialect, 'create' | 'more'>, statement: readonly Rule[]): (() => Lexer) => {
  const create = (): Lexer => make()
  const make = defineLexer(
    cGrammar({
      ...base,
      create,
      words: { ...base.words, builtin: BUILTINS },
      root: [[pattern(`([-+])(\\s*)([(].*?[)])?(\\s*)(?=${ID})`), beginMethod(create)], ...(base.root ?? [])],
      statement: [...statement, ...STATEMENTS, ...(base.statement ?? [])],
      more: statesFor(create),
    }),
  )
  return make
}

export const createObjectiveCLexer = objective({ words: C_WORDS }, [])

export const createObjectiveCppLexer = objective(CPP_DIALECT, [
  [/(\.)(class)/, ['o', 'bp']],
  [/(@selector)(\()(class)(\))/, ['k', 'p', 'bp', 'p']],
])
