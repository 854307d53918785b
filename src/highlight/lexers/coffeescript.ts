// CoffeeScript. `operand` stands where an expression may begin, so that a slash opens a regular expression there.

import { byWord, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'

const ID = '[$a-zA-Z_][a-zA-Z0-9_]*'
const KEYWORDS = wordSet(`await break by catch class continue debugger delete do else
  export extends finally for if import instanceof loop new return super switch then this throw try typeof until
  when while yield`)
const CONSTANTS = wordSet('Infinity NaN false no null off on true undefined yes')
const BUILTINS = wordSet(`Array Boolean Date Error Function Math Number Object
  Packages RegExp String decodeURI decodeURIComponent document encodeURI encodeURIComponent eval isFinite isNaN
  netscape parseFloat parseInt sun window`)

const COMMENTS: readonly Rule[] = [
  [/###[^#][\s\S]*?###/, 'cm'],
  [/#.*$/, 'c1'],
]
const SPACE: Rule = [/\s+/, '']
const INTERPOLATION: Rule = [/#\{/, 'si', 'interpolation']
/** Escapes by a character's code. */
export const CODE_ESCAPE: Rule = [/\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})/, 'se']

/** What stands between quotes of either kind. */
export const IN_STRINGS: readonly Rule[] = [[/[^#\\'"]+/, 's'], CODE_ESCAPE, [/\\./, 'se'], [/#/, 's']]

/** A regular expression on one line, where an expression is due. */
export const REGEX: Rule = [/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, 'sr', '#pop']

export const createCoffeescriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/^(?=\s|\/|<!--)/, '', 'operand'],
      ...COMMENTS,
      SPACE,
      [
        /[+][+]|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|[?]|:|=|[|][|]|\\(?=\n)|(?:<<|>>>?|==?|!=?|[-<>+*`%&|^/])=?/,
        'o',
        'operand',
      ],
      [/[-=]>/, 'nf'],
      [pattern(`(@)([ \\t]*)(${ID})`), ['vi', '', 'na'], 'operand'],
      [pattern(`([.])([ \\t]*)(${ID})`), ['p', '', 'na'], 'operand'],
      [pattern(`${ID}(?=\\s*:)`), 'na', 'operand'],
      [pattern(ID), byWord({ k: KEYWORDS, no: CONSTANTS, nb: BUILTINS }, 'nx'), 'operand'],
      [/[{([;,]/, 'p', 'operand'],
      [/[})\].]/, 'p'],
      [/\d+[.]\d+(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/\d+/, 'mi'],
      [/"""/, 's', 'longDouble'],
      [/'''/, 's', 'longSingle'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
    ],
    operand: [...COMMENTS, SPACE, [/\/\/\//, 'sr', '#goto:longRegex'], REGEX, [/(?:)/, '', '#pop']],
    longRegex: [
      [/\/\/\/(?:[gimy]+\b|\B)/, 'sr', '#pop'],
      [/^#(?!\{).*$/, 'c1'],
      [/(\s+)(#(?!\{).*)$/, ['', 'c1']],
      INTERPOLATION,
      ...COMMENTS,
      SPACE,
      CODE_ESCAPE,
      [/\\\D/, 'se'],
      [/\\\d+/, 'nv'],
      [/[\s\S]/, 'sr'],
    ],
    interpolation: [[/\}/, 'si', '#pop'], include('root')],
    double: [[/"/, 's', '#pop'], [/'/, 's'], INTERPOLATION, ...IN_STRINGS],
    longDouble: [[/"""/, 's', '#pop'], [/["']/, 's'], INTERPOLATION, ...IN_STRINGS],
    single: [[/'/, 's', '#pop'], [/"/, 's'], ...IN_STRINGS],
    longSingle: [[/'''/, 's', '#pop'], [/["']/, 's'], ...IN_STRINGS],
  },
}))
