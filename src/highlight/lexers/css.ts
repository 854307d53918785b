// CSS.

import { type Action, defineLexer, include, pattern, quotedText, type Rule } from '../grammar.ts'
import { COLORS, FUNCTIONS, PROPERTIES, VALUES } from './css-words.ts'

const ID = '[\\p{L}_-][\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}-]*'
const UNITS = 'px|pt|pc|in|cm|mm|Q|em|rem|ex|ch|vw|vh|vmin|vmax|fr|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz'
const VENDOR = /^(?:-ah-|-atsc-|-hp-|-khtml-|-moz-|-ms-|-o-|-rim-|-ro-|-tc-|-wap-|-webkit-|-xv-|mso-|prince-)/

const valueWord: Action = (scan, match) => {
  const word = match[0].toLowerCase()
  scan.emit(COLORS.has(word) ? 'nx' : VALUES.has(word) ? 'nb' : FUNCTIONS.has(word) ? 'nf' : 'n', match[0])
}

const property: Action = (scan, match) => {
  const name = match[1] ?? ''
  scan.emit(PROPERTIES.has(name) || VENDOR.test(name) ? 'nl' : 'py', name)
  scan.emit('', match[2] ?? '')
  scan.emit('p', match[3] ?? '')
}

const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\*[\s\S]*?\*\//, 'c'],
]
// quirk(rouge): the classes of the two quotes are the other way round.
const STRINGS: readonly Rule[] = [
  [quotedText('"'), 's1'],
  [quotedText("'"), 's2'],
]

export const createCssLexer = defineLexer({
  states: {
    root: [
      ...PLAIN,
      [/\{/, 'p', 'declarations'],
      [pattern(`::?${ID}`), 'nd'],
      [pattern(`\\.${ID}`), 'nc'],
      [pattern(`#${ID}`), 'nf'],
      [pattern(`@${ID}`), 'k', 'atRule'],
      [pattern(ID), 'nt'],
      [/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'],
      ...STRINGS,
      [/[0-9]{1,3}%/, 'm'],
    ],
    value: [
      ...PLAIN,
      [/#[0-9a-f]{3,8}/i, 'nx'],
      [pattern(`-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:%|(?:${UNITS})\\b)?`), 'm'],
      [/[[\]():.,]/, 'p'],
      ...STRINGS,
      [/true|false/i, 'no'],
      [pattern(`--${ID}`), 'l'],
      [/[*+/-]/, 'o'],
      [pattern(ID), valueWord],
    ],
    atRule: [
      [/<=|>=|~=|\|=|\^=|\$=|\*=|<|>|=/, 'o'],
      [pattern(`\\{(?=\\s*${ID}\\s*:)`), 'p', 'atDeclarations'],
      [/\{/, 'p', 'atBody'],
      [/;/, 'p', '#pop'],
      include('value'),
    ],
    atBody: [[/\}/, 'p', '#pop:2'], include('root')],
    atDeclarations: [[/\}/, 'p', '#pop:2'], include('declarations')],
    declarations: [...PLAIN, [/\}/, 'p', '#pop'], [pattern(`(${ID})(\\s*)(:)`), property, 'declared']],
    declared: [
      [/;/, 'p', '#pop'],
      [/(?=\})/, '', '#pop'],
      [/!\s*important\b/, 'cp'],
      [/^@.*?$/, 'cp'],
      include('value'),
    ],
  },
})
