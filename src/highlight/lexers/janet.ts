// Janet. Inside of quotes names are escapes; what follows a parenthesis is called.

import { type Action, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'
import { FUNCTIONS } from './janet-words.ts'

const MARKS = '_!$%^&*+=~<>.?/\\-'
const REST = `[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}${MARKS}:]*`
const SYMBOL = `[\\p{Alphabetic}${MARKS}]${REST}`

const SPECIALS = wordSet('break def do fn if quote quasiquote splice set unquote var while')

const called: Action = (scan, match) => {
  const name = match[0]
  scan.emit(SPECIALS.has(name) ? 'k' : FUNCTIONS.has(name) ? 'kr' : 'nf', name)
  scan.move(name === 'quote' || name === 'quasiquote' ? `#goto:${name}` : '#goto:root')
}

const unquoted = (next: string): string => `(\\()(\\s*)(unquote)(\\s+)${next}`
const QUOTE: readonly Rule[] = [
  [/[([{]/, 'p', '#push'],
  [/[)\]}]/, 'p', '#pop'],
  [pattern(SYMBOL), 'se'],
]

export const createJanetLexer = defineLexer(() => ({
  states: {
    root: [
      [/#.*?$/, 'c1'],
      [/\s+/, 'w'],
      [/(?:true|false|nil)\b/, 'no'],
      [pattern(`(['~])(${SYMBOL})`), ['o', 'ss']],
      [pattern(`:${REST}`), 'kc'],
      [/[+-]?\d{1,2}r[\w.]+(?:&[+-]?\w+)?/, 'mf'],
      [/[+-]?0x(?:[0-9a-fA-F][0-9a-fA-F_]*(?:\.[0-9a-fA-F][0-9a-fA-F_]*)?|\.[0-9a-fA-F][0-9a-fA-F_]*)/, 'mh'],
      [/[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/i, 'mf'],
      [/@?"/, 's2', 'string'],
      [/@?(`+)[\s\S]*?\1/, 'sh'],
      [/\(/, 'p', 'call'],
      [/(')(@?[([{])/, ['o', 'p'], 'quote'],
      [/(~)(@?[([{])/, ['o', 'p'], 'quasiquote'],
      [/[#~,';|]/, 'o'],
      [/@?[(){}[\]]/, 'p'],
      [pattern(SYMBOL), 'n'],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
    call: [[/\)/, 'p', '#pop'], [pattern(SYMBOL), called], include('root')],
    quote: [...QUOTE, include('root')],
    quasiquote: [
      [/(,)(\()/, ['o', 'p'], 'call'],
      [pattern(unquoted('(\\()')), ['p', '', 'k', '', 'p'], 'call'],
      [pattern(`(,)(${SYMBOL})`), ['o', 'n']],
      [pattern(unquoted(`(${SYMBOL})`)), ['p', '', 'k', '', 'n']],
      ...QUOTE,
      include('root'),
    ],
  },
}))
