// Zig.

import { type Action, defineLexer, include, pattern, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`align allowzero and anyerror anyframe asm async await bool
  break c_int c_long c_longdouble c_longlong c_short c_uint c_ulong c_ulonglong c_ushort c_void callconv catch
  comptime comptime_float const continue defer else enum errdefer error export extern fn for if inline linksection
  noalias noinline noreturn nosuspend or orelse packed pub resume return struct suspend switch test threadlocal
  try type undefined union unreachable usingnamespace usize var void volatile while`)
const BUILTINS = wordSet(`@Frame @OpaqueType @TagType @This @Type @TypeOf @Vector
  @addWithOverflow @alignCast @alignOf @as @asyncCall @atomicLoad @atomicRmw @atomicStore @bitCast @bitOffsetOf
  @bitReverse @bitSizeOf @boolToInt @breakpoint @byteOffsetOf @byteSwap @bytesToSlice @cDefine @cImport @cInclude
  @cUndef @call @canImplicitCast @ceil @clz @cmpxchgStrong @cmpxchgWeak @compileError @compileLog @cos @ctz
  @divExact @divFloor @divTrunc @embedFile @enumToInt @errSetCast @errorName @errorReturnTrace @errorToInt @exp
  @exp2 @export @fabs @fence @field @fieldParentPtr @floatCast @floatToInt @floor @frame @frameAddress @frameSize
  @hasDecl @hasField @import @intCast @intToEnum @intToError @intToFloat @intToPtr @log @log10 @log2 @memcpy
  @memset @mod @mulWithOverflow @newStackCall @panic @popCount @ptrCast @ptrToInt @rem @returnAddress @round
  @setAlignStack @setCold @setEvalBranchQuota @setFloatMode @setGlobalLinkage @setGlobalSection @setRuntimeSafety
  @shlExact @shlWithOverflow @shrExact @shuffle @sin @sizeOf @sliceToBytes @splat @sqrt @subWithOverflow @tagName
  @trunc @truncate @typeInfo @typeName @unionInit comptime_int`)
const NAME = '[a-zA-Z_]\\w*'
const ESCAPE = '\\\\(?:[nrt\'"\\\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})'

const kindOf = (dot: string, name: string, open: string): string => {
  if (KEYWORDS.has(name)) return 'k'
  if (BUILTINS.has(name)) return 'nb'
  if (dot === '') return 'n'
  return open === '' ? 'py' : 'nf'
}

// .field   .method (   @builtin(   name
const named: Action = (scan, match) => {
  const [, dot = '', before = '', name = '', after = '', open = ''] = match
  scan.emit('p', dot)
  scan.emit('', before)
  scan.emit(kindOf(dot, name, open), name)
  scan.emit('', after)
  scan.emit('p', open)
}

export const createZigLexer = defineLexer(() => ({
  states: {
    root: [
      [/\n/, '', 'lineStart'],
      include('space'),
      [/(?:[iu][0-9]+|f(?:16|32|64|128)|[iu]size)\b/, 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [pattern(`'(?:${ESCAPE}|[^\\\\])'`), 'sc'],
      [/"/, 's', 'string'],
      [/r(#*)"[\s\S]*?"\1/, 's'],
      [/[0-9]+(?:[.][0-9_]+(?:e[-+]?[0-9_]+)?|e[-+]?[0-9_]+)/, 'mf'],
      [/0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+/, 'mi'],
      [pattern(`'${NAME}`), 'nv'],
      [pattern(`([.]?)(\\s*)(@?${NAME})(\\s*)([(]?)`), named],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{1,3}/, 'o'],
    ],
    space: [
      [/\s+/, ''],
      [/\/\/[^\n]*/, 'c'],
    ],
    lineStart: [include('space'), [/#\s[^\n]*/, 'cs'], [/(?:)/, '', '#pop']],
    string: [
      [/"/, 's', '#pop'],
      [pattern(ESCAPE), 'se'],
      [/[^"\\]+/, 's'],
    ],
  },
}))
