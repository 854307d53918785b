// Visual Basic.

import { byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng
  CStr CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do Each Else
  ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend Function Get Global GoSub GoTo Handles If Implements
  Imports Inherits Interface Let Lib Loop Me Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New Next Not
  NotInheritable NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides ParamArray Partial
  Private Property Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return Select Set Shadows Shared Single
  Static Step Stop Structure Sub SyncLock Then Throw To True Try TryCast Using Wend When While Widening With WithEvents
  WriteOnly`)
const TYPES =
  wordSet(`Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String Variant UInteger
  ULong UShort`)
const WORD_OPERATORS = wordSet('AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor')
const BUILTINS = wordSet('Console ConsoleColor')
const ID = '[a-zA-Z_]\\w*'

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/rem\b.*?$/i, 'c1'],
  [/%\{[\s\S]*?%\}/, 'cm'],
  [/'.*$/, 'c1'],
]

const name = (kind: string, more = ''): readonly Rule[] => [...SPACE, [pattern(`${ID}${more}`), kind, '#pop']]

export const createVisualBasicLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/#If\b.*?\bThen|#ElseIf\b.*?\bThen|#End\s+(?:If|ExternalSource|Region)|#Const|#ExternalChecksum/, 'cp'],
      [/#(?:ExternalSource|Region).*?\n/, 'cp'],
      [/[.]/, 'p', 'dotted'],
      [/[(){}!#,:]/, 'p'],
      [/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)/, 'kd'],
      [/End\b/, 'k', 'end'],
      [/(?:Dim|Const)\b/, 'k', 'variable'],
      [/(?:Function|Sub|Property)\b/, 'k', 'function'],
      [/(?:Class|Structure|Enum)\b/, 'k', 'class'],
      [/(?:Module|Namespace|Imports)\b/, 'k', 'namespace'],
      [/[A-Z]\w*/, byWord({ k: KEYWORDS, kt: TYPES, ow: WORD_OPERATORS, nb: BUILTINS }, 'n')],
      [/<<=|>>=|<<|>>|[&*/\\^+:<>-]=|<>|[-&*/\\^+=<>.]/, 'o'],
      [/"/, 's', 'string'],
      [pattern(`${ID}[%&@!#$]?`), 'n'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:f[+-]?\d+)?/i, 'mf'],
      [/\d+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
    ],
    dotted: name('n'),
    string: [
      [/""/, 'se'],
      [/"C?/, 's', '#pop'],
      [/[^"]+/, 's'],
    ],
    variable: [...name('nv'), [/(?:)/, '', '#pop']],
    function: name('nf'),
    class: name('nc'),
    namespace: name('nn', `(?:[.]${ID})*`),
    end: [
      ...SPACE,
      [/(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b/, 'k', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
  },
}))
