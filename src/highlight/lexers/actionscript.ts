// ActionScript.

import { type Action, defineLexer, include, quotedText, type Rule, wordSet } from '../grammar.ts'
import { REGEX_BODY, REGEX_CLASS } from './regex-literal.ts'

const KEYWORDS =
  wordSet(`for in while do break return continue switch case default if else throw try catch finally new delete
  typeof is this with`)
const DECLARATIONS = wordSet('var with function')
const RESERVED =
  wordSet(`dynamic final internal native public protected private class const override static package interface
  extends implements namespace set get import include super flash_proxy object_proxy trace`)
const CONSTANTS = wordSet('true false null NaN Infinity undefined')
const BUILTINS =
  wordSet(`void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval
  isFinite isNaN parseFloat parseInt this`)

const named: Action = (scan, match) => {
  const name = match[0]
  if (KEYWORDS.has(name) || DECLARATIONS.has(name)) {
    scan.emit(KEYWORDS.has(name) ? 'k' : 'kd', name)
    scan.move('operand')
  } else if (RESERVED.has(name)) scan.emit('kr', name)
  else if (CONSTANTS.has(name)) scan.emit('kc', name)
  else scan.emit(BUILTINS.has(name) ? 'nb' : 'nx', name)
}

const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?$/, 'c1'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]

export const createActionscriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s*#!.*?\n/, 'cp', 'statement'],
      [/\n/, '', 'statement'],
      ...PLAIN,
      [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'operand'],
      [/[:;<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/[)\].]/, 'p'],
      [/[?]/, 'p', ['ternary', 'operand']],
      [/[{}]/, 'p', 'statement'],
      [/[$a-zA-Z_][a-zA-Z0-9_]*/, named],
      [/-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/-?[0-9]+/, 'mi'],
      [quotedText('"'), 's2'],
      [quotedText("'"), 's1'],
    ],
    operand: [...PLAIN, [/\//, 'sr', '#goto:regex'], [/[{]/, 'p', 'object'], [/(?:)/, '', '#pop']],
    regex: [[/\//, 'sr', '#goto:regexEnd'], ...REGEX_BODY],
    regexEnd: [
      [/[gim]+/, 'sr', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    regexClass: REGEX_CLASS,
    statement: [[/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['nl', '', 'p']], [/[{}]/, 'p'], include('operand')],
    object: [
      ...PLAIN,
      [/[}]/, 'p', '#goto:statement'],
      [/([$a-zA-Z_][a-zA-Z0-9_]*)(\s*)(:)/, ['na', '', 'p'], 'operand'],
      [/:/, 'p'],
      include('root'),
    ],
    ternary: [[/:/, 'p', '#goto:operand'], include('root')],
  },
}))
