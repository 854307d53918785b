// Velocity's templates, with HTML around them.

import { defineLexer, include, quotedText } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'

const defineVelocity = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        [/[^{#$]+/, embedded.lex('html')],
        [/#\*[\s\S]*?\*#/, 'cm'],
        [/##.*?$/, 'c1'],
        [/(#\{?)([a-z_]\w*)(\}?)(\s?\()/i, ['p', 'nf', 'p', 'p'], 'directive'],
        [/(#\{?)([a-z_]\w*)(\}|\b)/i, ['p', 'nf', 'p']],
        [/\$\{?/, 'p', 'variable'],
      ],
      variable: [
        [/[a-z_]\w*/i, 'nv'],
        [/\(/, 'p', 'parameters'],
        [/(\.)([a-z_]\w*)/i, ['p', 'nv']],
        [/\}/, 'p', '#pop'],
        [/(?:)/, '', '#pop'],
      ],
      directive: [
        [/&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b/, 'o'],
        [/\[/, 'o', 'range'],
        [/[a-z_]\w*\b/i, 'nf'],
        include('parameters'),
      ],
      range: [[/[.]{2}/, 'o'], include('parameters'), [/\]/, 'o', '#pop']],
      parameters: [
        [/\$\{?/, 'p', 'variable'],
        [/\s+/, ''],
        [/,/, 'p'],
        [quotedText('"'), 's2'],
        [quotedText("'"), 's1'],
        [/0[xX][0-9a-fA-F]+[Ll]?/, 'mh'],
        [/[0-9]+\b/, 'mi'],
        [/(?:true|false|null)\b/, 'kc'],
        [/[([]/, 'p', '#push'],
        [/[)\]}]/, 'p', '#pop'],
      ],
    },
  })
}

export const createVelocityLexer = (_: unknown, find: FindLexer): Lexer => defineVelocity(find)()
