// Robot Framework's tables of tests.

import { type Action, defineLexer, pattern, type Rule, type Scan } from '../grammar.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))
const WITH_KEYWORDS =
  words(`library|resource|setup|teardown|template|suite setup|suite teardown|task setup|task teardown|task template|test setup|\
test teardown|test template|variables`)
const WITH_ARGUMENTS = words(
  'arguments|default tags|documentation|force tags|metadata|return|tags|timeout|task timeout|test timeout',
)

const SECTIONS: Readonly<Record<string, string>> = {
  setting: 'settings',
  'test case': 'tests',
  task: 'tests',
  keyword: 'keywords',
  variable: 'variables',
}

const CELL = '[^|$@&% \\t\\n]+(?: (?:\\\\.?|[^|$@&% \\t\\n\\\\])+)*'
const BLANK = '( )(?![ |])'

/** Where the scan is in its row: the column, what the next cell is if that is known, and whether the test has a template. */
interface Row {
  column: number
  next: string | undefined
  hasTemplate: boolean
}

const rowOf = (scan: Scan): Row => scan.memory['row'] as Row

const contentOf = (setting: string): string | undefined =>
  WITH_KEYWORDS.has(setting) ? 'keyword' : WITH_ARGUMENTS.has(setting) ? 'arguments' : undefined

const heading: Action = (scan, match) => {
  scan.emit('gh', match[0])
  const name = (match[1] ?? '').replace(/s$/, '').toLowerCase()
  if (Object.hasOwn(SECTIONS, name)) scan.move(SECTIONS[name] ?? '')
}

const nextCell: Action = (scan, match) => {
  const row = rowOf(scan)
  scan.emit('w', match[0])
  row.column++
  if (row.next !== undefined) scan.move(row.next)
  else if (!row.hasTemplate && row.column === 1) {
    row.next = 'keyword'
    scan.move('keyword')
  } else scan.move('arguments')
  scan.move('cellStart')
}

const continued: Action = (scan, match) => {
  scan.emit('w', match[0])
  rowOf(scan).column++
  scan.move('arguments')
}

const nextRow: Action = (scan, match) => {
  scan.emit('w', match[0])
  Object.assign(rowOf(scan), { column: 0, next: undefined })
  scan.move('cellStart')
}

const setting: Action = (scan, [, name = '', colon = '']) => {
  rowOf(scan).next = contentOf(name.toLowerCase())
  scan.emit('bp', name)
  scan.emit('p', colon)
}

const bracketed: Action = (scan, [, open = '', name = '', close = '']) => {
  const row = rowOf(scan)
  const lower = name.toLowerCase()
  scan.emit('p', open)
  scan.emit('bp', name)
  scan.emit('p', close)
  if (lower === 'template') row.hasTemplate = true
  row.next = contentOf(lower) ?? row.next
}

const emitAnd =
  (kind: string, change: (row: Row) => void): Action =>
  (scan, match) => {
    change(rowOf(scan))
    scan.emit(kind, match[0])
  }

const expectKeyword = (row: Row): void => {
  if (row.next !== undefined) row.next = 'keyword'
}

const VARIABLE = /[$@&%]\{/
const LEAVE: Rule = [/(?:)/, '', '#pop']

const SECTION: readonly Rule[] = [
  [/(?=(?:\| )?\*)/, '', '#pop'],
  [/\| /, 'w'],
  [/ +\| +| {2,}|\t+/, nextCell],
  [/\.\.\. */, continued],
  [/ ?\|/, 'w'],
  [/\n/, nextRow],
]

export const createRobotFrameworkLexer = defineLexer(() => ({
  initial: ['root', 'before'],
  start: (memory) => {
    memory['row'] = { column: 0, next: undefined, hasTemplate: false } satisfies Row
  },
  states: {
    before: [[/^[^*].*/, ''], LEAVE],
    root: [
      [/\s+/, 'w'],
      [/^(?:\| )?\*[* ]*([A-Z]+(?: [A-Z]+)?).*/i, heading],
    ],
    settings: [...SECTION, [/([A-Z]+(?: [A-Z]+)?)(:?)/i, setting]],
    tests: [
      ...SECTION,
      [/[$@&%{}]+/, 'nl'],
      [pattern(BLANK), 'nl'],
      [
        pattern(CELL),
        emitAnd('nl', (row) => {
          row.hasTemplate = false
        }),
      ],
    ],
    keywords: [...SECTION, [VARIABLE, 'nv', 'variable'], [/[$@&%{}]+/, 'nl'], [pattern(`${BLANK}|${CELL}`), 'nl']],
    variables: [
      ...SECTION,
      [
        VARIABLE,
        emitAnd('nv', (row) => {
          row.next = 'arguments'
        }),
        'variable',
      ],
    ],
    cellStart: [[/#.*/, 'c'], LEAVE],
    keyword: [
      [/(\[)([A-Z]+(?: [A-Z]+)?)(\])/i, bracketed, '#pop'],
      [VARIABLE, emitAnd('nv', expectKeyword), 'variable'],
      [/FOR/i, emitAnd('nf', expectKeyword)],
      [pattern(BLANK), 'nf'],
      [/(?:Given|When|Then|And|But) /i, 'nb'],
      [
        pattern(CELL),
        emitAnd('nf', (row) => {
          row.next = undefined
        }),
      ],
      LEAVE,
    ],
    arguments: [
      [VARIABLE, emitAnd('nv', expectKeyword), 'variable'],
      [/[$@&%]+/, 's'],
      [pattern(`${BLANK}|${CELL}`), 's'],
      LEAVE,
    ],
    variable: [
      [/(\})( )(=)/, ['nv', 'w', 'p'], '#pop'],
      [/[$@&%]\{|[{[]/, 'nv', 'variable'],
      [/[}\]]/, 'nv', '#pop'],
      [/[^$@&%{}[\]]+/, 'nv'],
    ],
  },
}))
