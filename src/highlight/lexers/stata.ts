// Stata.

import { byWord, defineLexer, pattern, wordSet } from '../grammar.ts'
import { delimited } from './quotes.ts'
import { STATA_COMMANDS, STATA_FUNCTIONS } from './stata-words.ts'

const TYPES =
  wordSet(`byte int long float double str strL numeric string integer scalar matrix local global numlist varlist
  newlist`)
const RESERVED = wordSet(
  'if else foreach forv forva forval forvalu forvalue forvalues to while in of continue break nobreak',
)

export const createStataLexer = defineLexer(() => ({
  states: {
    root: [
      [/^\s*#.*$/, 'cp'],
      [/^\*!.*$/, 'ch'],
      [/^\s*\*.*$/, 'c1'],
      [pattern(`^\\s*(?:${STATA_COMMANDS})\\b`), 'k'],
      [/[ \t]+/, 'w'],
      [/[\n\r]+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/`"(?:[^\\\n]|\\.)*?"'|`".*"'/, 's2'],
      [pattern(delimited('"', '"', '\\n')), 's2'],
      [pattern(delimited('`', "'", '\\n')), 's2'],
      [/\$\w+/, 's2'],
      [/%\S+/, 'py'],
      [/str(?:204[0-5]|20[0-3][0-9]|[01][0-9]{3}|[0-9]{2,3}|[1-9])\b/, 'kt'],
      [pattern(`(?:${STATA_FUNCTIONS})(?=\\()`), 'nf'],
      [/\.\.(?=.*\])/, 'o'],
      [/[+-]?(?:\d+(?:[.]\d+)?|[.]\d+)(?:[eE][+-]?\d+)?/, 'm'],
      [/[ICOicoLFDSlfds]\w*(?:\.|(?=\(.*\)\.))/, 'o'],
      [/\w+/, byWord({ kr: RESERVED, kt: TYPES }, 'n')],
      [/[[\]{}();,]/, 'p'],
      [/[-<>?*+'^/\\!#.=~:&|]/, 'o'],
    ],
  },
}))
