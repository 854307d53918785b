// Cython: Python with the declarations of C.

import { type Action, defineLexer, include, LEAVE, pattern, type Rule, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { PYTHON_BUILTINS, PYTHON_KEYWORDS, pythonGrammar, pythonWord } from './python.ts'

const DOTTED = '[a-zA-Z_.][\\w.]*'
const SPACE = '(?:\\\\\\s|\\s)+'

const WORDS = {
  keywords: new Set([...PYTHON_KEYWORDS, ...wordSet('by fused gil nogil')]),
  builtins: PYTHON_BUILTINS,
}
const C_KEYWORDS = wordSet('public readonly extern api inline enum union')

const declared: Action = (scan, match) => {
  const name = match[0]
  if (WORDS.keywords.has(name)) {
    scan.emit('k', name)
    scan.move('#pop')
  } else if (name === 'def') {
    scan.emit('k', name)
    scan.move('#goto:functionName')
  } else if (name === 'struct' || name === 'class') {
    scan.emit('kr', name)
    scan.move('#goto:className')
  } else if (C_KEYWORDS.has(name)) scan.emit('kr', name)
  else {
    scan.emit('kt', name)
    scan.move('#pop')
  }
}

// The first indented line of a block of declarations sets its indentation; a lesser one ends the block.
const indented: Action = (scan, match) => {
  scan.emit('', match[0])
  scan.move('#goto:declared')
  const known = scan.memory['indentation'] as number | undefined
  if (known === undefined) scan.memory['indentation'] = match[0].length
  else if (known > match[0].length) {
    scan.memory['indentation'] = undefined
    scan.move('#pop:2')
  }
}

const endBlock: Action = (scan) => {
  scan.memory['indentation'] = undefined
}

const BEFORE_NAME: readonly Rule[] = [[pattern(SPACE), '']]

export const createCythonLexer: () => Lexer = defineLexer(() =>
  pythonGrammar({
    ...WORDS,
    create: () => createCythonLexer(),
    start: (memory) => {
      memory['indentation'] = undefined
    },
    before: {
      root: [
        [/cp?def|ctypedef/, 'k', ['declarations', 'declared']],
        [pattern(`(from)(${SPACE})(${DOTTED})(${SPACE})(cimport)`), ['kn', '', 'nn', '', 'kn']],
        [pattern(`(cimport)(\\s+)(${DOTTED})`), ['kn', '', 'nn']],
        [pattern(`(struct)(${SPACE})`), ['k', ''], 'className'],
        [/[a-zA-Z_]\w*(?=\()/, pythonWord(WORDS, 'nf')],
        [/[(,]/, 'p', 'declared'],
      ],
      functionName: BEFORE_NAME,
      className: BEFORE_NAME,
    },
    states: {
      declared: [
        [/[^\S\n]+/, ''],
        [/cp?def|ctypedef/, 'k'],
        [/(?:un)?signed/, 'kt'],
        [/[a-zA-Z_]\w*(?=\*|[ \t]*\[|[ \t]+\w)/, declared],
        LEAVE,
      ],
      declarations: [[/\n/, '', 'indentation'], include('root')],
      indentation: [
        [/[ \t]+/, indented],
        [/(?:)/, endBlock, '#root'],
      ],
    },
  }),
)
