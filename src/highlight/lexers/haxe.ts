// Haxe. `operand` stands wherever an expression may begin, so that a brace there opens an object.

import { type Action, defineLexer, include, LEAVE, pattern, type Rule, wordSet } from '../grammar.ts'
import { REGEX_BODY, REGEX_CLASS } from './regex-literal.ts'

const ID = '[$a-zA-Z_][a-zA-Z0-9_]*'
const DOTTED = '[$a-zA-Z_][a-zA-Z0-9_.]*'

const IMPORTS = wordSet('import package using')
const KEYWORDS =
  wordSet(`as break case cast catch class continue default do else enum false for function if in interface
  macro new null override private public return switch this throw true try untyped while`)
const DECLARATIONS = wordSet('abstract dynamic extends extern from implements inline static to typedef var')
const RESERVED = wordSet('autoBuild build super trace')
const BUILTINS = wordSet(`Any Array Bool Class Date DateTools Dynamic EReg File FileSystem Float Int Lambda Map Math
  Reflect Std String StringTools Sys UInt Void isNaN parseFloat parseInt`)

const named: Action = (scan, match) => {
  const name = match[0]
  if (IMPORTS.has(name)) {
    scan.emit('kn', name)
    scan.move('namespace')
  } else if (KEYWORDS.has(name) || DECLARATIONS.has(name)) {
    scan.emit(KEYWORDS.has(name) ? 'k' : 'kd', name)
    scan.move('operand')
  } else scan.emit(RESERVED.has(name) ? 'kr' : BUILTINS.has(name) ? 'nb' : 'nx', name)
}

const annotated: Action = (scan, match) => {
  scan.emit('nd', match[1] ?? '')
  scan.emit('p', match[2] ?? '')
  if (match[2] === undefined) scan.move('#pop')
}

const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]
const ESCAPE: Rule = [/\\(?:[\\tnr'"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\})/, 'se']

export const createHaxeLexer = defineLexer(() => ({
  states: {
    root: [
      [/\n/, '', 'statement'],
      [/\{/, 'p', 'operand'],
      ...PLAIN,
      [/@/, 'nd', 'metadata'],
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=/, 'o', 'operand'],
      [/[-:<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\]}.]/, 'p'],
      [/\?/, 'p', ['ternary', 'operand']],
      [pattern(ID), named],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+/, 'mi'],
      [/"/, 's2', 'doubleQuoted'],
      [/'/, 's1', 'singleQuoted'],
    ],
    operand: [...PLAIN, [/#(?:if|elseif|else|end).*/, 'cp'], [/~/, 'sr', '#goto:regex'], [/\{/, 'p', 'object'], LEAVE],
    namespace: [
      ...PLAIN,
      [pattern(`(${DOTTED})(\\s+)(in|as)(\\s+)(${ID})`), ['nn', 'w', 'k', 'w', 'n']],
      [pattern(DOTTED), 'nn'],
      LEAVE,
    ],
    regex: [[/\//, 'sr', '#goto:regexEnd'], ...REGEX_BODY],
    regexEnd: [[/[gim]+/, 'sr', '#pop'], LEAVE],
    regexClass: REGEX_CLASS,
    statement: [[pattern(`(${ID})(\\s*)(:)`), ['nl', '', 'p']], include('operand')],
    object: [
      ...PLAIN,
      [/\}/, 'p', '#goto:statement'],
      [pattern(`(${ID})(\\s*)(:)`), ['na', '', 'p'], 'operand'],
      [/:/, 'p'],
      include('root'),
    ],
    metadata: [
      [pattern(`(${ID})(\\()?`), annotated],
      [pattern(`:${ID}(?:\\.${ID})*`), 'nd', '#pop'],
      [/\)/, 'nd', '#pop'],
      include('root'),
    ],
    ternary: [[/:/, 'p', '#goto:operand'], include('root')],
    doubleQuoted: [ESCAPE, [/"/, 's2', '#pop'], [/[^\\"]+/, 's2']],
    singleQuoted: [
      ESCAPE,
      [/'/, 's1', '#pop'],
      [/\$\$/, 's1'],
      [pattern(`\\$${ID}`), 'si'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^\\$']+/, 's1'],
    ],
    interpolation: [[/\}/, 'si', '#pop'], include('root')],
  },
}))
