// Haml: tags by indentation, with Ruby in them.

import { type Action, defineLexer, include, pattern, type Rule, type Scan, wordSet } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { beginLine, forgetBlock, startBlock } from './indentation.ts'
import { delimited } from './quotes.ts'

const NAME = '[\\w:-]+'
const VARIABLE = '[a-z]\\w*'
// A character of a line; ` |` at its end goes on with the next one, if that ends so, too.
const ANY = '(?: \\|\\n(?=.* \\|)|.)'
const FILTERS = wordSet('css erb javascript markdown ruby sass')

/** Ruby up to the end of a line, without the comma or the bar that carries it on to the next. */
export const rubyUpTo = (comma: string): string =>
  `(?:.*(?= \\|[ \\t]*$)|.*(?=${comma}$)|(?:.*[^ \\t\\n])?(?=[ \\t]*$))`

const emitAs =
  (kind: string, then: (scan: Scan, match: RegExpExecArray) => void): Action =>
  (scan, match) => {
    scan.emit(kind, match[0])
    then(scan, match)
  }

const blockOf = (state: string) => (scan: Scan) => {
  scan.move('#pop')
  startBlock(scan, state)
}

const defineHaml = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const ruby = embedded.lex('ruby')
  const beginRuby = (state: string, isLine: boolean) => (scan: Scan) => {
    if (isLine) scan.move('#root')
    embedded.lexer(scan, 'ruby')?.reset()
    scan.move(state)
  }
  const beginFilter = emitAs('nd', (scan, match) => {
    blockOf('filter')(scan)
    const name = (match[1] ?? '').trim()
    const filter = FILTERS.has(name) ? embedded.lexer(scan, name) : undefined
    filter?.reset()
    scan.memory['filter'] = filter
  })
  const filtered: Action = (scan, match) => {
    const filter = scan.memory['filter'] as Lexer | undefined
    if (filter) filter.lex(match[0], scan.emit)
    else scan.emit('nd', match[0])
  }
  const css: readonly Rule[] = [
    [pattern(`\\.${NAME}`), 'nc', '#goto:tag'],
    [pattern(`#${NAME}`), 'nf', '#goto:tag'],
  ]
  const evaluated: readonly Rule[] = [
    [/[&!]?==/, 'p', 'plain'],
    [/[&!]?[=!]/, emitAs('p', beginRuby('rubyLine', true))],
    [/(?:)/, '', 'plain'],
  ]
  const endLine: Rule = [/\n/, '', '#root']
  const interpolation: Rule = [/#\{/, 'si', 'interpolation']
  return defineLexer({
    start: (memory) => {
      embedded.start(memory)
      forgetBlock(memory)
    },
    states: {
      root: [
        [/\s*\n/, ''],
        [/\s*/, beginLine],
      ],
      content: [
        ...css,
        [pattern(`%${NAME}`), 'nt', '#goto:tag'],
        [pattern(`!!!${ANY}*\\n`), 'nn', '#pop'],
        [pattern(`(/)(\\[${ANY}*?\\])(${ANY}*\\n)`), ['c', 'cs', 'c'], '#pop'],
        [pattern(`/${ANY}*\\n`), emitAs('c', blockOf('htmlComment'))],
        [pattern(`-#${ANY}*\\n`), emitAs('c', blockOf('hamlComment'))],
        [/-/, emitAs('p', beginRuby('rubyLine', true))],
        [pattern(`:(${ANY}*)\\n`), beginFilter],
        ...evaluated,
      ],
      tag: [
        ...css,
        [/\{/, emitAs('p', beginRuby('rubyInner', false))],
        [pattern(`\\[${ANY}*?\\]`), ruby],
        [/\(/, 'p', 'attributes'],
        [/\s*\n/, '', '#pop'],
        [/[<>]{1,2}(?=[ \t=])/, 'p'],
        ...evaluated,
      ],
      plain: [[/(?:[^#\n]|#[^{\n])+/, embedded.lex('html')], interpolation, endLine],
      rubyLine: [
        [/\n/, '', '#pop'],
        [/,[ \t]*\n/, ruby],
        [/ \|[ \t]*\n/, 'se'],
        [pattern(rubyUpTo(',')), ruby],
      ],
      attributes: [
        [/\s+/, ''],
        [pattern(`${NAME}\\s*=`), 'na', 'attributeValue'],
        [pattern(NAME), 'na'],
        [/\)/, '', '#pop'],
      ],
      attributeValue: [
        [/\s+/, ''],
        [pattern(VARIABLE), 'nv', '#pop'],
        [pattern(`@${VARIABLE}`), 'vi', '#pop'],
        [pattern(`\\$${VARIABLE}`), 'vg', '#pop'],
        [pattern(delimited("'", "'", '\\n')), 's', '#pop'],
        [pattern(delimited('"', '"', '\\n')), 's', '#pop'],
      ],
      htmlComment: [[pattern(`${ANY}+`), 'c'], endLine],
      hamlComment: [[pattern(`${ANY}+`), 'cp'], endLine],
      filter: [[/(?:[^#\n]|#[^{\n])+/, filtered], interpolation, endLine],
      interpolation: [[/\}/, 'si', '#pop'], include('rubyInner')],
      rubyInner: [
        [/\{/, ruby, 'rubyInner'],
        [/\}/, ruby, '#pop'],
        [/[^{}]+/, ruby],
      ],
    },
  })
}

export const createHamlLexer = (_: unknown, find: FindLexer): Lexer => defineHaml(find)()
