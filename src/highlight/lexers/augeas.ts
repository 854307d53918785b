// Augeas' lenses.

import { type Action, defineLexer, wordSet } from '../grammar.ts'

const RESERVED = wordSet(`_ let del store value counter seq key label autoload incl excl transform test get put in after
  set clear insa insb print_string print_regexp print_endline print_tree lens_ctype lens_atype lens_ktype lens_vtype
  lens_format_atype regexp_match`)

const named: Action = (scan, match) => {
  const name = match[0]
  const isReserved = name === 'module' || RESERVED.has(name)
  scan.emit(isReserved ? 'kr' : /^[A-Z]/.test(name) ? 'kn' : 'n', name)
  if (name === 'module') scan.move('module')
}

export const createAugeasLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\(\*/, 'cm', 'comment'],
      [/(:)(\w+)/, ['p', 'kt']],
      [/\w[\w']*/, named],
      [/"/, 's', 'string'],
      [/\//, 's', 'regex'],
      [/[-*+.=?|]+/, 'o'],
      [/[[\](){}:;]/, 'p'],
    ],
    comment: [
      [/\*\)/, 'cm', '#pop'],
      [/\(\*/, 'cm', '#push'],
      [/[^*)]+|[*)]/, 'cm'],
    ],
    module: [
      [/\s+/, ''],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', '#pop'],
    ],
    regex: [
      [/\//, 'sr', '#pop'],
      [/[^\\/]+|\\[\\/]?/, 'sr'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[abfnrtv"'&\\]|\^[\][A-Z@^_]|[oO][0-7]+|[xX][\da-fA-F]+|\d+|\s+/, 'se', '#pop'],
      [/./, 's', '#pop'],
    ],
  },
}))
