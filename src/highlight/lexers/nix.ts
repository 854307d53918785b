// Nix' expressions.

import { anyOf, defineLexer, include, pattern, type Rule } from '../grammar.ts'

const RESERVED = anyOf(`assert map rec abort baseNameOf builtins derivation fetchTarball import
  isNull removeAttrs throw toString`)
const WORD = '[a-zA-Z0-9._-]+'
// Where a path may begin: not inside of a word that was none.
const PATH_START = '(?:(?<![a-zA-Z._-])|(?<=true|false|null))'

const INTERPOLATION: Rule = [/\$\{/, 'si', 'interpolation']

export const createNixLexer = defineLexer(() => ({
  states: {
    root: [include('expression')],
    expression: [
      [/\s+/, ''],
      [/#.*$/, 'c'],
      [/\/\*/, 'c', 'comment'],
      [/true|false|null/, 'kc'],
      [/[0-9]/, 'mi'],
      [pattern(`(?:/${WORD})+|~(?:/${WORD})+|${PATH_START}${WORD}(?:/${WORD})+`), 'sx'],
      [pattern(`[a-z+]+://(?:/?${WORD}(?:/${WORD})+)`), 'sx'],
      [/"/, 's2', 'string'],
      [/''/, 's2', 'indented'],
      [/(?:with|in|inherit)\b/, 'kn'],
      [/let\b/, 'kd'],
      [/(?:if|then|else)\b/, 'k'],
      [pattern(`(?:${RESERVED})\\b`), 'kr'],
      [/\/\/|\+\+|!=|==|&&|\|\||->|=>|[.?+!/=*<>@-]/, 'o'],
      [/[$;,:]/, 'p'],
      [/[a-zA-Z_][a-zA-Z0-9-]*/, 'nv'],
      [/\(/, 'p', 'parentheses'],
      [/\{/, 'p', 'set'],
      [/\[/, 'p', 'list'],
    ],
    comment: [
      [/\*\//, 'c', '#pop'],
      [/./, 'c'],
    ],
    string: [[/\\.|\$\$/, 'se'], INTERPOLATION, [/"/, 's2', '#pop'], [/./, 's2']],
    indented: [[/'''|''\$|\$\$|''\\./, 'se'], INTERPOLATION, [/''/, 's2', '#pop'], [/./, 's2']],
    interpolation: [include('expression'), [/\}/, 'si', '#pop']],
    parentheses: [include('expression'), [/\)/, 'p', '#pop']],
    set: [[/\}/, 'p', '#pop'], include('expression')],
    list: [[/\]/, 'p', '#pop'], include('expression')],
  },
}))
