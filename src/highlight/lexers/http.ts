// HTTP messages; the body goes through the language that its content type names.

import { type Action, defineLexer, type Scan } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'

// What bodies in documentation are written in, by the types that name them.
const LANGUAGES: Readonly<Record<string, string>> = {
  'application/hal+json': 'json',
  'application/javascript': 'javascript',
  'application/json': 'json',
  'application/problem+json': 'json',
  'application/schema+json': 'json',
  'application/vnd.api+json': 'json',
  'application/x-sh': 'shell',
  'application/xhtml+xml': 'html',
  'application/atom+xml': 'xml',
  'application/rss+xml': 'xml',
  'application/xml': 'xml',
  'image/svg+xml': 'xml',
  'text/css': 'css',
  'text/html': 'html',
  'text/javascript': 'javascript',
  'text/xml': 'xml',
  'text/x-markdown': 'markdown',
  'text/x-yaml': 'yaml',
}

const header: Action = (scan, match) => {
  const kinds = ['na', '', 'p', '', 's', '']
  for (const [index, kind] of kinds.entries()) scan.emit(kind, match[index + 1] ?? '')
  if (match[1]?.toLowerCase() === 'content-type')
    scan.memory['type'] = (match[5] ?? '').split(';')[0]?.trim().toLowerCase()
}

const bodyLexer = (scan: Scan, find: FindLexer): Lexer | undefined => find(LANGUAGES[String(scan.memory['type'])] ?? '')

const body =
  (find: FindLexer): Action =>
  (scan, match) => {
    const lexer = bodyLexer(scan, find)
    if (lexer) lexer.lex(match[0], scan.emit)
    else scan.emit('', match[0])
  }

const defineHttp = (find: FindLexer): (() => Lexer) =>
  defineLexer({
    start: (memory) => {
      memory['type'] = 'text/plain'
    },
    states: {
      root: [
        [
          /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH|QUERY)([ ]+)([^ ]+)([ ]+)(HTTPS?)(\/)(\d(?:\.\d)?)(\r?\n|$)/,
          ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
          'headers',
        ],
        [
          /(HTTPS?)(\/)(\d(?:\.\d)?)([ ]+)(\d{3})([ ]+)?([^\r\n]*)?(\r?\n|$)/,
          ['k', 'o', 'm', '', 'm', '', 'ne', ''],
          'headers',
        ],
      ],
      headers: [
        [/([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$)/, header],
        [/([^\r\n]+)(\r?\n|$)/, ['s', '']],
        [/\r?\n/, '', 'body'],
      ],
      body: [[/[\s\S]+/, body(find)]],
    },
  })

export const createHttpLexer = (_: unknown, find: FindLexer): Lexer => defineHttp(find)()
