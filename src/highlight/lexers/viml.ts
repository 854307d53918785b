// Vim's script language.

import { byWord, defineLexer, pattern } from '../grammar.ts'
import { delimited } from './quotes.ts'
import { VIM_COMMANDS, VIM_NAMES } from './viml-words.ts'

export const createVimlLexer = defineLexer(() => ({
  states: {
    root: [
      [/^(\s*)(".*?)$/, ['', 'c']],
      [/^\s*\\/, 'se'],
      [/^\s+/, ''],
      [/[ \t]+/, ''],
      [pattern(delimited('/', '/', '\\n')), 'sr'],
      [pattern(delimited('"', '"', '\\n')), 's2'],
      [pattern(delimited("'", "'", '\\n')), 's1'],
      [/-?\d+/, 'm'],
      [/#[0-9a-f]{6}/i, 'mh'],
      [/[():<>+=![\]{}|,~.-]/, 'p'],
      [/(?:let|if|else|endif|elseif|fun|function|endfunction)\b/, 'k'],
      [/(?:NONE|bold|italic|underline|dark|light)\b/, 'nb'],
      [/[absg]:\w+\b/, 'nv'],
      [/\w+\b/, byWord({ k: VIM_COMMANDS, nb: VIM_NAMES }, '')],
      [/[a-zA-Z_]+/, ''],
      [/[\s\S]/, ''],
    ],
  },
}))
