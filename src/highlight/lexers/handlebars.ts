// Handlebars and Mustache, with HTML around them.

import { type Action, defineLexer, pattern } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { delimited } from './quotes.ts'

const NAME = '[\\w$-]+'

const defineHandlebars = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const html = embedded.lex('html')
  // <a href={{url}}>      a value without quotes ends where the braces begin
  const outside: Action = (scan, match) => {
    html(scan, match)
    embedded.lexer(scan, 'html')?.leave?.('attribute')
  }
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        [/\\\{+/, html],
        [/\{\{!--/, 'c', 'comment'],
        [/\{\{!.*?\}\}/, 'c'],
        [/\{\{\{?/, 'k', ['inside', 'sign']],
        [/[\s\S]+?(?=\\|\{\{)/, outside],
        [/[\s\S]+/, html],
      ],
      comment: [
        [/\{\{/, 'c', '#push'],
        [/\}\}/, 'c', '#pop'],
        [/[^{}]+/, 'c'],
        [/[{}]/, 'c'],
      ],
      inside: [
        [/\}\}\}?/, 'k', '#pop'],
        [/\|/, 'p'],
        [/~/, 'k'],
        [/\s+/, ''],
        [/[=]/, 'o'],
        [/[[\]()]/, 'p'],
        [/[.](?=[}\s])/, 'nv'],
        [/[.][.]/, 'nv'],
        [/[/.]/, 'p'],
        [pattern(delimited('"', '"', '\\n')), 's2'],
        [pattern(delimited("'", "'", '\\n')), 's1'],
        [/\d+(?=\}\s)/, 'm'],
        [/(?:true|false)(?=[}\s])/, 'kc'],
        [/else(?=[}\s])/, 'k'],
        [/this(?=[}\s])/, 'bp'],
        [pattern(`@${NAME}`), 'na'],
        [pattern(NAME), 'nv'],
      ],
      sign: [
        [/[#/]/, 'k', '#goto:blockName'],
        [/[>^&~]/, 'k'],
        [/(?:)/, '', '#pop'],
      ],
      blockName: [
        [/if(?=[}\s])/, 'k'],
        [pattern(NAME), 'nn', '#pop'],
        [/(?:)/, '', '#pop'],
      ],
    },
  })
}

export const createHandlebarsLexer = (_: unknown, find: FindLexer): Lexer => defineHandlebars(find)()
