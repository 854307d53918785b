// Gherkin, Cucumber's language of features and scenarios.

import { type Action, defineLexer, escapePattern, include, pattern, type Rule, type Scan } from '../grammar.ts'
import { ELEMENTS, EXAMPLES, FEATURES, STEPS } from './gherkin-words.ts'

const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'
const alternatives = (words: readonly string[]): string => words.map(escapePattern).join('|')

// A word ends where it ends: before a blank of its own, or at the edge of a word.
const spaced = STEPS.filter((step) => step.endsWith(' '))
const whole = STEPS.filter((step) => /[\p{L}\p{M}]$/u.test(step))
const marked = STEPS.filter((step) => !/[ \p{L}\p{M}]$/u.test(step))
const STEP = `${alternatives(spaced)}|(?:${alternatives(whole)})(?!${WORD})|(?:${alternatives(marked)})(?=${WORD})`

const HEADINGS = [
  { words: new Set(ELEMENTS), kind: 'kn', state: 'description' },
  { words: new Set(FEATURES), kind: 'kd', state: 'featureDescription' },
  { words: new Set(EXAMPLES), kind: 'nn', state: 'exampleDescription' },
]

const again = (scan: Scan, state?: string): void => {
  scan.move('#root')
  if (state !== undefined) scan.move(state)
}

const heading: Action = (scan, [, text = '', colon = '']) => {
  const found = HEADINGS.find(({ words }) => words.has(text))
  again(scan, found?.state)
  scan.emit(found?.kind ?? 'err', text)
  scan.emit('p', colon)
}

const BASIC: readonly Rule[] = [
  [/#.*$/, 'c'],
  [/[ \r\t]+/, ''],
]
const HEADING: Rule = [/(.*?)(:)/, heading]
const TABLE: Rule = [/(?=[|])/, '', 'tableHeader']
const TEXT: readonly Rule[] = [
  [/\n/, ''],
  [/.*?(?=[#\n])/, ''],
]

export const createGherkinLexer = defineLexer(() => ({
  states: {
    root: [...BASIC, [/\n/, ''], [/"""[\s\S]*?"""/, 's'], [/@[^\s@]+/, 'nt'], TABLE, include('steps')],
    steps: [HEADING, [pattern(STEP), 'nf', ['#root', 'step']]],
    tableHeader: [[/[^|\s]+/, 'nv'], [/\n/, '', '#goto:table'], include('table')],
    table: [...BASIC, [/\n/, '', 'tableLine'], [/[|]/, 'p'], [/[^|\s]+/, 'n']],
    tableLine: [
      [/(?=\s*[^\s|])/, '', '#root'],
      [/(?:)/, '', '#pop'],
    ],
    description: [...BASIC, include('steps'), ...TEXT],
    featureDescription: [...BASIC, HEADING, ...TEXT],
    exampleDescription: [...BASIC, TABLE, ...TEXT],
    step: [...BASIC, [/<.*?>/, 'nv'], [/".*?"/, 's'], [/\S[^\s<]*/, ''], [/.*?(?=[#\n])/, '', '#pop']],
  },
}))
