// TAP, the results of tests as text.

import { defineLexer } from '../grammar.ts'

export const createTapLexer = defineLexer(() => ({
  states: {
    root: [
      [/^TAP version \d+\n/, 'nn'],
      [/^1\.\.\d+/, 'kd', 'plan'],
      [/^(not ok)([^\S\n]*)(\d*)/, ['gr', '', 'mi'], 'test'],
      [/^(ok)([^\S\n]*)(\d*)/, ['kr', '', 'mi'], 'test'],
      [/^#.*\n/, 'c'],
      [/^Bail out!.*\n/, 'gr'],
      [/^.*\n/, ''],
    ],
    plan: [
      [/[^\S\n]+/, ''],
      [/#/, 'c', 'directive'],
      [/\n/, 'c', '#pop'],
      [/.*\n/, 'gr', '#pop'],
    ],
    test: [
      [/[^\S\n]+/, ''],
      [/#/, 'c', 'directive'],
      [/\S+/, ''],
      [/\n/, '', '#pop'],
    ],
    directive: [
      [/[^\S\n]+/, 'c'],
      [/TODO\b|SKIP\S*/i, 'cp'],
      [/\S+/, 'c'],
      [/\n/, 'c', '#pop:2'],
    ],
  },
}))
