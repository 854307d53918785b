// GDScript, the language of the Godot engine.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'

const KEYWORDS =
  anyOf(`and in not or as breakpoint class class_name extends is func setget signal tool const enum export onready
  static var break continue if elif else for pass return match while remote master puppet remotesync mastersync puppetsync`)
const BUILTINS =
  anyOf(`Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear
  decimals dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan lerp
  linear2db load log max min nearest_po2 pow preload print print_stack printerr printraw prints printt rad2deg rand_range
  rand_seed randf randi randomize range round seed sign sin sinh sqrt stepify str str2var tan tanh type_exist typeof var2bytes
  var2str weakref yield`)
const TYPES =
  anyOf(`bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID Object
  NodePath Dictionary Array PoolByteArray PoolIntArray PoolRealArray PoolStringArray PoolVector2Array PoolVector3Array
  PoolColorArray null`)

const quoted = (quote: string, kind: string): readonly Rule[] => {
  const sign = quote.slice(-1)
  const isLong = quote.length > 1
  return [
    [/\\(?:[\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/, 'se'],
    [pattern(quote), isLong ? 's2' : kind, '#pop'],
    [/%(?:\(\w+\))?[-#0 +]*(?:[1-9][0-9]*|[*])?(?:\.(?:[0-9]+|[*]))?[hlL]?[E-GXc-giorsux%]/, 'si'],
    [pattern(`[^\\\\${sign}%\\n]+`), kind],
    [pattern(`[${sign === '"' ? "'" : '"'}\\\\%]`), kind],
    ...(isLong ? [[/\n/, kind] as const] : []),
  ]
}

export const createGdscriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/\n/, ''],
      [/[^\S\n]+/, ''],
      [/#.*/, 'c1'],
      [/[[\]{}:(),;]/, 'p'],
      [/\\\n/, ''],
      [/(?:in|and|or|not)\b/, 'ow'],
      [/!=|==|<<|>>|&&|[+\-*/%&|]=|\|\||[-~+/*%=<>&^.!|$]/, 'o'],
      [/(func)([\s\\]+)/, ['k', ''], 'functionName'],
      [/(class)([\s\\]+)/, ['k', ''], 'className'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/(?:do|switch|case)\b/, 'kr'],
      [pattern(`(?:${BUILTINS})\\b`), 'nb'],
      [/(?:self|false|true|PI|TAU|NAN|INF)\b/, 'bp'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/"""/, 's2', 'longDoubleQuoted'],
      [/'''/, 's2', 'longSingleQuoted'],
      [/"/, 's2', 'doubleQuoted'],
      [/'/, 's2', 'singleQuoted'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/(?:\d+\.\d*|\.\d+)(?:[eE][+-]?[0-9]+)?j?/, 'mf'],
      [/\d+[eE][+-]?[0-9]+j?/, 'mf'],
      [/0[xX][a-fA-F0-9]+/, 'mh'],
      [/\d+j?/, 'mi'],
    ],
    functionName: [[/[a-zA-Z_]\w*/, 'nf', '#pop']],
    className: [[/[a-zA-Z_]\w*/, 'nc', '#pop']],
    doubleQuoted: quoted('"', 's2'),
    longDoubleQuoted: quoted('"""', 's2'),
    singleQuoted: quoted("'", 's1'),
    longSingleQuoted: quoted("'''", 's1'),
  },
}))
