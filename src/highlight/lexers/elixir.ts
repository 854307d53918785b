// Elixir.

import { type Action, anyOf, defineLexer, escapePattern, include, pattern, type Rule } from '../grammar.ts'

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' }

const KEYWORDS = anyOf(`case cond end bc lc if unless try loop receive fn defmodule defp? defprotocol defimpl defrecord
  defmacrop? defdelegate defexception defguardp? defstruct exit raise throw after rescue catch else`)

// ~r/pattern/, ~w[a b], ~s(text): the delimiter goes into the name of the state.
const beginSigil: Action = (scan, match) => {
  const [, letter = '', open = ''] = match
  // quirk(rouge): a sigil without a letter counts among all of them.
  const kind = 'Rr'.includes(letter) ? 'sr' : 'sx'
  if (kind === 'sr') scan.move('regexFlags')
  if ('Ww'.includes(letter)) scan.move('listFlags')
  scan.emit(kind, match[0])
  scan.move(`sigil ${kind} ${letter !== '' && 'SRCW'.includes(letter) ? 'open' : 'raw'} ${open}`)
}

const sigilRules = (name: string): readonly (Rule | ReturnType<typeof include>)[] => {
  const [, kind = '', mode = '', open = ''] = name.split(' ')
  const close = CLOSERS[open] ?? open
  return [
    [pattern(escapePattern(close)), kind, '#pop'],
    ...(mode === 'open' ? [include('interpolation'), [/#/, kind] as const] : [[/[\\#]/, kind] as const]),
    [pattern(`[^#${escapePattern(open)}${escapePattern(close)}\\\\]+`), kind],
  ]
}

const OPERATORS =
  /%=|\*=|\*\*=|\+=|-=|\^=|\|\|=|<=>|<(?!<|=)|>(?!<|=|>)|<=|>=|===|==|=~|!=|!~|&(?:&&?|(?!\d))|\|\||\^|\*|\+|-|\/|\||\+\+|--|\*\*|\/\/|<-|<>|<<|>>|=|\.|~~~/

const ATOM =
  /(?::)(?:[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|<=>|&&?|%\(\)|%\[\]|%\{\}|\+\+?|--?|\|\|?|!|\/\/|[%&`/|]|\*\*?|=?~|<-)|[a-zA-Z_]\w*[?!]?:(?!:)/

const CHARACTER =
  /\?(?:\\(?:x\d{1,2}|[0-9a-fA-F]{1,2}(?![0-9a-fA-F])\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])/

const ESCAPES: readonly Rule[] = [
  [/\\x[0-9a-fA-F]{2}/, 'se'],
  [/\\u\{?\d+\}?/, 'se'],
  [/\\[\\abdefnrstv0"']/, 'se'],
]

export const createElixirLexer = defineLexer({
  derive: sigilRules,
  states: {
    root: [
      [/\s+/, ''],
      [/#.*$/, 'c1'],
      [pattern(`(?:${KEYWORDS})\\b(?![?!])|do\\b`), 'k'],
      [/(?:import|require|use|recur|quote|unquote|super|refer)\b(?![?!])/, 'kn'],
      [/(?:and|not|or|when|xor|in)\b/, 'ow'],
      [OPERATORS, 'o'],
      [ATOM, 'ss'],
      [/:"/, 'ss', 'quotedAtom'],
      [/(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b/, 'no'],
      [/__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])/, 'bp'],
      [/[a-zA-Z_!]\w*[!?]?/, 'n'],
      [/::|[%(){};,/|:\\[\]]/, 'p'],
      [/@[a-zA-Z_]\w*|&\d/, 'nv'],
      [/\d(?:_?\d)*(?:\.(?![^\d\s])(?:_?\d)+)(?:[eE][-+]?\d(?:_?\d)*)?\b/, 'mf'],
      [/0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b/, 'mh'],
      [/0o[0-7](?:_?[0-7])*\b/, 'mo'],
      [/0b[01](?:_?[01])*\b/, 'mb'],
      [/\d(?:_?\d)*\b/, 'mi'],
      [/(?:%[A-Ba-z])?"""[\s\S]*?"""/, 'sd'],
      [/'''[\s\S]*?'''/, 'sd'],
      [/"/, 's2', 'doubleQuoted'],
      [/'/, 's1', 'singleQuoted'],
      [CHARACTER, 'sx'],
      [/~([A-Za-z])?([{[(<|/'"])/, beginSigil],
    ],
    doubleQuoted: [...ESCAPES, include('interpolation'), [/[^#"\\]+/, 's2'], [/"/, 's2', '#pop'], [/[#\\]/, 's2']],
    singleQuoted: [...ESCAPES, include('interpolation'), [/[^#'\\]+/, 's1'], [/'/, 's1', '#pop'], [/[#\\]/, 's1']],
    interpolation: [[/#\{/, 'si', 'interpolated']],
    interpolated: [[/\}/, 'si', '#pop'], include('root')],
    quotedAtom: [[/"/, 'ss', '#pop'], include('interpolation'), [/[^#"]+/, 'ss']],
    regexFlags: [[/[fgimrsux]*/, 'sr', '#pop']],
    listFlags: [[/[csa]?/, 'sx', '#pop']],
  },
})
