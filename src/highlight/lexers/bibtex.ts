// BibTeX's lists of references.

import { type Action, defineLexer, pattern, type Rule } from '../grammar.ts'

const SIGNS = '@!$&.\\\\:;<>?\\[\\]\\^`|~*/+\\-'
const NAME = `[a-zA-Z_${SIGNS}][\\w${SIGNS}]*`

// What stands between an entry's braces, by its name.
const BODIES: Readonly<Record<string, string>> = { preamble: 'value', string: 'field' }

const entry: Action = (scan, match) => {
  const name = match[0].slice(1).toLowerCase()
  if (name === 'comment') {
    scan.emit('c', match[0])
    return
  }
  scan.emit('nc', match[0])
  for (const state of ['close', (Object.hasOwn(BODIES, name) && BODIES[name]) || 'body', 'open']) scan.move(state)
}

const SPACE: Rule = [/\s+/, '']
const LEAVE: Rule = [/(?:)/, '', '#pop']

export const createBibtexLexer = defineLexer(() => ({
  states: {
    root: [SPACE, [pattern(`@${NAME}`), entry], [/.+/, 'c']],
    open: [SPACE, [/[{(]/, 'p', '#pop']],
    close: [SPACE, [/[})]/, 'p', '#pop']],
    body: [SPACE, [/[^\s,}]+/, 'nl', '#goto:fields']],
    fields: [SPACE, [/,/, 'p', 'field'], LEAVE],
    field: [SPACE, [pattern(NAME), 'na', ['value', 'sign']], LEAVE],
    sign: [SPACE, [/=/, 'p', '#pop']],
    value: [SPACE, [pattern(NAME), 'nv'], [/"/, 's', 'quoted'], [/\{/, 's', 'braced'], [/\d+/, 'm'], [/#/, 'p'], LEAVE],
    quoted: [
      [/\{/, 's', 'braced'],
      [/"/, 's', '#pop'],
      [/[^{"]+/, 's'],
    ],
    braced: [
      [/\{/, 's', '#push'],
      [/\}/, 's', '#pop'],
      [/[^{}]+/, 's'],
    ],
  },
}))
