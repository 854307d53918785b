// YAML. Indentation decides where a block scalar or a plain scalar ends, so the lexer keeps a stack of open indents.
//
//   key: |
//     text     <- stays a string while it is indented as deep as its first line
//   next: x    <- ends it, and the line begins again as a block line

import { type Action, defineLexer, type Grammar, include, pattern, type Rule, type Scan } from '../grammar.ts'

interface Indents {
  readonly open: number[]
  /** The column that the current line has reached. */
  next: number
  /** The indent of the block scalar being read, once known. */
  scalar: number | undefined
}

const PLAIN_START = '[^ \\t\\n\\r\\f\\v?:,\\[\\]{}#&*!|>\'"%@`]'
const indentsOf = (scan: Scan): Indents => scan.memory['indents'] as Indents
const deepest = (indents: Indents): number => indents.open.at(-1) ?? 0

const newIndents = (memory: Record<string, unknown>): void => {
  memory['indents'] = { open: [0], next: 0, scalar: undefined } satisfies Indents
}

// Takes a line's leading spaces; what goes past the indent that a dedent returns to was never opened and is an error.
const beginLine = (indents: Indents, spaces: string): readonly [string, string] => {
  indents.next = spaces.length
  if (indents.next >= deepest(indents)) return [spaces, '']
  while (indents.next < deepest(indents)) indents.open.pop()
  return [spaces.slice(0, deepest(indents)), spaces.slice(deepest(indents))]
}

const openIndent = (indents: Indents): void => {
  if (deepest(indents) < indents.next) indents.open.push(indents.next)
}

const blockLine: Action = (scan, match) => {
  const [text, error] = beginLine(indentsOf(scan), match[0])
  scan.emit('', text)
  scan.emit('err', error)
  scan.move('line')
  scan.move('indentation')
}

const indicator: Action = (scan, match) => {
  openIndent(indentsOf(scan))
  indentsOf(scan).next += match[0].length
  scan.emit('pi', match[0])
}

const spacing: Action = (scan, match) => {
  scan.emit('', match[0])
  indentsOf(scan).next += match[0].length
}

/** An action for a key and its colon. */
export const yamlKey =
  (kind: string): Action =>
  (scan, match) => {
    scan.emit(kind, match[1] ?? '')
    scan.emit('pi', match[2] ?? '')
    openIndent(indentsOf(scan))
  }

const blankScalarLine: Action = (scan, match) => {
  const indent = indentsOf(scan).scalar ?? match[0].length
  scan.emit('', match[0].slice(0, indent))
  scan.emit('no', match[0].slice(indent))
}

const scalarLine: Action = (scan, match) => {
  const indents = indentsOf(scan)
  scan.emit('', match[0])
  const least = indents.scalar ?? deepest(indents)
  indents.scalar ??= match[0].length
  if (match[0].length >= least) return
  beginLine(indents, match[0])
  scan.move('#goto:indentation')
}

const scalarHeader: Action = (scan, match) => {
  const indents = indentsOf(scan)
  indents.scalar = undefined
  scan.move('#goto:ignored')
  if (match[0] === '') return
  // quirk(rouge): a sign alone counts for no indentation at all.
  indents.scalar = deepest(indents) + (Number.parseInt(match[0], 10) || 0)
  scan.emit('pi', match[0])
}

const plainLine: Action = (scan, match) => {
  scan.emit('', match[0])
  scan.move('#pop')
  if (match[0].length > deepest(indentsOf(scan))) return
  scan.move('#pop')
  beginLine(indentsOf(scan), match[0])
  scan.move('indentation')
}

const document =
  (kind: string, next: string): Action =>
  (scan, match) => {
    scan.emit(kind, match[0])
    newIndents(scan.memory)
    scan.move(next)
  }

const COMMENT: Rule = [/#.*$/, 'c1']
const DESCRIPTORS: readonly Rule[] = [
  [/!<[0-9A-Za-z;/?:@&=+$,_.!~*'()[\]%-]+>/, 'kt'],
  [/(?:![\w-]+)?!(?:[\w;/?:@&=+$,.!~*'()[\]%-]*)/, 'kt'],
  [/&[\p{L}\p{Nl}\p{Nd}_-]+/u, 'nl'],
  [/\*[\p{L}\p{Nl}\p{Nd}_-]+/u, 'nv'],
]
const FLOW_NODES: readonly Rule[] = [
  [/\[/, 'pi', 'sequence'],
  [/\{/, 'pi', 'mapping'],
  [/'/, 's1', 'singleQuoted'],
  [/"/, 's2', 'doubleQuoted'],
]
const QUOTED_SPACE: readonly Rule[] = [
  [/^[ ]+/, ''],
  [/[ ]+$/, ''],
  [/\n+/, ''],
  [/[ ]+/, 'nv'],
]

/** `keys` are rules of keys that mean something. */
export const yamlGrammar = (keys: readonly Rule[]): Grammar => ({
  start: newIndents,
  states: {
    root: [
      COMMENT,
      [/\n+/, ''],
      [/[ ]+(?=#|$)/, ''],
      [/^%YAML\b/, document('nt', 'version')],
      [/^%TAG\b/, document('nt', 'tagHandle')],
      [/^(?:---|\.\.\.)(?= |$)/, document('nn', 'line')],
      [/[ ]*(?!\s|$)/, blockLine],
    ],
    indentation: [
      [/\s*?\n/, '', '#pop:2'],
      [/[ ]+(?=[-:?](?:[ ]|$))/, spacing],
      [/[?:-](?=[ ]|$)/, indicator],
      [/[ ]*/, spacing, '#pop'],
    ],
    line: [
      [/[ ]*(?=#|$)/, '', '#pop'],
      [/[ ]+/, ''],
      ...DESCRIPTORS,
      ...keys,
      [/([^#,?[\]{}"'\n]+)(:)(?=\s|$)/, yamlKey('na')],
      [/[|>][+-]?/, 'pi', ['scalarText', 'scalarHeader']],
      ...FLOW_NODES,
      [pattern(`(?=${PLAIN_START}|[?:-][^ \\t\\n\\r\\f\\v])`), '', 'plain'],
    ],
    flow: [
      [/\s+/, ''],
      COMMENT,
      [/[?:,]/, 'pi'],
      ...DESCRIPTORS,
      ...FLOW_NODES,
      [pattern(`(?=${PLAIN_START})`), '', 'flowPlain'],
    ],
    sequence: [[/\]/, 'pi', '#pop'], include('flow')],
    mapping: [[/\}/, 'pi', '#pop'], include('flow')],
    scalarHeader: [[/(?:[1-9][+-]?|[+-]?[1-9]?)(?=[ ]|$)/, scalarHeader]],
    scalarText: [
      [/\n+/, ''],
      [/^[ ]+$/, blankScalarLine],
      [/^[ ]*/, scalarLine],
      [/[^\n\r\f\v]+/, 's'],
    ],
    ignored: [COMMENT, [/[ ]+/, ''], [/\n/, '', '#pop']],
    singleQuoted: [...QUOTED_SPACE, [/\\'/, 'se'], [/'/, 's', '#pop'], [/[^\s']+/, 's']],
    doubleQuoted: [
      [/"/, 's', '#pop'],
      ...QUOTED_SPACE,
      [/\\[0abt\tn\nvfre "\\N_LP]/, 'se'],
      [/\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/, 'se'],
      [/[^ \t\n\r\f\v"\\]+/, 's'],
    ],
    plain: [
      [/[ ]*(?=:[ \n]|:$)/, '', '#pop'],
      [/[ ]*:\S+/, 's'],
      [/[ ]+(?=#)/, '', '#pop'],
      [/[ ]+$/, ''],
      [/\n+/, '', 'plainNewLine'],
      [/[ ]+/, 's'],
      [/(?:true|false|null)\b/, 'kc'],
      [/\d+(?:\.\d+)?(?=\r?\n| +#)/, 'm', '#pop'],
      [/[^\s:]+/, 's'],
    ],
    plainNewLine: [
      [/^[ ]+\n/, ''],
      [/\n+/, ''],
      [/^(?=---|\.\.\.)/, '', '#pop:3'],
      [/^[ ]*/, plainLine],
    ],
    flowPlain: [
      [/[ ]*(?=[,:?[\]{}])/, '', '#pop'],
      [/[ ]+(?=#)/, '', '#pop'],
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
      [/[^\s,:?[\]{}]+/, 'nv'],
    ],
    version: [[/([ ]+)(\d+\.\d+)/, ['', 'm'], '#goto:ignored']],
    tagHandle: [[/([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()[\]%-]+)/, ['', 'kt', '', 'kt'], '#goto:ignored']],
  },
})

export const createYamlLexer = defineLexer(() => yamlGrammar([]))
