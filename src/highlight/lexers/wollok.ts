// Wollok.

import { type Action, defineLexer, include, pattern, type Rule, type Scan } from '../grammar.ts'

const ENTITY = '[a-zA-Z][a-zA-Z0-9]*'
const VARIABLE = `_?${ENTITY}`

const entitiesOf = (scan: Scan): Set<string> => scan.memory['entities'] as Set<string>

const declared: Action = (scan, match) => {
  scan.emit('nc', match[0])
  entitiesOf(scan).add(match[0])
}

const named: Action = (scan, match) =>
  scan.emit(entitiesOf(scan).has(match[0]) || /^[A-Z]/.test(match[0]) ? 'nc' : 'kv', match[0])

const PLAIN: readonly Rule[] = [
  [/\s+/, 'w'],
  [/\/\/.*$/, 'c1'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]

export const createWollokLexer = defineLexer(() => ({
  start: (memory) => {
    memory['entities'] = new Set<string>()
  },
  states: {
    root: [
      ...PLAIN,
      [/(import)(.+$)/, ['kr', '']],
      [/class|object|mixin/, 'kr', 'entity'],
      [/test|program/, 'kr'],
      [pattern(`(package)(\\s+)(${ENTITY})`), ['kr', 'w', 'nc']],
      [/[{}]/, ''],
      [/self\b/, 'bp'],
      [/(?:new|super|return|if|else|var|const|override|constructor)\b/, 'kr'],
      [pattern(`(method)(\\s+)(${VARIABLE})`), ['kr', 'w', '']],
      [/[+-]=|===?|<=|=>|[-+*/%<>!]|(?:and|or|not)\b/, 'o'],
      [/[()=]/, ''],
      [/,/, 'p'],
      include('objects'),
    ],
    entity: [
      ...PLAIN,
      [/inherits|mixed|with|and/, 'kr'],
      [pattern(`${ENTITY}(?=\\s*\\{)`), declared, '#pop'],
      [pattern(ENTITY), declared],
    ],
    objects: [
      [pattern(VARIABLE), named],
      [pattern(`\\.${ENTITY}`), ''],
      ...PLAIN,
      [/[0-9]+\.?[0-9]*/, 'm'],
      [/"[^"]*"/, 's'],
      [/\[|#\{/, 'p', 'list'],
    ],
    list: [[/,/, 'p'], [/[\]}]/, 'p', '#pop'], include('objects')],
  },
}))
