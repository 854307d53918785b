// Fluent, the messages of Mozilla's translations.

import { defineLexer, type Rule } from '../grammar.ts'

const NAME = /[a-zA-Z][a-zA-Z0-9_-]*/
const TERM: Rule = [/-[a-zA-Z][a-zA-Z0-9_-]*/, 'ni']

export const createFluentLexer = defineLexer(() => ({
  states: {
    root: [
      [/( *)(=)( *)/, ['w', 'p', 'w'], 'template'],
      [/\s*\n/, 'w'],
      [/#{1,3}(?: .*)?$/, 'c1'],
      [NAME, 'no'],
      TERM,
      [/\s*\.[a-zA-Z][a-zA-Z0-9_-]*/, 'na'],
      [/\s+(?=[^\s.])/, 'w', 'template'],
    ],
    template: [
      [/\n/, 'w', '#pop'],
      [/[^{\n}*]+/, ''],
      [/\{/, 'p', 'placeable'],
      [/(?=\})/, 'p', '#pop'],
    ],
    placeable: [
      [/\s+/, 'w'],
      [/\{/, 'p', '#push'],
      [/\}/, 'p', '#pop'],
      [/\$[a-zA-Z][a-zA-Z0-9_-]*/, 'nv'],
      TERM,
      [/\.[a-zA-Z][a-zA-Z0-9_-]*/, 'na'],
      [/[A-Z]+/, 'nb'],
      [NAME, 'no'],
      [/[(),:]|->/, 'p'],
      [/\*/, 'pi'],
      [/-?\d+\.\d/, 'mf'],
      [/-?\d+/, 'mi'],
      [/"/, 's2', 'string'],
      [/(\[)(-?\d+\.\d+)(\])/, ['p', 'mf', 'p'], 'template'],
      [/(\[)(-?\d+)(\])/, ['p', 'mi', 'p'], 'template'],
      [/(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])/, ['p', 'ss', 'p'], 'template'],
    ],
    string: [
      [/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/, 'se'],
      [/[^"\\]+/, 's2'],
      [/"/, 's2', '#pop'],
    ],
  },
}))
