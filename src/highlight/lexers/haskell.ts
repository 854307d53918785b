// Haskell.

import { type Action, defineLexer, type Grammar, type Rule, wordSet } from '../grammar.ts'

const RESERVED =
  wordSet(`_ case class data default deriving do else if in infix infixl infixr instance let newtype of then type
  where`)

const named: Action = (scan, match) => {
  const name = match[0]
  const isReserved = RESERVED.has(name) || name === 'import' || name === 'module'
  scan.emit(isReserved ? 'kr' : /^'?[A-Z]/.test(name) ? 'kt' : 'n', name)
  if (name === 'import' || name === 'module') scan.move(name)
}

const BASIC: readonly Rule[] = [
  [/\s+/, ''],
  [/\{-#/, 'cp', 'pragma'],
  [/\{-/, 'cm', 'comment'],
  [/^--\s+\|.*?$/, 'cd'],
  [/--(?![!#$%&*+./<=>?@^|_~]).*?$/, 'c1'],
]

const comment = (kind: string): readonly Rule[] => [
  [/-\}/, kind, '#pop'],
  [/\{-/, kind, 'comment'],
  [/[^-{}]+|[-{}]/, kind],
]

/** Comments, characters and strings, which Idris has as well. */
export const HASKELL_STATES = {
  comment: comment('cm'),
  pragma: comment('cp'),
  character: [
    [/\\/, 'se', ['#goto:characterEnd', 'escape']],
    [/./, 'sc', '#goto:characterEnd'],
  ],
  characterEnd: [
    [/'/, 'sc', '#pop'],
    [/./, 'err', '#pop'],
  ],
  quasiquotation: [
    [/\|\]/, 'o', '#pop'],
    [/[^|]+/, ''],
    [/\|/, ''],
  ],
  string: [
    [/"/, 's', '#pop'],
    [/\\/, 'se', 'escape'],
    [/[^\\"]+/, 's'],
  ],
  escape: [
    [/[abfnrtv"'&\\]/, 'se', '#pop'],
    [/\^[\][A-Z@^_]/, 'se', '#pop'],
    [
      /NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL/,
      'se',
      '#pop',
    ],
    [/o[0-7]+/i, 'se', '#pop'],
    [/x[\da-f]+/i, 'se', '#pop'],
    [/\d+/, 'se', '#pop'],
    [/\s+\\/, 'se', '#pop'],
  ],
} satisfies Grammar['states']

export const createHaskellLexer = defineLexer({
  states: {
    ...HASKELL_STATES,
    root: [
      ...BASIC,
      [/'(?=(?:.|\\\S+)')/, 'sc', 'character'],
      [/"/, 's', 'string'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0o[0-7]+/i, 'mo'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/[\w']+/, named],
      [/\\(?![:!#$%&*+.\\/<=>?@^|~-]+)/, 'nf'],
      [/(?:<-|::|->|=>|=)(?![:!#$%&*+.\\/<=>?@^|~-]+)/, 'o'],
      [/:[:!#$%&*+.\\/<=>?@^|~-]*/, 'o'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasiquotation'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/qualified\b/, 'k'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], '#pop'],
      [/([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/, ['nn', '', 'k', '', 'p'], '#goto:names'],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], '#goto:names'],
      [/[\w.]+/, 'nn', '#pop'],
    ],
    module: [
      [/\s+/, ''],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'names'],
      [/where\b/, 'kr', '#pop'],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', '#pop'],
    ],
    names: [
      ...BASIC,
      [/[A-Z]\w*/, 'kt'],
      [/_[\w']+|[a-z][\w']*/, 'nf'],
      [/,/, 'p'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
    ],
  },
})
