// P4, the language of packet processors.

import { anyOf, defineLexer, pattern } from '../grammar.ts'

const ID = '[\\p{XID_Start}_]\\p{XID_Continue}*'
const KEYWORDS = anyOf(`abstract action actions apply const default default_action else enum entries extern exit if in
  inout key list out package packet_in packet_out return size select switch this transition tuple type typedef`)

export const createP4Lexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [pattern(`#\\s*${ID}`), 'cp'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/(?:control|header|header_union|parser|state|struct|table|value_set)\b/, 'kd'],
      [/(?:bit|bool|error|extract|int|isValid|setValid|setInvalid|match_kind|string|varbit|verify|void)\b/, 'nb'],
      [pattern(`${ID}_[th]\\b`), 'nc'],
      [/[?&<>*|~^+\-/#.=]|!=/, 'o'],
      [/[(){}[\],:;]/, 'p'],
      [/(?:[0-9]+[sw])?(?:0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[dD][0-9_]+|[0-9_]+)/, 'm'],
      [pattern(`@${ID}`), 'nl'],
      [pattern(ID), ''],
      [/"(?:[^"\\]|\\"?)*"/, 's'],
    ],
  },
}))
