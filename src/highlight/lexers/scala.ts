// Scala.

import { anyOf, defineLexer, pattern, quotedText } from '../grammar.ts'

const LETTER = '[\\p{L}$_]'
const OPERATOR = `(?:(?![\\s(){}\\[\\]‘’".;,0-9]|${LETTER})[-!#%&*/:?@\\\\^\\p{Sm}\\p{So}])`
const ID = `${LETTER}(?:${LETTER}|[0-9])*(?:(?<=_)${OPERATOR}+)?`
const NAME = `(?:${ID}|${OPERATOR}+|\`[^\`]+\`)`
const TYPE_PART = `(?:${ID}|${OPERATOR}+\`[^\`]+\`)`
const TYPE = `${TYPE_PART}(?:\\.${TYPE_PART})*`

const KEYWORDS =
  anyOf(`abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
  protected requires return sealed super this throw try val var while with yield`)

export const createScalaLexer = defineLexer({
  states: {
    root: [
      [/(class|trait|object)(\s+)/, ['k', ''], 'className'],
      [pattern(`'${ID}(?!')`), 'ss'],
      [/[^\S\n]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [pattern(`@${ID}`), 'nd'],
      [pattern(`(def)(\\s+)(${NAME})(\\s*)`), ['k', '', 'nf', '']],
      [pattern(`(val)(\\s+)(${NAME})(\\s*)`), ['k', '', 'nv', '']],
      [pattern(`(this)(\\n*)(\\.)(${ID})`), ['k', '', 'o', 'py']],
      [pattern(`(${ID}|_)(\\n*)(\\.)(${ID})`), ['nv', '', 'o', 'py']],
      [pattern(`[\\p{Lu}$_]${ID}(?![\\p{L}\\p{N}_])`), 'nc'],
      [pattern(`(${ID})(\\s*)(\\()`), ['nf', '', 'o']],
      [pattern(`(\\.)(${ID})`), ['o', 'py']],
      [pattern(`(?:${KEYWORDS})\\b|(?:<[%:\\-]|=>|>:|[#=@_\\u21D2\\u2190])(?:\\b|(?=\\s)|$)`), 'k'],
      [pattern(`:(?!${OPERATOR})`), 'k', 'type'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(import|package)(\s+)/, ['k', ''], 'imported'],
      [/(type)(\s+)/, ['k', ''], 'type'],
      [/"""[\s\S]*?"""(?!")/, 's'],
      [quotedText('"'), 's'],
      [/'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'/, 'sc'],
      [pattern(ID), 'n'],
      [/`[^`]+`/, 'n'],
      [/\[/, 'o', 'typeParameters'],
      [/[(){};,.#]/, 'o'],
      [pattern(`${OPERATOR}+`), 'o'],
      [/(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?/, 'mf'],
      [/[0-9]+[fFdD]/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+L?/, 'mi'],
      [/\n/, ''],
    ],
    className: [
      [pattern(`(${NAME})(\\s*)(\\[)`), ['nc', '', 'o'], 'typeParameters'],
      [/\s+/, ''],
      [/\{/, 'o', '#pop'],
      [/\(/, 'o', '#pop'],
      [/\/\/.*/, 'c1', '#pop'],
      [pattern(NAME), 'nc', '#pop'],
    ],
    type: [
      [/\s+/, ''],
      [/<[%:]|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/([,);}]|=>|=)(\s*)/, ['o', ''], '#pop'],
      [/[({]/, 'o', '#push'],
      [pattern(`(${TYPE})(\\s*)(\\[)`), ['kt', '', 'o'], '#goto:typeParameters'],
      [pattern(`(${TYPE})(\\s*)$`), ['kt', ''], '#pop'],
      [/\/\/.*/, 'c1', '#pop'],
      [pattern(`\\.|${NAME}`), 'kt'],
    ],
    typeParameters: [
      [/[\s,]+/, ''],
      [/<[%:]|=>|>:|[#_\u21D2]|forSome|type/, 'k'],
      [/[\])}]/, 'o', '#pop'],
      [/[([{]/, 'o', '#push'],
      [pattern(`\\.|${NAME}`), 'kt'],
    ],
    comment: [
      [/[^/*]+/, 'cm'],
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[*/]/, 'cm'],
    ],
    imported: [[pattern(`(?:${ID}|\\.)+`), 'nn', '#pop']],
  },
})
