// TTCN-3, the language of tests of protocols.

import { byWord, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`altstep any2unistr bit2hex bit2int bit2oct bit2str break case char2int char2oct component const
  decvalue decvalue_o decvalue_unichar do else encvalue encvalue_o encvalue_unichar enum2int execute
  external float2int for function get_stringencoding goto group hex2bit hex2int hex2oct hex2str hostid
  if import int2bit int2char int2enum int2float int2hex int2oct int2str int2unichar isbound ischosen
  ispresent istemplatekind isvalue label lengthof module oct2bit oct2char oct2hex oct2int oct2str
  oct2unichar port receive regexp remove_bom replace return rnd select send setverdict signature
  sizeof start stop str2float str2hex str2int str2oct substr template testcase timer type unichar2int
  unichar2oct var while`)
const TYPES = wordSet(`address anytype bitstring boolean charstring enumerated float hexstring integer octetstring of
  record set union universal`)
const RESERVED =
  wordSet(`all alt apply assert at configuration conjunct const control delta deterministic disjunct duration
  fail finished from fuzzy history implies inconc inv lazy mod mode notinv now omit onentry onexit par
  pass prev realtime seq setstate static stepsize stream timestamp until values wait`)

const digits = (digit: string): string => `(?:${digit}_+${digit}|${digit})+`
const DIGITS = digits('[0-9]')

const LITERALS: readonly Rule[] = [
  [/"/, 's', 'string'],
  [/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'],
  [pattern(`${DIGITS}\\.${DIGITS}(?:e${DIGITS})?[fd]?`, 'i'), 'mf'],
  [pattern(`'${digits('[01]')}'B`, 'i'), 'mb'],
  [pattern(`'${digits('[0-9a-f]')}'H`, 'i'), 'mh'],
  [pattern(`'${digits('[0-7]')}'O`, 'i'), 'mo'],
  [pattern(DIGITS), 'mi'],
]

const SPACE: Rule = [/[ \t\r\n]+|\\\n/, '']

export const createTtcn3Lexer = defineLexer(() => ({
  states: {
    root: [
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      // Where no comment ends any more, none begins.
      [/\/(?=(?:\\\n)?\*)/, 'o', '#goto:uncommented'],
      include('uncommented'),
    ],
    uncommented: [
      [/module\b/, 'kd', 'module'],
      [/import\b/, 'kn', 'import'],
      SPACE,
      [/\/\/.*/, 'c1'],
      ...LITERALS,
      [/[~!%^&*+:=|?<>/-]/, 'o'],
      [/[()[\]{},.;]/, 'p'],
      [/(?:true|false|null)\b/, 'nb'],
      [/[a-zA-Z_]\w*/, byWord({ k: KEYWORDS, kt: TYPES, kr: RESERVED }, 'n')],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+|\\\n?/, 's'],
    ],
    module: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc', '#pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[\w.]+\*?/, 'nn', '#pop'],
    ],
  },
}))
