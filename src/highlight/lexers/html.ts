// HTML and XML. Scripts and styles inside HTML go through the lexers of their languages.

import { type Action, defineLexer, type Grammar, include, pattern, type Rule, type Scan } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { MARKUP_COMMENT } from './comments.ts'
import { createCssLexer } from './css.ts'
import { createJavascriptLexer } from './javascript.ts'

const REST = '[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}:.·-]*'
// What an attribute may begin with, and what only those with a value may have in them.
const START = '\\p{L}:_'
const ODD = '\\[\\]()'
const RUN = `[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}:.·${ODD}*\\-]`
const SIGNLESS = '[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}:.·*\\-]'
const BARE = `[${START}*#\\-][\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Cf}:.·*#\\-]*`
const inner = (scan: Scan, name: string): Lexer => scan.memory[name] as Lexer
const delegate =
  (name: string): Action =>
  (scan, match) =>
    inner(scan, name).lex(match[0], scan.emit)
const enter =
  (name: string): Action =>
  (scan, match) => {
    scan.emit('nt', match[0])
    inner(scan, name).reset()
    scan.move(name)
    scan.move('tag')
  }
const embedded = (name: string): readonly Rule[] => [
  [/[^<]+/, delegate(name)],
  [pattern(`<\\s*/\\s*${name}\\s*>`), 'nt', '#pop'],
  [/</, delegate(name)],
]

/** What HTML itself is, for the languages that add to it. */
export const HTML = {
  start: (memory) => {
    memory['script'] = createJavascriptLexer()
    memory['style'] = createCssLexer()
  },
  states: {
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni'],
      [/<!DOCTYPE [\s\S]*?>/i, 'cp'],
      [/<!\[CDATA\[[\s\S]*?\]\]>/, 'cp'],
      [/<!--/, 'c', 'comment'],
      [/<\?[\s\S]*?\?>/, 'cp'],
      [/<\s*script\s*/, enter('script')],
      [/<\s*style\s*/, enter('style')],
      [/<\//, 'nt', 'closing'],
      [/</, 'nt', 'opening'],
    ],
    closing: [include('closingEnd'), [pattern(`[\\p{L}:_-]${REST}`), 'nt', '#goto:closingEnd']],
    closingEnd: [
      [/\s+/, ''],
      [/>/, 'nt', '#pop'],
    ],
    opening: [
      [/\s+/, ''],
      [pattern(`[\\p{L}:_-]${REST}`), 'nt', '#goto:tag'],
      [/(?:)/, '', '#goto:tag'],
    ],
    comment: MARKUP_COMMENT,
    tag: [
      [/\s+/, ''],
      [pattern(`[${START}${ODD}*.\\-]${RUN}*\\s*=\\s*`), 'na', 'attribute'],
      [pattern(`(?=[${START}${ODD}*.\\-])`), '', 'noValue'],
      [pattern(BARE), 'na'],
      [/\/?\s*>/, 'nt', '#pop'],
    ],
    // A row of characters with no sign behind it: none of its parts has a value either, and it is not searched for each of them.
    noValue: [
      [pattern(`[${START}*\\-]${SIGNLESS}*(?!#|${SIGNLESS})`), 'na'],
      [pattern(BARE), 'na', '#pop'],
      [pattern(RUN), 'err'],
      [/(?:)/, '', '#pop'],
    ],
    attribute: [
      [/"/, 's', '#goto:doubleQuoted'],
      [/'/, 's', '#goto:singleQuoted'],
      [/[^\s>]+/, 's', '#pop'],
    ],
    doubleQuoted: [
      [/"/, 's', '#pop'],
      [/[^"]+/, 's'],
    ],
    singleQuoted: [
      [/'/, 's', '#pop'],
      [/[^']+/, 's'],
    ],
    script: embedded('script'),
    style: embedded('style'),
  },
} as const satisfies Grammar

export const createHtmlLexer = defineLexer(HTML)

export const XML = {
  states: {
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni'],
      [/<!\[CDATA\[.*?\]\]>/, 'cp'],
      [/<!--/, 'c', 'comment'],
      [/<\?.*?\?>/, 'cp'],
      [/<![^>]*>/, 'cp'],
      [pattern(`<\\s*[\\p{L}:_]${REST}`), 'nt', 'tag'],
      [pattern(`<\\s*/\\s*[\\p{L}:_]${REST}\\s*>`), 'nt'],
    ],
    comment: MARKUP_COMMENT,
    tag: [
      [/\s+/, ''],
      [pattern(`[\\p{L}:_]${REST}\\s*=`), 'na', 'attribute'],
      [/\/?\s*>/, 'nt', '#pop'],
    ],
    attribute: [
      [/\s+/, ''],
      [/"[\s\S]*?"|'[\s\S]*?'|[^\s>]+/, 's', '#pop'],
    ],
  },
} as const satisfies Grammar

export const createXmlLexer = defineLexer(XML)
