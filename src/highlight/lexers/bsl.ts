// 1C:Enterprise's language, whose words may be Russian or English.

import { type Action, defineLexer } from '../grammar.ts'
import { BUILTINS, KEYWORDS } from './bsl-words.ts'

const isKeyword = (word: string): boolean => KEYWORDS.has(word.toLowerCase())

const named: Action = (scan, match) => scan.emit(isKeyword(match[0]) ? 'k' : 'nv', match[0])

// quirk(rouge): the space between a function of the language and its parenthesis belongs to the name.
const called: Action = (scan, match) => {
  const [whole, word = '', space = ''] = match
  if (!isKeyword(word) && BUILTINS.has(word.toLowerCase())) {
    scan.emit('nb', whole)
    return
  }
  scan.emit(isKeyword(word) ? 'k' : 'nv', word)
  scan.emit('', space)
}

export const createBslLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/[[\]:(),;]/, 'p'],
      [/[&#].*/, 'kd'],
      [/[-+/*%=<>.?]/, 'o'],
      [/([\wа-яё]+)(\s*)(?=\()/i, called],
      // quirk(rouge): numbers, too.
      [/[\wа-яё]+/i, named],
      [/'.*'/, 'ld'],
      [/"[^"\n]*"?/, 's1'],
      [/\|[^"\n]*"?/, 's'],
    ],
  },
}))
