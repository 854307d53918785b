// Standard ML: what is declared decides the state, so that the names of values, types, constructors and modules differ.

import { type Action, anyOf, byWord, defineLexer, LEAVE, pattern, type Rule, wordSet } from '../grammar.ts'
import { nestedComment } from './comments.ts'

const ID = "[\\w']+"
const SIGNS = '[!%&$#/:<=>?@\\\\~`^|*+-]+'
// An equals sign that is no part of a longer symbol.
const EQUALS = `=(?!${SIGNS})`

const KEYWORDS = `abstype and andalso as case datatype do else end eqtype exception fn fun functor handle if in include
  infix infixr let local nonfix of op open orelse raise rec sharing sig signature struct structure then type val
  where while with withtype`
const KEYWORD_SET = wordSet(KEYWORDS)

const named = byWord({ kr: KEYWORD_SET, p: wordSet(': | = => -> # :>') }, 'n')
const qualifier: Action = (scan, match) => {
  const name = match[1] ?? ''
  scan.emit(KEYWORD_SET.has(name) ? 'err' : 'nn', name)
  scan.emit('p', '.')
}

const keyword = (words: string, ...next: string[]): Rule => [pattern(`(?:${words})\\b(?!')`), 'kr', next]

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\(\*/, 'c', 'comment'],
]
const DELIMITERS: readonly Rule[] = [
  [/[([{]/, 'p', 'main'],
  [/[)\]}]/, 'p', '#pop'],
  keyword('let|if|local', '#push', '#push'),
  keyword('struct|sig|while', '#push'),
  keyword('do|else|end|in|then', '#pop'),
]
const CORE: readonly Rule[] = [
  [/[()[\]{},;_]|[.][.][.]/, 'p'],
  [/#"/, 'sc', 'character'],
  [/"/, 's2', 'string'],
  [/(?:~?0x|0wx)[0-9a-fA-F]+/, 'mh'],
  [/0w\d+/, 'mi'],
  [/~?\d+(?:[.]\d+)?[eE]~?\d+/, 'mf'],
  [/~?\d+[.]\d+/, 'mf'],
  [/~?\d+/, 'mi'],
  [pattern(`#\\s*${ID}|#\\s+${SIGNS}`), 'nl'],
  keyword('datatype|abstype', 'typeName'),
  [/(?=exception\b(?!'))/, '', 'exception'],
  keyword('functor|include|open|signature|structure', 'moduleName'),
  keyword('type|eqtype', 'synonym'),
  [pattern(`'${ID}`), 'nd'],
  [pattern(`(${ID})[.]`), qualifier, 'dotted'],
  [pattern(ID), named],
  [pattern(SIGNS), named],
]
const BREAKOUT: Rule = [pattern(`(?=(?:${anyOf(KEYWORDS)})\\b(?!'))`), '', '#pop']
const ANNOTATIONS: readonly Rule[] = [
  [/'[\w']*/, 'nd'],
  [/\(/, 'p', 'typeVariables'],
]
const TYPE_NAMES: readonly Rule[] = [
  [pattern(ID), 'kt'],
  [pattern(SIGNS), 'kt'],
]

const inQuotes = (kind: string): readonly Rule[] => [
  [/[^"\\]+/, kind],
  [/"/, kind, '#pop'],
  [/\\(?:[\\"abtnvfr]|\^[\x40-\x5e]|[0-9]{3}|u[0-9a-fA-F]{4})/, 'se'],
  [/\\\s+\\/, 'si'],
]

export const createSmlLexer = defineLexer(() => ({
  states: {
    root: [
      [/#!.*?\n/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    main: [
      ...SPACE,
      keyword('val|and', 'valueName'),
      keyword('fun', '#goto:mainFunction', 'functionName'),
      ...DELIMITERS,
      ...CORE,
    ],
    mainFunction: [
      ...SPACE,
      keyword('fun|and', 'functionName'),
      keyword('val', '#goto:main', 'valueName'),
      [/\|/, 'p', 'functionName'],
      keyword('case|handle', '#goto:main'),
      ...DELIMITERS,
      ...CORE,
    ],
    dotted: [
      [pattern(`(${ID})[.]`), qualifier],
      [pattern(ID), named, '#pop'],
      [pattern(SIGNS), named, '#pop'],
    ],
    moduleName: [...SPACE, BREAKOUT, [pattern(ID), 'nn'], LEAVE],
    functionName: [...SPACE, ...ANNOTATIONS, [pattern(ID), 'nf', '#pop'], [pattern(SIGNS), 'nf', '#pop']],
    valueName: [
      ...SPACE,
      ...ANNOTATIONS,
      [pattern(`(${ID})(\\s*)(${EQUALS})`), ['nv', '', 'p'], '#pop'],
      [pattern(`(${SIGNS})(\\s*)(${EQUALS})`), ['nv', '', 'p']],
      [pattern(ID), 'nv', '#pop'],
      [pattern(SIGNS), 'nv', '#pop'],
      LEAVE,
    ],
    synonym: [...SPACE, BREAKOUT, ...ANNOTATIONS, [pattern(EQUALS), 'p', '#goto:synonymBody'], ...TYPE_NAMES],
    synonymBody: [...SPACE, keyword('and', '#goto:synonym'), BREAKOUT, ...CORE],
    typeName: [
      ...SPACE,
      BREAKOUT,
      ...ANNOTATIONS,
      [/(=)(\s*)(datatype)\b/, ['p', '', 'kr'], '#pop'],
      [pattern(EQUALS), 'p', ['#goto:typeBody', 'constructorName']],
      ...TYPE_NAMES,
    ],
    typeBody: [
      ...SPACE,
      keyword('and', '#goto:typeName'),
      keyword('withtype', '#goto:synonym'),
      keyword('of'),
      [pattern(`(\\|)(\\s*)(${ID})`), ['p', '', 'nc']],
      [pattern(`(\\|)(\\s+)(${SIGNS})`), ['p', '', 'nc']],
      BREAKOUT,
      ...CORE,
    ],
    exception: [
      ...SPACE,
      [pattern(`(exception|and)(\\s+)(${ID})`), ['kr', '', 'nc']],
      [pattern(`(exception|and)(\\s*)(${SIGNS})`), ['kr', '', 'nc']],
      keyword('of'),
      BREAKOUT,
      ...CORE,
    ],
    constructorName: [...SPACE, [pattern(ID), 'nc', '#pop'], [pattern(SIGNS), 'nc', '#pop']],
    typeVariables: [
      ...SPACE,
      [/'[\w']*/, 'nd'],
      [pattern(ID), 'n'],
      [/,/, 'p'],
      [/\)/, 'p', '#pop'],
      [pattern(SIGNS), 'n'],
    ],
    string: inQuotes('s2'),
    character: inQuotes('sc'),
    comment: nestedComment('cm'),
  },
}))
