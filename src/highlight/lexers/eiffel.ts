// Eiffel.

import { defineLexer, type Grammar, type Pattern, pattern, type Rule } from '../grammar.ts'

const NUMBER = String.raw`0[xX][\da-fA-F](?:_*[\da-fA-F])*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\d(?:_*\d)*`

// One character of a text, written plainly or behind a percent sign; some are not allowed as they are.
const character = (forbidden: string): string =>
  `(?:[^%\\x08\\f\\v${forbidden}]|%[A-DFHLNQR-V%'"()<>]|%\\/(?:${NUMBER})\\/)`

const quoted = (quote: string, forbidden: string, times: string): Pattern =>
  pattern(`${quote}${character(forbidden)}${times}${quote}`, '')

const verbatim = (end: Pattern): readonly Rule[] => [
  [end, 'sx', '#pop'],
  [pattern(character('"'), ''), 'sx'],
]

const states: Grammar['states'] = {
  root: [
    [/"\[/, 'sx', 'alignedText'],
    [/"\{/, 'sx', 'verbatimText'],
    [quoted('"', '\\n\\r"', '*'), 's2'],
    [/--.*/, 'c1'],
    [quoted("'", '\\n\\r\\t', ''), 'sc'],
    [
      /(?:across|agent|alias|all|and|attached|as|assign|attribute|check|class|convert|create|debug|deferred|detachable|do|else|elseif|end|ensure|expanded|export|external|feature|from|frozen|if|implies|inherit|inspect|invariant|like|local|loop|not|note|obsolete|old|once|or|Precursor|redefine|rename|require|rescue|retry|select|separate|some|then|undefine|until|variant|Void|when|xor)\b/,
      'k',
    ],
    [/(?:Current|Result)\b/, 'kv'],
    [/(?:True|False)\b/, 'kc'],
    // quirk(rouge): a hexadecimal number ends in a b.
    [/0[xX][\da-fA-F](?:_*[\da-fA-F])*b/, 'mh'],
    [/0[cC][0-7](?:_*[0-7])*\b/, 'mo'],
    [/0[bB][01](?:_*[01])*\b/, 'mb'],
    [/\d(?:_*\d)*/, 'mi'],
    [/\.(?:(?:\d(?:_*\d)*)?[eE][+-]?)?\d(?:_*\d)*/, 'mf'],
    [/:=|<<|>>|\(\||\|\)|->|[.{}[\];(),:?]/, 'pi'],
    [/\\\\|\|\.\.\||\.\.|\/[~/]?|[></]=?|[-+*^=~≤≥−∀∃¦⟳⟲]/, 'o'],
    [/[A-Z][\dA-Z_]*/, 'nc'],
    [/[A-Za-z][\dA-Za-z_]*/, 'n'],
    [/\s+/, ''],
  ],
  alignedText: verbatim(/\]"/),
  verbatimText: verbatim(/\}"/),
}

export const createEiffelLexer = defineLexer(() => ({ states }))
