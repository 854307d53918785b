// Apex, the language of Salesforce.

import { type Action, defineLexer, emitGroups, type Rule, wordSet } from '../grammar.ts'

const WORDS: readonly (readonly [kind: string, words: ReadonlySet<string>])[] = [
  [
    'k',
    wordSet(`assert break case catch continue default do else finally for if goto instanceof new return switch this throw try
    while insert update delete select from where like typeof end using scope with data category group by rollup cube having order
    asc desc nulls first last limit offset view reference tracking viewstat or and`),
  ],
  [
    'kd',
    wordSet(`abstract const enum extends final implements native private protected public static super synchronized throws
    transient volatile sharing without inherited virtual global testmethod`),
  ],
  ['kt', wordSet('boolean byte char double float int long short var void')],
  ['kc', wordSet('true false null')],
  ['kn', wordSet('package')],
]

const named: Action = (scan, match) => {
  const [written, before, , after] = match
  const found = WORDS.find(([, words]) => words.has(written.toLowerCase()))
  if (found) scan.emit(found[0], written)
  else if (before === '@') scan.emit('nd', written)
  else if (after === ':') emitGroups(scan, ['o', 'nl', 'p'], match)
  else if (after === '(') emitGroups(scan, ['o', 'nf', 'p'], match)
  else if (before === '.') emitGroups(scan, ['o', 'py', 'p'], match)
  else scan.emit('n', written)
}

const ESCAPE: Rule = [/\\[btnfr\\"']/, 'se']

export const createApexLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/(?:class|interface)\b/, 'kd', 'className'],
      [/import\b/, 'kn', 'imported'],
      [/([@$.]?)([a-z_][a-z0-9_]*)([:(]?)/i, named],
      [/"/, 's2', 'doubleQuoted'],
      [/'/, 's1', 'singleQuoted'],
      [/(?:[0-9]_+[0-9]|[0-9])+\.(?:[0-9]_+[0-9]|[0-9])+(?:[eE](?:[0-9]_+[0-9]|[0-9])+)?[fd]?/, 'mf'],
      [/0b(?:[01]_+[01]|[01])+/i, 'mb'],
      [/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'],
      [/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'],
      [/(?:[0-9]_+[0-9]|[0-9])+L?/, 'mi'],
      [/[-+/*~^!%&<>|=.?]/, 'o'],
      [/[[\](){},:;]/, 'p'],
    ],
    className: [
      [/\s+/, ''],
      [/[a-z_][a-z0-9_]*/i, 'nc', '#pop'],
    ],
    imported: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', '#pop'],
    ],
    doubleQuoted: [ESCAPE, [/[^\\"]+/, 's2'], [/"/, 's2', '#pop']],
    singleQuoted: [ESCAPE, [/[^\\']+/, 's2'], [/'/, 's2', '#pop']],
  },
}))
