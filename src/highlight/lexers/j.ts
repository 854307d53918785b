// J.

import { type Action, defineLexer, LEAVE, type Rule, wordSet } from '../grammar.ts'

const CONTROL_WORDS = wordSet(`assert break case catch catchd catcht continue do else elseif end fcase for if return
  select throw try while whilst`)
const LABELLED_WORDS = wordSet('for goto label')

// What a primitive is alone, and with each of the inflections behind it: a letter for the class, a space where there is no such primitive.
const INFLECTIONS = ['', '.', ':', '..', '.:', ':.', '::']
const CLASSES: Readonly<Record<string, string>> = { c: 'kc', f: 'nf', o: 'o', n: 'n', b: 'bp', p: 'p' }
const PRIMITIVES: readonly (readonly [characters: string, classes: string])[] = [
  ['()', 'p'],
  ['=', 'fpp'],
  ['<>+-*%$|,#', 'fff'],
  ['^', 'ffo'],
  ['~"', 'off'],
  ['.:@', 'ooo'],
  [';', 'fof'],
  ['!', 'foo'],
  ['/\\', 'oof'],
  ['[', 'f f'],
  [']', 'f'],
  ['{', 'fff   f'],
  ['}', 'off   o'],
  ['`', 'o o'],
  ['&', 'ooo o'],
  ['?', 'ff'],
  ['a', 'ncc'],
  ['ACeEIjorv', 'nf'],
  ['bdfHMT', 'no'],
  ['Dt', 'noo'],
  ['F', 'noooooo'],
  ['iu', 'nff'],
  ['L', 'nfo'],
  ['mny', 'b'],
  ['p', 'nfff'],
  ['qsZ', 'n f'],
  ['S', 'n o'],
  ['u', 'bff'],
  ['v', 'bf'],
  ['x', 'b f'],
]
const primitives = new Map(PRIMITIVES.flatMap(([characters, classes]) => [...characters].map((one) => [one, classes])))

const primitive: Action = (scan, [written, character = '', inflection = '']) => {
  const classes = primitives.get(character) ?? 'n'
  scan.emit(CLASSES[classes[INFLECTIONS.indexOf(inflection)] ?? ''] ?? 'err', written)
}

/** The kind, or a mistake where an inflection follows what has none. */
const uninflected =
  (kind: string): Action =>
  (scan, [written, inflection = '']) =>
    scan.emit(inflection === '' ? kind : 'err', written)

const word: Action = (scan, [written, name = '', inflection = '']) => {
  if (inflection !== '.') {
    scan.emit(inflection === '' ? 'n' : 'err', written)
    return
  }
  const [, stem = '', sign = '', label = ''] = /^([^_]*)(_?)(.*)$/.exec(name) ?? []
  const isControl = sign === '' ? CONTROL_WORDS.has(stem) : label !== '' && LABELLED_WORDS.has(stem)
  if (!isControl) {
    scan.emit('err', written)
    return
  }
  scan.emit('k', stem + sign)
  scan.emit(stem === 'for' ? 'n' : 'nl', label)
  scan.emit('k', inflection)
}

const EXPRESSION: readonly Rule[] = [
  [/\s+/, ''],
  [/([!-&(-/:-@[-^`{-~]|[A-Za-z]\b)([.:]*)/, primitive],
  [/(?:\d|_\d?):([.:]*)/, uninflected('nf')],
  [/[\d_][\w.]*([.:]*)/, uninflected('m')],
  [/'/, 's1', 'string'],
  [/NB\.(?![.:]).*/, 'c1'],
  [/([A-Za-z]\w*)([.:]*)/, word],
]

const CLOSED: Rule = [/^([ \t]*)(\))([ \t\r]*$\n?)/, ['', 'p', ''], '#pop']

// `3 : 0`, `dyad define` and their like: a body follows, of text where it makes a noun.
const definition: Action = (scan, match) => {
  const [, valence = '', space = '', verb = '', after = ''] = match
  scan.emit('kp', valence)
  scan.emit('', space)
  scan.emit('kp', verb)
  scan.emit('', after)
  const body = valence === '0' || valence === 'noun' ? 'noun' : 'code'
  scan.memory['body'] = body
  if (verb !== 'define') scan.move('definition')
  else {
    if (scan.stack.length > 1) scan.move('#pop')
    scan.move(body)
    scan.move('restOfLine')
  }
}

const bodyBelow: Action = (scan, [written]) => {
  scan.emit('kp', written)
  if (scan.stack.length > 2) scan.move('#pop')
  scan.move(`#goto:${String(scan.memory['body'])}`)
  scan.move('restOfLine')
}

const bodyInQuotes: Action = (scan, [written]) => {
  const isText = scan.memory['body'] === 'noun'
  scan.emit(isText ? 's1' : 'p', written)
  scan.move(isText ? '#goto:string' : '#goto:quotedCode')
}

const lineEnd: Action = (scan, [written]) => {
  scan.emit('', written)
  if (scan.memory['isNoteNext'] === true) scan.move('note')
  scan.memory['isNoteNext'] = false
}

const note: Action = (scan, [, before = '', name = '', after = '']) => {
  scan.emit('', before)
  scan.emit('n', name)
  scan.emit('', after)
  scan.memory['isNoteNext'] = true
}

const ROOT: readonly Rule[] = [
  [/\n/, lineEnd],
  [/([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \t]+)(def(?:ine)?\b|:)(?![.:])([ \t]*)/, definition],
  [/^([ \t]*)(Note\b(?![.:]))([ \t\r]*)(?!=[.:]|$)/, note],
  [/[mnuvxy]\b(?![.:])/, 'n'],
  ...EXPRESSION,
]

export const createJLexer = defineLexer(() => ({
  start: (memory) => {
    memory['isNoteNext'] = false
  },
  states: {
    root: ROOT,
    string: [
      [/''/, 'se'],
      [/[^'\n]+/, 's1'],
      [/'|$/, 's1', '#pop'],
    ],
    // What stands behind the opening of a body on its line; the body comes next.
    restOfLine: [[/\n/, '', '#pop'], ...ROOT],
    definition: [[/0\b(?![.:])/, bodyBelow], [/'/, bodyInQuotes], LEAVE],
    // A body that is written as a string: in it, two quotes stand for one.
    quotedCode: [
      [/''/, 's1', 'innerString'],
      [/'|$/, 'p', '#pop'],
      [/NB\.(?![.:])(?:[^'\n]|'')*/, 'c1'],
      ...EXPRESSION,
    ],
    innerString: [
      [/''''/, 'se'],
      [/[^'\n]+/, 's1'],
      [/''/, 's1', '#pop'],
      [/'|$/, 'p', '#pop:2'],
    ],
    note: [CLOSED, [/.+\n?/, 'cm']],
    noun: [CLOSED, [/.+\n?/, 'sh']],
    code: [CLOSED, [/^([ \t]*)(:)([ \t\r]*)$/, ['', 'p', '']], ...EXPRESSION],
  },
}))
