// MATLAB. A line that begins with an exclamation mark is the shell's.

import { type Action, byWord, defineLexer, wordSet } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { MATLAB_FUNCTIONS } from './matlab-words.ts'

const KEYWORDS = wordSet(`arguments break case catch classdef continue else elseif end
  for function global if import methods otherwise parfor persistent properties return spmd switch try while`)

const defineMatlab = (find: FindLexer): (() => Lexer) => {
  const shellLine: Action = (scan, match) => {
    scan.emit('k', '!')
    find('shell')?.lex(match[0].slice(1), scan.emit)
  }
  return defineLexer({
    states: {
      root: [
        [/\s+/, ''],
        [/\{%[\s\S]*?%\}/, 'cm'],
        [/%.*$/, 'c1'],
        [/([.]{3})(.*)$/, ['k', 'c']],
        [/^![^%\n]*/, shellLine],
        [/[a-zA-Z][_a-zA-Z0-9]*/, byWord({ k: KEYWORDS, nb: MATLAB_FUNCTIONS }, 'n')],
        [/[(){};:,/\\\][]/, 'p'],
        [/~=|==|<<|>>|[-~+*%=<>&^|.@]/, 'o'],
        [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
        [/\d+e[+-]?[0-9]+/i, 'mf'],
        [/\d+L/, 'il'],
        [/\d+/, 'mi'],
        [/'(?=.*')/, 's1', 'characters'],
        [/"(?=.*")/, 's2', 'string'],
        [/'/, 'o'],
      ],
      characters: [
        [/[^']+/, 's1'],
        [/''/, 'se'],
        [/'/, 's1', '#pop'],
      ],
      string: [
        [/[^"]+/, 's2'],
        [/""/, 'se'],
        [/"/, 's2', '#pop'],
      ],
    },
  })
}

export const createMatlabLexer = (_: unknown, find: FindLexer): Lexer => defineMatlab(find)()
