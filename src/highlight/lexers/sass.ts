// SCSS, and Sass by indentation.

import { type Action, defineLexer, include, pattern, type Rule, type Scan } from '../grammar.ts'
import { PROPERTIES, VALUES } from './css-words.ts'

const ID = '[\\w-]+'
const attributeName: Action = (scan, match) => scan.emit(PROPERTIES.has(match[0]) ? 'nl' : 'na', match[0])
const valueName: Action = (scan, match) => scan.emit(VALUES.has(match[0]) ? 'nb' : 'n', match[0])

const STATEMENTS: readonly Rule[] = [
  [/@for\b/, 'k', 'loop'],
  [/@(?:debug|warn|if|each|while|else|return|media)/, 'k', 'value'],
  [pattern(`(@mixin|@function)(\\s+)(${ID})`), ['k', '', 'nf'], 'value'],
  [/@extend\b/, 'k', 'selector'],
  [pattern(`(@include)(\\s+)(${ID})`), ['k', '', 'nd'], 'value'],
  [pattern(`@${ID}`), 'k', 'selector'],
  [/&/, 'k', 'selector'],
  [pattern(`([$]${ID})([ \\t]*)(:)`), ['nv', '', 'p'], 'value'],
]
const INTERPOLATION: Rule = [/#\{/, 'si', 'interpolation']
const STRINGS: readonly Rule[] = [
  [/"/, 's2', 'doubleQuoted'],
  [/'/, 's1', 'singleQuoted'],
]
const LEAVE: Rule = [/(?:)/, '', '#pop']
const piece = (kind: string): readonly Rule[] => [[pattern(ID), kind], INTERPOLATION, LEAVE]
const ATTRIBUTE: readonly Rule[] = [INTERPOLATION, [pattern(ID), attributeName]]

const STATES = {
  value: [
    include('end'),
    [/[ \t]+/, ''],
    [pattern(`[$]${ID}`), 'nv'],
    [/url[(]/, 'sx', 'url'],
    [pattern(`${ID}(?=\\s*[(])`), 'nf'],
    [pattern(`%${ID}`), 'nd'],
    [/(?:true|false)\b/, 'bp'],
    [/(?:and|or|not)\b/, 'ow'],
    [/#[a-z0-9]{1,6}/i, 'mh'],
    [/-?\d+(?:%|[a-z]+)?/, 'm'],
    [/-?\d*\.\d+(?:%|[a-z]+)?/, 'mi'],
    ...STRINGS,
    INTERPOLATION,
    [/[~^*!&%<>|+=@:,./?-]+/, 'o'],
    [/[[\]()]+/, 'p'],
    [/\/[*]/, 'cm', 'inlineComment'],
    [/\/\/[^\n]*/, 'c1'],
    [pattern(ID), valueName],
  ],
  interpolation: [[/\}/, 'si', '#pop'], include('value')],
  selector: [
    include('end'),
    ...STRINGS,
    INTERPOLATION,
    [/[ \t]+/, ''],
    [/:/, 'nd', 'pseudoClass'],
    [/[.]/, 'nc', 'className'],
    [/#/, 'nn', 'id'],
    [/%/, 'nv', 'placeholder'],
    [pattern(ID), 'nt'],
    [/&/, 'k'],
    [/[~^*!&[\]()<>|+=@:;,./?-]/, 'o'],
  ],
  doubleQuoted: [[/"/, 's2', '#pop'], INTERPOLATION, [/(?:\\.|#(?!\{)|[^\n"#\\])+/, 's2']],
  singleQuoted: [[/'/, 's1', '#pop'], INTERPOLATION, [/(?:\\.|#(?!\{)|[^\n'#\\])+/, 's1']],
  url: [[/[)]/, 'sx', '#pop'], [/(?:\\.|#(?!\{)|[^\n)#\\])+/, 'sx'], INTERPOLATION],
  pseudoClass: piece('nd'),
  className: piece('nc'),
  id: piece('nn'),
  placeholder: piece('nv'),
  loop: [[/from|to|through/, 'ow'], include('value')],
  attribute: [...ATTRIBUTE, [/([ \t]*)(:)/, ['', 'p'], 'value']],
  inlineComment: [[/(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/, 'cm'], INTERPOLATION, [/[*]\//, 'cm', '#pop']],
} satisfies Record<string, readonly (Rule | ReturnType<typeof include>)[]>

export const createScssLexer = defineLexer({
  states: {
    ...STATES,
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/@import\b/, 'k', 'value'],
      ...STATEMENTS,
      [/(?=[^;{}][;}])/, '', 'attribute'],
      [/(?=[^;{}:[]+:[^a-z])/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
    end: [
      [/\n/, ''],
      [/[;{}]/, 'p', '#root'],
    ],
  },
})

interface Blocks {
  last: string
  /** The state that lines indented deeper than `indent` belong to. */
  state: string | undefined
  indent: string
}

const blocksOf = (scan: Scan): Blocks => scan.memory['blocks'] as Blocks

const beginLine: Action = (scan, match) => {
  const blocks = blocksOf(scan)
  scan.emit('', match[0])
  blocks.last = match[0]
  if (blocks.state !== undefined && match[0] !== blocks.indent && match[0].startsWith(blocks.indent)) {
    scan.move(blocks.state)
    return
  }
  blocks.state = undefined
  scan.move('content')
}

const beginBlock =
  (kind: string, state: string): Action =>
  (scan, match) => {
    const blocks = blocksOf(scan)
    scan.emit(kind, match[0])
    scan.move('#pop')
    blocks.state = state
    blocks.indent = blocks.last
    scan.move(state)
  }

export const createSassLexer = defineLexer({
  start: (memory) => {
    memory['blocks'] = { last: '', state: undefined, indent: '' } satisfies Blocks
  },
  states: {
    ...STATES,
    root: [
      [/[ \t]*\n/, ''],
      [/[ \t]*/, beginLine],
    ],
    content: [
      [/\/\/.*?$/, beginBlock('c1', 'lineComment')],
      [/\/[*].*?\n/, beginBlock('cm', 'blockComment')],
      [/@import\b/, 'k', 'import'],
      ...STATEMENTS,
      [pattern(`=${ID}`), 'nf', 'value'],
      [pattern(`[+]${ID}`), 'nd', 'value'],
      [/:/, 'na', 'oldAttribute'],
      [/(?=[^[\n]+?:(?:[^a-z]|$))/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
    lineComment: [[/.*?$/, 'c1', '#pop']],
    blockComment: [[/.*?\n/, 'cm', '#pop']],
    import: [
      [/[ \t]+/, ''],
      [/\S+/, 's'],
      [/\n/, '', '#pop'],
    ],
    oldAttribute: [...ATTRIBUTE, [/(?:)/, '', '#goto:value']],
    end: [[/\n/, '', '#root']],
  },
})
