// JSON, and JSON with comments and bare keys.

import { defineLexer, include, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'

interface Additions {
  readonly name: readonly Rule[]
  readonly value: readonly Rule[]
}

const defineJson = (more: Additions): (() => Lexer) =>
  defineLexer({
    states: {
      root: [[/\{/, 'p', 'object'], [/\[/, 'p', 'array'], include('name'), include('value'), [/[\]}]/, 'p']],
      object: [include('name'), include('value'), [/\}/, 'p', '#pop'], [/,/, 'p']],
      array: [include('value'), [/\]/, 'p', '#pop'], [/,/, 'p']],
      name: [...more.name, [/\s+/, 'w'], [/("(?:\\.|[^"\\\n])*?")(\s*)(:)/, ['nl', 'w', 'p']]],
      value: [
        ...more.value,
        [/\s+/, 'w'],
        [/true|false|null/, 'kc'],
        [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
        [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
        [/"/, 's2', 'string'],
        [/\[/, 'p', 'array'],
        [/\{/, 'p', 'object'],
      ],
      string: [
        [/[^\\"]+/, 's2'],
        [/\\./, 'se'],
        [/"/, 's2', '#pop'],
      ],
    },
  })

export const createJsonLexer = defineJson({ name: [], value: [] })

export const createCommentedJsonLexer = defineJson({
  name: [[/([$\w]+)(\s*)(:)/, ['na', '', 'p']]],
  value: [
    [/\/[*].*?[*]\//, 'c'],
    [/\/\/.*?$/, 'c1'],
    [/\.\.\./, 'c1'],
  ],
})
