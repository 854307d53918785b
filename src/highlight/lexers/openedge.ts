// ABL, OpenEdge's language.

import { type Action, byWord, defineLexer, type Rule, wordSet } from '../grammar.ts'
import { KEYWORDS } from './openedge-words.ts'

const PREPROCESSOR =
  wordSet(`&ANALYZE-RESUME &ANALYZE-SUSPEND &ELSE &ELSEIF &ENDIF &GLOB &GLOBAL-DEFINE &IF &MESSAGE &SCOP
  &SCOPED-DEFINE &THEN &UNDEF &UNDEFINE &WEBSTREAM`)
const TYPES =
  wordSet(`BLOB CHAR CHARACTER CLOB COM-HANDLE DATE DATETIME DATETIME-TZ DEC DECIMAL HANDLE INT INT64 INTEGER
  LOGICAL LONGCHAR MEMPTR RAW RECID ROWID VOID WIDGET-HANDLE`)

/** Where a brace opens what a later one closes; nothing is included by braces without a text between them. */
const findInclusions = (text: string): ReadonlySet<number> => {
  const found = new Set<number>()
  const open: { at: number; isSound: boolean }[] = []
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      open.push({ at: index, isSound: true })
      continue
    }
    const last = open.pop()
    if (!last) continue
    const isSound = last.isSound && index > last.at + 1
    if (isSound) found.add(last.at)
    const around = open.at(-1)
    if (around && !isSound) around.isSound = false
  }
  return found
}

interface Inclusions {
  readonly text: string
  readonly at: ReadonlySet<number>
}

const brace: Action = (scan, { input, index }) => {
  let inclusions = scan.memory['inclusions'] as Inclusions | undefined
  if (inclusions?.text !== input) scan.memory['inclusions'] = inclusions = { text: input, at: findInclusions(input) }
  scan.move(inclusions.at.has(index) ? 'inclusion' : 'name')
}

const NUMBERS: readonly Rule[] = [
  [/(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+[lu]*)?/i, 'mf'],
  [/\d+e[+-]?\d+[lu]*/i, 'mf'],
  [/0x[0-9a-f]+[lu]*/i, 'mh'],
  [/0[0-7]+[lu]*/i, 'mo'],
  [/\d+[lu]*/i, 'mi'],
]

const WORD = byWord({ cp: PREPROCESSOR, k: KEYWORDS, kt: TYPES }, 'nv', (word) => word.toUpperCase())
const NAMES: readonly Rule[] = [
  [/[a-zA-Z_&{}][a-zA-Z0-9_\-&!}]*(?=\s*\()/, 'nf'],
  [/[a-zA-Z_&{}][a-zA-Z0-9_\-&!}]*/, WORD],
]

export const createOpenedgeLexer = defineLexer(() => ({
  states: {
    root: [
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/"/, 'dl', 'double'],
      [/'/, 'dl', 'single'],
      ...NUMBERS,
      [/(?:true|false|yes|no(?!-)|\?)\b/i, 'kc'],
      [/[~!%^*+=|?:<>/-]/, 'o'],
      [/[()[\],.]/, 'p'],
      [/\s+/, ''],
      [/&analyze-(?:suspend|resume)/i, 'cp', 'directive'],
      [/&(?:scoped|global)-define\s*[.\w\\/-]*/i, 'cp', 'directive'],
      [/(?=\{)/, brace],
      [/@[a-zA-Z_&{}!][a-zA-Z0-9_\-&!}]*/, 'nd'],
      ...NAMES,
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^*/]+|[*/]/, 'cm'],
    ],
    double: [
      [/~[~nrt"]?/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 'dl', '#pop'],
    ],
    single: [
      [/~[~nrt']?/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'dl', '#pop'],
    ],
    directive: [
      [/.*(?=\/[/*])/, 'cp', '#pop'],
      [/.*\n?/, 'cp', '#pop'],
    ],
    inclusion: [[/\{/, 'cp', '#goto:included']],
    included: [
      [/[^{}]+/, 'cp'],
      [/\{/, 'cp', '#push'],
      [/\}/, 'cp', '#pop'],
    ],
    name: NAMES.map(([pattern, kind]): Rule => [pattern, kind, '#pop']),
  },
}))
