// Apache's configuration files. A name that Apache does not know is plain text.

import { type Action, defineLexer, type Rule } from '../grammar.ts'
import { APACHE_NAMES } from './apache-words.ts'

const kindOf = (name: string, kind: string): string => (APACHE_NAMES.has(name.toLowerCase()) ? kind : '')

const named =
  (kind: string): Action =>
  (scan, match) =>
    scan.emit(kindOf(match[0], kind), match[0])

const beginSection: Action = (scan, match) => {
  const [, open = '', name = ''] = match
  scan.emit('p', open)
  scan.emit(kindOf(name, 'nl'), name)
}

const SPACE: readonly Rule[] = [
  [/#.*/, 'c'],
  [/\s+/, ''],
]

export const createApacheLexer = defineLexer(() => ({
  states: {
    root: [...SPACE, [/(<\/?)(\w+)/, beginSection, 'section'], [/\w+/, named('nc'), 'directive']],
    section: [
      [/([^>]*)(>(?:\r\n?|\n)?)/, ['sr', 'p'], '#pop'],
      // Nothing closes it: the text is not searched again and again.
      [/(?:)/, '', '#goto:unclosed'],
    ],
    unclosed: SPACE,
    directive: [[/\r\n?|\n/, '', '#pop'], ...SPACE, [/\S+/, named('ss')]],
  },
}))
