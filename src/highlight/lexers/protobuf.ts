// Protocol buffers.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'

const KEYWORDS = anyOf(
  `ctype default extensions import max oneof option optional packed repeated required returns rpc to`,
)
const TYPES = anyOf(`bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
  uint64`)

const nameOr = (kind: string): readonly Rule[] => [
  [/[a-zA-Z_]\w*/, kind, '#pop'],
  [/(?:)/, '', '#pop'],
]

export const createProtobufLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/[,;{}[\]()]/, 'p'],
      // quirk(rouge): a backslash at the end of a comment's line carries it on.
      [/\/(?:\\\n)?\/(?:$|[\s\S]*?[^\\]$)/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/true|false/, 'kc'],
      [/(package)(\s+)/, ['kn', ''], 'package'],
      [/(message|extend)(\s+)/, ['kd', ''], 'message'],
      [/(enum|group|service)(\s+)/, ['kd', ''], 'type'],
      [/".*?"|'.*?'/, 's'],
      [/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*/, 'mf'],
      [/(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?/, 'mf'],
      [/-?(?:inf|nan)\b/, 'mf'],
      [/0x[0-9a-fA-F]+[LlUu]*/, 'mh'],
      [/0[0-7]+[LlUu]*/, 'mo'],
      [/\d+[LlUu]*/, 'mi'],
      // quirk(rouge): from `+` to `=`, with what is between them in ASCII.
      [/[+-=]/, 'o'],
      [/([a-zA-Z_][\w.]*)([ \t]*)(=)/, ['na', '', 'o']],
      [/[a-zA-Z_][\w.]*/, 'n'],
    ],
    package: nameOr('nn'),
    message: nameOr('nc'),
    type: nameOr('n'),
  },
}))
