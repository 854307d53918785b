// JSX and TSX: JavaScript and TypeScript with markup.

import { type Action, include, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createHtmlLexer } from './html.ts'
import { defineScript, JAVASCRIPT, type Markup, PLAIN, TYPED_ROOT, TYPED_STATEMENT, TYPESCRIPT } from './javascript.ts'

// <Book title="x">{chapters.map(...)}</Book>: markup may stand wherever an operand may. What is between the tags is HTML's.
const OPEN_TAG: Rule = [/</, 'p', ['tagContent', 'tag', 'tagName']]
const INTERPOLATION: Rule = [/\{/, 'si', ['interpolated', 'operand']]

const delegateHtml: Action = (scan, match) => (scan.memory['html'] as Lexer).lex(match[0], scan.emit)

const createMarkup = (tagNames: readonly Rule[]): Markup => ({
  // quirk(rouge): an operand is due twice.
  initial: ['root', 'operand', 'operand'],
  start: (memory) => {
    memory['html'] = createHtmlLexer()
  },
  operand: [OPEN_TAG],
  states: {
    tagContent: [[/<\//, 'p', ['#goto:tag', 'tagName']], OPEN_TAG, INTERPOLATION, [/[^<{]+/, delegateHtml]],
    tag: [
      ...PLAIN,
      [/\/>/, 'p', '#pop:2'],
      [/>/, 'p', '#pop'],
      INTERPOLATION,
      [/\w[\w-]*/, 'na'],
      [/=/, 'p'],
      [/(["']).*?\1/, 's'],
    ],
    tagName: [...tagNames, [/[A-Z]\w*/, 'nc'], [/\w+/, 'nt'], [/\./, 'p'], [/(?:)/, '', '#pop']],
    tagType: [include('object'), [/>/, 'p', '#pop']],
    interpolated: [[/\}/, 'si', '#pop'], [/\{/, 'p', ['interpolatedInner', 'statement']], include('root')],
    interpolatedInner: [[/\}/, 'p', '#goto:statement'], include('root')],
  },
})

export const createJsxLexer = defineScript({ words: JAVASCRIPT, root: [], statement: [], markup: createMarkup([]) })

export const createTsxLexer = defineScript({
  words: TYPESCRIPT,
  root: TYPED_ROOT,
  statement: TYPED_STATEMENT,
  markup: createMarkup([
    [/(\w+)(,)/, ['nx', 'p'], '#pop:3'],
    [/</, 'p', 'tagType'],
  ]),
})
