// Xojo, once REALbasic.

import { anyOf, defineLexer, pattern } from '../grammar.ts'

const KEYWORDS = anyOf(`addhandler aggregates array asc assigns attributes begin break byref byval call case catch class
  const continue color ctype declare delegate dim do downto each else elseif end enum event exception exit extends
  false finally for function global goto if implements inherits interface lib loop mod module new next nil object of
  optional paramarray private property protected public raise raiseevent rect redim removehandler return select shared
  soft static step sub super then to true try until using var wend while`)
const TYPES =
  anyOf(`boolean byte cfstringref cgfloat cstring currency date datetime double int8 int16 int32 int64 integer
  ostype pair pstring ptr short single string structure variant uinteger uint8 uint16 uint32 uint64 ushort windowptr
  wstring`)

export const createXojoLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/rem\b.*?$/i, 'c1'],
      [/(?:\/\/|').*$/, 'c1'],
      [/#tag Note[\s\S]*?#tag EndNote/i, 'cp'],
      [/#.*$/, 'cp'],
      [/".*?"/, 's2'],
      [/[(){}!,:]/, 'p'],
      [pattern(`(?:${KEYWORDS})\\b`, 'iu'), 'k'],
      [pattern(`(?:${TYPES})\\b`, 'iu'), 'kd'],
      [/(?:addressof|weakaddressof|and|as|in|is|isa|mod|not|or|xor)\b/i, 'o'],
      [/[+-]?(?:\d+\.\d*|\d*\.\d+)/, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/&[CH][0-9a-f]+/i, 'mh'],
      [/&O[0-7]+/i, 'mo'],
      [/\w[\w.]*\b/, ''],
      [/<=|>=|<>|[=><+\-*/\\]/, 'o'],
    ],
  },
}))
