// JSON5.

import { defineLexer, include, pattern } from '../grammar.ts'

export const createJson5Lexer = defineLexer(() => ({
  states: {
    root: [
      include('space'),
      [/\{/, 'p', 'object'],
      [/\[/, 'p', 'array'],
      include('name'),
      include('value'),
      [/[\]}]/, 'p'],
    ],
    space: [
      [/\s+/, 'w'],
      [/\/\/.*$/, 'c'],
      [/\/[*][\s\S]*?[*]\//, 'c'],
    ],
    object: [
      include('space'),
      include('name'),
      include('value'),
      [/\}/, 'p', '#pop'],
      [/,/, 'p'],
      [/:/, 'p', '#goto:objectValue'],
    ],
    objectValue: [include('value'), [/,/, 'p', '#goto:object'], [/\}/, 'p', '#pop']],
    array: [include('value'), [/\]/, 'p', '#pop'], [/,/, 'p']],
    name: [
      [pattern('[\\p{L}\\p{Nl}$_][\\p{L}\\p{M}\\p{N}\\p{Pc}]*'), 'nl'],
      [/".*?"/, 'nl'],
    ],
    value: [
      include('space'),
      [/(?:true|false|null)\b/, 'kc'],
      [/[+-]?(?:Infinity|NaN)\b/, 'kc'],
      [/[+-]?0x[0-9a-f]+/i, 'mh'],
      [/[+,\-.]?[0-9]+[.]?[0-9]?(?:e-?[0-9]+)?/i, 'mf'],
      [/"/, 's2', 'string'],
      [/\[/, 'p', 'array'],
      [/\{/, 'p', 'object'],
      [/'/, 's1', 'singleQuoted'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\[\s\S]/, 'se'],
      [/"/, 's2', '#pop'],
    ],
    singleQuoted: [
      [/[^\\']+/, 's1'],
      [/\\[\s\S]/, 'se'],
      [/'/, 's1', '#pop'],
    ],
  },
}))
