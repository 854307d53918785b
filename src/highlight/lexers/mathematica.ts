// Mathematica's Wolfram language.

import { byWord, defineLexer, longWordSet, pattern, quotedText, wordSet } from '../grammar.ts'
import symbols from './mathematica-symbols.json' with { type: 'json' }

const WORDS = { bp: wordSet('Module With Block'), nb: longWordSet(symbols.names) }

const NUMBER = '(?:\\d+(?:\\.\\d*)?|\\.\\d+)'
const PRECISION = `(?:\`(?:\`?${NUMBER})?)?`
const POWER = '(?:\\*\\^[+-]?\\d+)?'
const ID = '[a-zA-Z$][$a-zA-Z0-9]*'
const SYMBOL = `(?:[a-zA-Z$][$a-zA-Z0-9]*|\\\\\\[${ID}\\])(?:[$a-zA-Z0-9]+|\\\\\\[${ID}\\])*`
const STRING = quotedText('"').source

export const createMathematicaLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [pattern(`\\d+\\^\\^(?:\\w+(?:\\.\\w*)?|\\.\\w+)${PRECISION}${POWER}`), 'm'],
      [pattern(`${NUMBER}${PRECISION}${POWER}`), 'm'],
      [pattern(`::(?:${ID}|${STRING})`), 'nt'],
      [/(?:In|Out)\[[0-9]+\]:?=/, 'gp'],
      [pattern(`\`?${SYMBOL}(?:\`${SYMBOL})*\`?`), byWord(WORDS, 'nv')],
      [pattern(`#(?:${ID}|"${ID}"|[0-9]*)`), 'nf'],
      [/[+\-*/|,;.:@~=><&`'^?!_%]/, 'o'],
      [/[[\](){}]/, 'p'],
      [quotedText('"'), 's'],
    ],
    comment: [
      [/\(\*/, 'c', 'comment'],
      [/\*\)/, 'c', '#pop'],
      [pattern(`::${ID}::`), 'cp'],
      [pattern(` :(?:\\s|${ID}(?![$a-zA-Z0-9]))+: `), 'cp'],
      [/./, 'c'],
    ],
  },
}))
