// Tulip.

import { defineLexer, include, pattern, type Rule } from '../grammar.ts'

const ID = '[a-zA-Z][\\w-]*'

const PLAIN: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*?$/, 'c'],
]

export const createTulipLexer = defineLexer(() => ({
  states: {
    root: [
      ...PLAIN,
      [pattern(`@${ID}`), 'k'],
      [pattern(`(\\\\${ID})(\\{)`), ['nf', 's'], 'braces'],
      [pattern(`(\\+${ID})(\\{)`), ['nd', 's'], 'braces'],
      [pattern(`\\\\${ID}`), 'nf'],
      [pattern(`\\+${ID}`), 'nd'],
      [/"\{/, 's', 'template'],
      [/"/, 's', 'string'],
      [/'\{/, 's', 'braces'],
      [pattern(`'${ID}`), 's'],
      [pattern(`[.]${ID}`), 'nt'],
      [pattern(`[$](?:${ID})?`), 'nv'],
      [pattern(`-${ID}:?`), 'nl'],
      [pattern(`%${ID}`), 'nf'],
      [pattern(`\`${ID}`), 'ow'],
      [/[?~%._>,![\]:{}()=;/-]/, 'p'],
      [/[0-9]+(?:[.][0-9]+)?/, 'm'],
      [pattern(ID), 'n'],
      [/</, 'cp', 'angles'],
    ],
    string: [
      [/[^\\"]+/, 's'],
      [/"/, 's', '#pop'],
      [/\\./, 'se'],
    ],
    template: [
      [/\$\(/, 'si', 'interpolation'],
      [/\{/, 's', '#push'],
      [/\}/, 's', '#pop'],
      [/[^{}$]+/, 's'],
      [/./, 's'],
    ],
    interpolation: [[/\)/, 'si', '#pop'], include('inner')],
    inner: [[/\(/, 'p', 'inner'], [/\)/, 'p', '#pop'], include('root')],
    braces: [
      [/\\./, 'se'],
      [/\{/, 's', '#push'],
      [/\}/, 's', '#pop'],
      [/[^{}\\]+/, 's'],
    ],
    angles: [...PLAIN, [/>/, 'cp', '#pop'], [/[*:]/, 'p'], [/[A-Z][\w-]*/, 'kt'], [pattern(ID), 'nv']],
  },
}))
