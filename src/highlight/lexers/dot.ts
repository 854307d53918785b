// DOT, the language of Graphviz.

import { defineLexer, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*/, 'c1'],
  [/\/\/.*?$/, 'c1'],
  [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
]

const defineDot = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const html = embedded.lex('html')
  const names: readonly Rule[] = [
    [/([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=)/, ['n', '', 'p']],
    [/[a-zA-Z][a-zA-Z_0-9]*/, 'nv'],
    [/[0-9]*\.[0-9]+/, 'mf'],
    [/[0-9]+/, 'mi'],
    [/"(?:[^"\\]|\\"?)*"/, 's2'],
    [
      /</,
      (scan, match) => {
        scan.emit('p', match[0])
        embedded.lexer(scan, 'html')?.reset()
      },
      'html',
    ],
  ]
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        ...SPACE,
        [/(?:strict|graph|digraph|subgraph|node|edge)\b/i, 'k'],
        [/[{};:=]/, 'p'],
        [/-[->]/, 'o'],
        [/\[/, 'o', 'attributes'],
        ...names,
      ],
      attributes: [...SPACE, ...names, [/[=;,]/, 'p'], [/\]/, 'o', '#pop']],
      html: [
        [/[^<>]+/, html],
        [/<[\s\S]+?>/, html],
        [/>/, 'p', '#pop'],
      ],
    },
  })
}

export const createDotLexer = (_: unknown, find: FindLexer): Lexer => defineDot(find)()
