// Rust. Inside a macro's delimiters anything goes, so the lexer counts them.

import { type Action, anyOf, defineLexer, include, pattern, type Rule, type Scan, wordSet } from '../grammar.ts'

const ID = '[\\p{XID_Start}_]\\p{XID_Continue}*'
const ESCAPE = `\\\\(?:[nrt'"\\\\0]|x[0-9a-fA-F]{2}|u\\{(?:[0-9a-fA-F]_*){1,6}\\})`
const SIZE = '(?:8|16|32|64|128|size)'
const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }

const KEYWORDS =
  anyOf(`as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match
  mod move mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do final
  macro override priv typeof unsized virtual yield try union`)

const BUILTINS =
  wordSet(`Add AsMut AsRef BitAnd BitOr BitXor Box Clone Copy DIR Default Div DoubleEndedIterator Drop Eq Err
  ExactSizeIterator Extend FILE Fn FnMut FnOnce From FromIterator Index Into IntoIterator Iterator Mul Neg None Ok Option Ord
  Owned PartialEq PartialOrd Pin Rc Arc Result Send Shl Shr Sized Some String Sub Sync ToOwned ToString TryFrom TryInto Unpin
  Vec bool c_char c_double c_float c_int c_long c_longlong c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void
  char clock_t dev_t dirent drop f32 f64 float fpos_t i128 i16 i32 i64 i8 ino_t int intptr_t isize mode_t off_t pid_t ptrdiff_t
  size_t ssize_t str time_t u128 u16 u32 u64 u8 uint uintptr_t usize`)

const openOf = (scan: Scan): Record<string, number> => scan.memory['open'] as Record<string, number>

const openMacro: Action = (scan, match) => {
  const close = CLOSERS[match[0]] ?? ''
  openOf(scan)[close] = (openOf(scan)[close] ?? 0) + 1
  scan.emit('p', match[0])
}

const closeMacro: Action = (scan, match) => {
  openOf(scan)[match[0]] = (openOf(scan)[match[0]] ?? 0) - 1
  if (Object.values(openOf(scan)).every((count) => count === 0)) scan.move('#pop')
  scan.emit('p', match[0])
}

const nested = (kind: string): readonly Rule[] => [
  [/\*\//, kind, '#pop'],
  [/\/\*/, kind, '#push'],
  [/[^*/]+|[*/]/, kind],
]

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/\/\/\/+[^\n]*/, 'c1'],
  [/\/\/[/!][^\n]*/, 'cd'],
  [/\/\/[^\n]*/, 'c1'],
  [/\/\*\*\*?\//, 'cm'],
  [/\/\*\*\*+/, 'cm', 'comment'],
  [/\/\*[*!]/, 'cd', 'docComment'],
  [/\/\*/, 'cm', 'comment'],
]

const DIGITS = '[0-9][0-9_]*'
const DOT = '[.][0-9][0-9_]*'
const EXPONENT = '[eE][-+]?[0-9_]+'
const FLOAT = '(?:f32|f64)'

const LITERALS: readonly Rule[] = [
  [/(?:true|false)\b/, 'kc'],
  [pattern(`b?'(?:${ESCAPE}|[^\\\\\\n])'`), 'sc'],
  [/b?"/, 's', 'string'],
  [/b?r(#*)"[\s\S]*?"\1/, 's'],
  [
    pattern(
      `${DIGITS}(?:${DOT}(?:${EXPONENT})?${FLOAT}?|(?:${DOT})?${EXPONENT}${FLOAT}?|(?:${DOT})?(?:${EXPONENT})?${FLOAT}|[.](?![._\\p{XID_Start}]))`,
    ),
    'mf',
  ],
  [pattern(`(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|${DIGITS})(?:u${SIZE}?|i${SIZE})?`), 'mi'],
]

export const createRustLexer = defineLexer({
  initial: ['root', 'lineStart'],
  start: (memory) => {
    memory['open'] = { ']': 0, ')': 0, '}': 0 }
  },
  states: {
    // Lines that rustdoc hides begin with `# `.
    lineStart: [...SPACE, [/#\s[^\n]*/, 'cs'], [/(?:)/, '', '#pop']],
    attribute: [...SPACE, ...LITERALS, [/[(,)=:]/, 'nd'], [/\]/, 'nd', '#pop'], [pattern(ID), 'nd']],
    comment: nested('cm'),
    docComment: nested('cd'),
    root: [
      [/\n/, '', 'lineStart'],
      ...SPACE,
      [/#!?\[/, 'nd', 'attribute'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      ...LITERALS,
      [/[=-]>/, 'k'],
      [/<->/, 'k'],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{2,3}/, 'o'],
      [pattern(`(?:[.]\\s*)?${ID}(?=\\s*[(])`), 'nf'],
      [/[.]\s*await\b/, 'k'],
      [pattern(`[.]\\s*${ID}`), 'py'],
      [/[.]\s*\d+/, 'na'],
      [pattern(`(${ID})(::)`), ['nn', 'p']],
      [/macro_rules!/, 'nd', 'macroRules'],
      [pattern(`${ID}!`), 'nd', 'macro'],
      [/'static\b/, 'k'],
      [pattern(`'${ID}`), 'nv'],
      [pattern(ID), (scan, match) => scan.emit(BUILTINS.has(match[0]) ? 'nb' : 'n', match[0])],
    ],
    macro: [
      ...LITERALS,
      [/[[{(]/, openMacro],
      [/[\]})]/, closeMacro],
      [pattern(`${ID}!`), 'nd'],
      include('root'),
      [/./, ''],
    ],
    macroRules: [[pattern(`[$]${ID}(?::${ID})?`), 'nv'], [/[$]/, 'nv'], include('macro')],
    string: [
      [/"/, 's', '#pop'],
      [pattern(ESCAPE), 'se'],
      [/[^"\\]+/, 's'],
    ],
  },
})
