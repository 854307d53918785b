// ECL, the language of HPCC.

import { type Action, defineLexer, wordSet } from '../grammar.ts'
import { FUNCTIONS, KEYWORDS, TEMPLATE } from './ecl-words.ts'

const MODULES = wordSet('audit blas date file math metaphone metaphone3 str system uni')
const MEMBERS = wordSet('debug email job log thorlib util workunit')
const TYPES = wordSet(`ascii big_endian boolean data decimal ebcdic grouped integer linkcounted of pattern qstring real
  record rule set streamed string token udecimal unicode unsigned utf8 varstring varunicode`)
/** Types that any length may follow. */
const WITH_LENGTH = wordSet('data qstring string unicode utf8 varstring varunicode')

const dotted: Action = (scan, [path, first = '', second = '', third = '']) => {
  scan.emit(first === 'std' && MODULES.has(second) && MEMBERS.has(third) ? 'nc' : 'nv', path)
}

/** Is it a number type of a size that it can have? */
const isSized = (stem: string, digits: string): boolean => {
  const size = digits === '' ? 0 : Number(digits)
  return stem === 'real' ? size === 4 || size === 8 : /^(?:integer|unsigned)$/.test(stem) && size >= 1 && size <= 8
}

const named: Action = (scan, [written, sign = '', word = '']) => {
  const name = word.toLowerCase()
  const digits = /\d*$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - digits.length)
  const isType = TYPES.has(name) || (digits !== '' && WITH_LENGTH.has(stem))
  if (sign !== '') scan.emit(TEMPLATE.has(name) ? 'kt' : 'err', written)
  else if (isType) scan.emit('kt', written)
  else if (KEYWORDS.has(name)) scan.emit('k', written)
  else if (FUNCTIONS.has(name)) scan.emit('nf', written)
  else if (isSized(stem, digits)) scan.emit('kt', written)
  else scan.emit(name === 'true' || name === 'false' ? 'kc' : 'nx', written)
}

export const createEclLexer = defineLexer(() => ({
  states: {
    root: [
      [/\n+/, ''],
      [/\/\/.*/, 'c1'],
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'/, 's1'],
      [/\\(?:x\\hh|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)/, ''],
      [/(?:and|not|or|in)\b/i, 'ow'],
      [/:=|[<>/\\+=-]/, 'o'],
      [/[[\]{}();,&.%]/, 'p'],
      [/beginc\+\+[\s\S]*?endc\+\+/i, 's1'],
      [/embed[\s\S]*?endembed/i, 's1'],
      [/(\w+)\.(\w+)\.(\w+)/, dotted],
      [/u?decimal\d+(?:_\d+)?\b/i, 'kt'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/x[0-9a-f]+/i, 'mh'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/0[0-9a-f]+x/i, 'mh'],
      [/0[bB][01]+/, 'mb'],
      [/[01]+[bB]/, 'mb'],
      [/\d+/, 'mi'],
      [/(#?)([a-z_]\w*)\b/i, named],
    ],
  },
}))
