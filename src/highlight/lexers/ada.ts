// Ada.

import { type Action, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`abort abstract accept access aliased all array at begin body
  case constant declare delay delta digits do else elsif end exception exit for generic goto if in interface is
  limited loop new null of others out overriding parallel pragma private protected raise range record renames
  requeue return reverse select separate some synchronized tagged task terminate then until use when while with`)
const OPERATORS = wordSet('abs and mod not or rem xor')
const DECLARATIONS = wordSet('entry function package procedure subtype type')
const BUILTINS = wordSet(`boolean character constraint_error duration float integer
  long_float long_integer long_long_float long_long_integer natural positive program_error short_float
  short_integer short_short_integer storage_error string tasking_error wide_character wide_string
  wide_wide_character wide_wide_string`)

const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'
const ID = `\\p{Alphabetic}(?:\\p{Pc}?[\\p{Alphabetic}\\p{Nd}])*(?!${WORD})`
const NUMBER = '\\d(?:_?\\d)*'
const HEX = '[0-9a-fA-F](?:_?[0-9a-fA-F])*'
const EXPONENT = `(?:[eE][-+]?${NUMBER})?`

const kindOf = (word: string): string => {
  const name = word.toLowerCase()
  if (KEYWORDS.has(name)) return 'k'
  if (OPERATORS.has(name)) return 'ow'
  if (DECLARATIONS.has(name)) return 'kd'
  return BUILTINS.has(name) ? 'nb' : 'n'
}

const named: Action = (scan, match) => {
  const kind = kindOf(match[0])
  scan.emit(kind, match[0])
  if (kind === 'kd') scan.move('declared')
}

// A word of the language says that this `with` has not begun a list of units after all.
const unit: Action = (scan, match) => {
  const kind = kindOf(match[0])
  if (kind.startsWith('n')) {
    scan.emit('nn', match[0])
    return
  }
  scan.emit(kind, match[0])
  scan.move(kind === 'kd' ? '#goto:declared' : '#pop')
}

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/--.*$/, 'c1'],
]
const LEAVE: Rule = [/(?:)/, '', '#pop']

export const createAdaLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/'.'/u, 'sc'],
      [/"[^"\n]*/, 's2', 'string'],
      [pattern(`${NUMBER}\\.${NUMBER}${EXPONENT}`), 'mf'],
      [pattern(`${NUMBER}#${HEX}\\.${HEX}#${EXPONENT}`), 'mf'],
      [pattern(`2#[01](?:_?[01])*#${EXPONENT}`), 'mb'],
      [pattern(`8#[0-7](?:_?[0-7])*#${EXPONENT}`), 'mo'],
      [pattern(`16#(?:${HEX})?#${EXPONENT}`), 'mh'],
      [pattern(`${NUMBER}#${HEX}#${EXPONENT}`), 'mi'],
      [pattern(`${NUMBER}#\\w+#`), 'err'],
      [pattern(`${NUMBER}${EXPONENT}`), 'mi'],
      [/'/, 'p', 'attribute'],
      [pattern(`<<${ID}>>`), 'nl'],
      [/^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b/i, ['kn', '', 'kn', '', 'kn'], 'units'],
      [/[+*/&<=>|]|-|\.\.|:=|@/, 'o'],
      [/[.,:;()[\]]/, 'p'],
      [pattern(ID), named],
      [pattern(`(?:\\p{Pc}|\\p{Alphabetic})${WORD}*`), 'err'],
    ],
    string: [
      [/[^"\n]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', '#pop'],
      [/\n/, 'err', '#pop'],
    ],
    attribute: [...SPACE, [pattern(ID), 'na', '#pop'], LEAVE],
    declared: [
      ...SPACE,
      [/body\b/i, 'kd'],
      [pattern(`(${ID})(\\.)`), ['nn', 'p']],
      [pattern(`${ID}|"(?:and|or|xor|/?=|<=?|>=?|\\+|–|&\\||/|mod|rem|\\*?\\*|abs|not)"`), 'nf', '#pop'],
      LEAVE,
    ],
    units: [...SPACE, [pattern(ID), unit], [/[.,]/, 'p'], LEAVE],
  },
}))
