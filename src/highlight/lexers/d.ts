// D.

import { anyOf, defineLexer, include, pattern, quotedText, type Rule } from '../grammar.ts'

const KEYWORDS =
  anyOf(`abstract alias align asm assert auto body break case cast catch class const continue debug default
  delegate delete deprecated do else enum export extern finally final foreach_reverse foreach for function goto if immutable
  import interface invariant inout in is lazy mixin module new nothrow out override package pragma private protected public
  pure ref return scope shared static struct super switch synchronized template this throw try typedef typeid typeof union
  unittest version volatile while with __gshared __traits __vector __parameters`)
const TYPES =
  anyOf(`bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short
  ubyte ucent uint ulong ushort void wchar`)
const PSEUDO = anyOf(`__FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__
  __TIME__ __TIMESTAMP__ __VENDOR__ __VERSION__`)
const HEX = '[0-9a-fA-F]'
const CODE = `[0-7]{1,3}|u${HEX}{4}|U${HEX}{8}|&\\w+;`

// q"[ a [ b ] c ]": the brackets inside are counted.
const bracketed = (name: string, open: string, close: string): Readonly<Record<string, readonly Rule[]>> => {
  const inside: Rule = [pattern(`[^${open}${close}]+`), 's']
  return {
    [name]: [inside, [pattern(open), 's', `${name}Inner`], [pattern(`${close}"`), 's', '#pop']],
    [`${name}Inner`]: [inside, [pattern(open), 's', '#push'], [pattern(close), 's', '#pop']],
  }
}

export const createDLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/\/\+/, 'cm', 'nestedComment'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/(?:false|true|null)\b/, 'kc'],
      [pattern(`(?:${PSEUDO})\\b`), 'kp'],
      [/macro\b/, 'kr'],
      [/(?:string|wstring|dstring|size_t|ptrdiff_t)\b/, 'nb'],
      [/0[xX](?:[0-9a-fA-F_]*\.)?[0-9a-fA-F_]+[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, 'mf'],
      [/\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[fFL]?i?/, 'mf'],
      [/0[Bb][01_]+/, 'mb'],
      [/0[0-7_]+/, 'mo'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      // quirk(rouge): of the two letters after a number only the first belongs to it.
      [/(?:0|[1-9][0-9_]*)[LUu]?/, 'mi'],
      [pattern(`'(?:\\\\(?:['"?\\\\abfnrtv]|x${HEX}{2}|${CODE})|.)'`), 'sc'],
      [/r"[^"]*"[cwd]?/, 's'],
      [/`[^`]*`[cwd]?/, 's'],
      [pattern(`(?:${quotedText('"').source})[cwd]?`, ''), 's'],
      [pattern(`\\\\(?:['"?\\\\abfnrtv]|x${HEX}{2}|${CODE})`), 's'],
      [/x"[0-9a-fA-F_\s]*"[cwd]?/, 's'],
      [/q"\[/, 's', 'bracket'],
      [/q"\(/, 's', 'parenthesis'],
      [/q"</, 's', 'angle'],
      [/q"\{/, 's', 'curly'],
      [/q"([a-zA-Z_]\w*)\n.*?\n\1"/, 's'],
      [/q"(.).*?\1"/u, 's'],
      [/q\{/, 's', 'tokenString'],
      [/@(?:[a-zA-Z_]\w*)?/, 'nd'],
      [/[-/.&|+<>!()[\]{}?,;:$=*%^~]/, 'p'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/#line\s.*\n/, 'cs'],
    ],
    nestedComment: [
      [/[^+/]+/, 'cm'],
      [/\/\+/, 'cm', '#push'],
      [/\+\//, 'cm', '#pop'],
      [/[+/]/, 'cm'],
    ],
    tokenString: [[/\{/, 'p', 'tokenInner'], [/\}/, 's', '#pop'], include('root')],
    tokenInner: [[/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], include('root')],
    ...bracketed('bracket', '\\[', '\\]'),
    ...bracketed('parenthesis', '\\(', '\\)'),
    ...bracketed('angle', '<', '>'),
    ...bracketed('curly', '\\{', '\\}'),
  },
}))
