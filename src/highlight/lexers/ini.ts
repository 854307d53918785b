// INI and TOML.

import { defineLexer, include, type Rule } from '../grammar.ts'

const INI_SPACE: readonly Rule[] = [
  [/\s+/, 'w'],
  [/[;#].*?\n/, 'c'],
  [/\\\n/, 'se'],
]

export const createIniLexer = defineLexer({
  states: {
    root: [...INI_SPACE, [/([\w.-]+)(\s*)(=)/, ['py', 'w', 'p'], 'value'], [/\[.*?\]/, 'nn'], [/./, 'na']],
    value: [
      [/\n/, '', '#pop'],
      ...INI_SPACE,
      [/"/, 's', 'doubleQuoted'],
      [/'.*?'/, 's'],
      [/\\[\s\S]/, 'se'],
      [/[^\\\n]+/, 's'],
    ],
    doubleQuoted: [
      [/"/, 's', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^\\"]+/, 's'],
    ],
  },
})

const TOML_SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*?$/, 'c'],
]
const TOML_ESCAPE: Rule = [/\\[0t\tn\n "\\r]/, 'se']
const TOML_KEY: readonly Rule[] = [
  [/[A-Za-z0-9_-]+/, 'n'],
  [/"/, 's', 'doubleQuoted'],
  [/'/, 's', 'singleQuoted'],
]

export const createTomlLexer = defineLexer({
  states: {
    root: [...TOML_SPACE, ...TOML_KEY, [/\./, 'p'], [/(=)(\s*)/, ['o', 'w'], 'value'], [/\[\[?/, 'k', 'table']],
    table: [...TOML_KEY, [/\./, 'k'], [/\]\]?/, 'k', '#pop'], [/[ \t]+/, 'w']],
    value: [
      [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/, 'ld', '#pop'],
      [/\d\d:\d\d:\d\d(?:\.\d+)?/, 'ld', '#pop'],
      [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?/, 'mf', '#pop'],
      [/[+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*/, 'mf', '#pop'],
      [/[+-]?(?:nan|inf)/, 'mf', '#pop'],
      [/0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*/, 'mh', '#pop'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo', '#pop'],
      [/0b[01]+(?:_[01]+)*/, 'mb', '#pop'],
      [/[+-]?\d+(?:_\d+)*/, 'mi', '#pop'],
      [/"""/, 's', '#goto:longDouble'],
      [/"/, 's', '#goto:doubleQuoted'],
      [/'''/, 's', '#goto:longSingle'],
      [/'/, 's', '#goto:singleQuoted'],
      [/true|false/, 'kc', '#pop'],
      [/\[/, 'p', '#goto:array'],
      [/\{/, 'p', '#goto:inline'],
    ],
    doubleQuoted: [[/"/, 's', '#pop'], [/\n/, 'err', '#pop'], TOML_ESCAPE, [/[^\\"\n]+/, 's']],
    longDouble: [[/"""/, 's', '#pop'], TOML_ESCAPE, [/[^\\"]+/, 's'], [/"+/, 's']],
    singleQuoted: [
      [/'/, 's', '#pop'],
      [/\n/, 'err', '#pop'],
      [/[^'\n]+/, 's'],
    ],
    longSingle: [
      [/'''/, 's', '#pop'],
      [/[^']+/, 's'],
      [/'+/, 's'],
    ],
    array: [...TOML_SPACE, [/,/, 'p'], [/\]/, 'p', '#pop'], [/(?:)/, '', 'value']],
    inline: [[/[ \t]+/, 'w'], include('inlineKey'), [/(=)(\s*)/, ['p', 'w'], 'value'], [/,/, 'p'], [/\}/, 'p', '#pop']],
    inlineKey: [...TOML_KEY, [/\./, 'p']],
  },
})
