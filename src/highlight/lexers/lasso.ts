// Lasso, with HTML around it.

import { type Action, defineLexer, include, LEAVE, longWordSet, pattern, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer, LexerOptions } from '../token.ts'
import { type Embedded, embed } from './embedded.ts'
import words from './lasso-words.json' with { type: 'json' }

const KINDS = [
  ['ne', longWordSet(words.exceptions.join(' '))],
  ['kt', longWordSet(words.types.join(' '))],
  ['nd', longWordSet(words.traits.join(' '))],
  ['k', longWordSet(words.keywords.join(' '))],
  ['nb', longWordSet(words.builtins.join(' '))],
] as const

const kindOf = (name: string): string =>
  name === 'namespace_using' ? 'kn' : (KINDS.find(([, known]) => known.has(name))?.[0] ?? 'nx')

const named: Action = (scan, match) => {
  const [, slash = '', name = ''] = match
  scan.emit('p', slash)
  scan.emit(kindOf(name.toLowerCase()), name)
}

const ID = '[a-zA-Z_][\\w.]*'
const any = (source: string) => pattern(source, 'i')

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/.*?\n/, 'c1'],
  [/\/\*\*![\s\S]*?\*\//, 'cd'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]

const LITERALS: readonly Rule[] = [
  [/\d*\.\d+(?:e[+-]?\d+)?/i, 'mf'],
  [/0x[\da-f]+/i, 'mh'],
  [/\d+/, 'mi'],
  [/(?:infinity|NaN)\b/i, 'm'],
  [/'[^'\\]*(?:\\[\s\S][^'\\]*)*'/, 's1'],
  [/"[^"\\]*(?:\\[\s\S][^"\\]*)*"/, 's2'],
  [/`[^`]*`/, 'sb'],
]

const NAMES: readonly Rule[] = [
  [any(`\\$${ID}`), 'nv'],
  [any(`#(?:${ID}|\\d+\\b)`), 'vi'],
  [any(`(\\.\\s*)('${ID}')`), ['bp', 'vc']],
  [any(`(self)(\\s*->\\s*)('${ID}')`), ['bp', 'o', 'vc']],
  [any(`(\\.\\.?\\s*)(${ID}(?:=(?!=))?)`), ['bp', 'nx']],
  [any(`(->\\\\?\\s*|&\\s*)(${ID}(?:=(?!=))?)`), ['o', 'nx']],
  [/(?:self|inherited|currentcapture|givenblock)\b/i, 'bp'],
  [any(`-(?!infinity)${ID}`), 'na'],
  [any(`::\\s*${ID}`), 'nl'],
]

const DEFINITIONS: readonly Rule[] = [
  [any(`(define)(\\s+)(${ID})(\\s*=>\\s*)(type|trait|thread)\\b`), ['kd', '', 'nc', 'o', 'k']],
  [any(`(define)(\\s+)(${ID})(\\s*->\\s*)(${ID}=?|[-+*/%])`), ['kd', '', 'nc', 'o', 'nf'], 'signature'],
  [any(`(define)(\\s+)(${ID})`), ['kd', '', 'nf'], 'signature'],
  [any(`(public|protected|private|provide)(\\s+)((?:${ID}=?|[-+*/%])(?=\\s*\\())`), ['k', '', 'nf'], 'signature'],
  [any(`(public|protected|private|provide)(\\s+)(${ID})`), ['k', '', 'nf']],
]

const LASSO: readonly Rule[] = [
  ...SPACE,
  ...LITERALS,
  ...NAMES,
  ...DEFINITIONS,
  [/(?:true|false|none|minimal|full|all|void)\b/i, 'kc'],
  [/(?:local|var|variable|global|data(?=\s))\b/i, 'kd'],
  [any(`(${ID})(\\s+)(in)\\b`), ['n', '', 'k']],
  [any(`(let|into)(\\s+)(${ID})`), ['k', '', 'n']],
  [/,/, 'p', 'member'],
  [/(?:and|or|not)\b/i, 'ow'],
  [any(`(${ID})(\\s*::\\s*${ID})?(\\s*=(?!=|>))`), ['n', 'nl', 'o']],
  [/(\/?)([\w.]+)/, named],
  [/(=)(n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft)\b/i, ['o', 'ow']],
  [/:=|[-+*/%=<>&|!?\\]+/, 'o'],
  [/[{}():;,@^]/, 'p'],
]

// Text outside of the code: what may not end it is taken in whole, comments and scripts with their brackets.
const OUTSIDE = '<!--[\\s\\S]*?-->|<(script|style)[\\s\\S]*?\\1>|<(?!\\?(?:lasso(?:script)?|=))'
const ANGLE: Rule = [/<\?(?:lasso(?:script)?|=)/i, 'cp', 'angle']
const NO_PROCESS: Rule = [/\[noprocess\]/, 'cp', 'noProcess']

const outside = (embedded: Embedded): Record<string, readonly Rule[]> => {
  const html = embedded.lex('html')
  return {
    delimiters: [
      [/\[no_square_brackets\]/, 'cp', 'noSquare'],
      NO_PROCESS,
      [/\[/, 'cp', 'square'],
      ANGLE,
      [any(`(?:[^[<]+|${OUTSIDE})+`), html],
    ],
    noSquare: [NO_PROCESS, ANGLE, [any(`(?:[^[<]+|${OUTSIDE}|\\[(?!noprocess))+`), html]],
    noProcess: [
      [/\[\/noprocess\]/, 'cp', '#pop'],
      [/(?:[^[]+|\[(?!\/noprocess))+/i, html],
    ],
  }
}

const defineLasso = (find: FindLexer, isInline: boolean): (() => Lexer) => {
  const embedded = embed(find)
  return defineLexer({
    initial: isInline ? ['root', 'lasso'] : ['root'],
    start: embedded.start,
    states: {
      root: [
        [/^#![ \S]+lasso9\b/, 'cp', 'lasso'],
        [/(?=\[|<)/, '', 'delimiters'],
        [/\s+/, 'w'],
        [/(?:)/, '', ['delimiters', 'file']],
      ],
      ...outside(embedded),
      square: [[/\]/, 'cp', '#pop'], include('lasso')],
      angle: [[/\?>/, 'cp', '#pop'], include('lasso')],
      file: [[/\]|\?>/, 'cp', '#pop'], include('lasso')],
      lasso: LASSO,
      signature: [[/=>/, 'o', '#pop'], [/\)/, 'p', '#pop'], [/[(,]/, 'p', 'parameter'], include('lasso')],
      parameter: [[/\)/, 'p', '#pop'], [any(`-?${ID}`), 'na', '#pop'], [/\.\.\./, 'bp'], include('lasso')],
      member: [
        [
          any(`(?:${ID}=?|[-+*/%])(?=\\s*(?:\\((?:[^()]*\\([^()]*\\))*[^)]*\\)\\s*)?(?:::[\\w.\\s]+)?=>)`),
          'nf',
          'signature',
        ],
        ...SPACE,
        LEAVE,
      ],
    },
  })
}

/** With `start_inline` the text is Lasso from its first character on. */
export const createLassoLexer = (options: LexerOptions, find: FindLexer): Lexer =>
  defineLasso(find, !['0', 'false', 'off'].includes(options['start_inline'] ?? 'off'))()
