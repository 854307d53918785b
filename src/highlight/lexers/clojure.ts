// Clojure.

import { type Action, defineLexer, quotedText } from '../grammar.ts'
import { CLOJURE_BUILTINS, CLOJURE_KEYWORDS } from './clojure-words.ts'

const kindOf = (name: string, other: string): string =>
  CLOJURE_KEYWORDS.has(name) ? 'k' : CLOJURE_BUILTINS.has(name) ? 'nb' : other

const call: Action = (scan, match) => {
  scan.emit('p', match[1] ?? '')
  scan.emit('w', match[2] ?? '')
  scan.emit(kindOf(match[3] ?? '', 'nf'), match[3] ?? '')
}

export const createClojureLexer = defineLexer({
  states: {
    root: [
      [/;.*?$/, 'c1'],
      [/\s+/, 'w'],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [/0x-?[0-9a-fA-F]+/, 'mh'],
      [quotedText('"'), 's'],
      [/'[\w!#$%*+,<=>?/.-]+/, 'ss'],
      [/::?[\w!#$%*+,<=>?/.-]+/, 'no'],
      [/\\(?:.|[a-z]+)/i, 'sc'],
      [/~@|[`'#^~&@]/, 'o'],
      [/(\()(\s*)([\w!$%*+,<=>?/.-]+)/, call],
      [/[\w!$%*+,<=>?/.-]+/, (scan, match) => scan.emit(kindOf(match[0], 'n'), match[0])],
      [/[[\]{}()]/, 'p'],
    ],
  },
})
