// JSON.

import { defineLexer, include } from '../grammar.ts'

export const createJsonLexer = defineLexer({
  states: {
    root: [[/\{/, 'p', 'object'], [/\[/, 'p', 'array'], include('name'), include('value'), [/[\]}]/, 'p']],
    object: [include('name'), include('value'), [/\}/, 'p', '#pop'], [/,/, 'p']],
    array: [include('value'), [/\]/, 'p', '#pop'], [/,/, 'p']],
    name: [
      [/\s+/, 'w'],
      [/("(?:\\.|[^"\\\n])*?")(\s*)(:)/, ['nl', 'w', 'p']],
    ],
    value: [
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
