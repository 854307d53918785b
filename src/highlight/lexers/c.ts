// C and C++.

import { type Action, defineLexer, type Grammar, include, pattern, type Rule, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

interface Words {
  readonly keyword: ReadonlySet<string>
  readonly type: ReadonlySet<string>
  readonly reserved: ReadonlySet<string>
  readonly builtin?: Pick<ReadonlySet<string>, 'has'>
}

export const C_WORDS: Words = {
  keyword:
    wordSet(`auto break case const continue default do else enum extern for goto if register restricted return sizeof static
    struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert
    _Thread_local`),
  type: wordSet(`int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t
    clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t _Bool _Complex int8_t int16_t int32_t
    int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t
    uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t
    uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t`),
  reserved:
    wordSet(`__asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try
    __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread __thread typename _typename
    __typename`),
}

const union = (words: ReadonlySet<string>, more: string): ReadonlySet<string> => new Set([...words, ...wordSet(more)])

const CPP_WORDS: Words = {
  keyword: union(
    C_WORDS.keyword,
    `asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete dynamic_cast
    explicit export friend mutable namespace new operator private protected public reinterpret_cast requires restrict size_of
    static_cast this throw throws typeid typename using virtual final override import module alignas alignof decltype noexcept
    static_assert thread_local try`,
  ),
  type: union(C_WORDS.type, 'bool'),
  reserved: union(
    C_WORDS.reserved,
    `__virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event`,
  ),
}

const ID = '[a-zA-Z_][a-zA-Z0-9_]*'
const GAP = '(?:(?:\\s|//[^\\n]*?\\n|/[*](?:[^*\\n]|[*](?!/))*[*]/)+)'

const named =
  (words: Words): Action =>
  (scan, match) => {
    const name = match[0]
    if (words.keyword.has(name)) scan.emit('k', name)
    else if (words.type.has(name)) scan.emit('kt', name)
    else if (words.reserved.has(name)) scan.emit('kr', name)
    else scan.emit(words.builtin?.has(name) ? 'nb' : 'n', name)
  }

// int main(void) {      what stands around the name is lexed on its own
const definition =
  (create: () => Lexer): Action =>
  (scan, match) => {
    const [, before = '', name = '', signature = '', gap = '', end = ''] = match
    create().lex(before, scan.emit)
    scan.emit('nf', name)
    create().lex(signature, scan.emit)
    create().lex(gap, scan.emit)
    scan.emit('p', end)
    if (end === '{') scan.move('function')
  }

export const INLINE_SPACE: readonly Rule[] = [
  [/[ \t\r]+/, ''],
  [/\\\n/, ''],
  [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
]

const PREPROCESSOR: readonly Rule[] = [
  ...INLINE_SPACE,
  [/#if\s0/, 'c', 'ifZero'],
  [/#/, 'cp', 'macro'],
  [/(?:)/, '', '#pop'],
]

export const SPACE: readonly Rule[] = [[/\n+/, '', 'lineStart'], [/\/\/.*/, 'c1', 'lineStart'], ...INLINE_SPACE]

/** Texts, characters and numbers. */
export const LITERALS: readonly Rule[] = [
  [/(?:u8|u|U|L)?"/, 's', 'string'],
  [/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
  [/(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*/i, 'mf'],
  [/0x[0-9a-f]+[lu]*/i, 'mh'],
  [/0[0-7]+[lu]*/i, 'mo'],
  [/\d+[lu]*/i, 'mi'],
]

const statements = (words: Words): readonly Rule[] => [
  ...SPACE,
  ...LITERALS,
  [/\*\//, 'err'],
  [/[~!%^&*+=|?:<>/-]/, 'o'],
  [/[()[\],.;]/, 'p'],
  [/case\b/, 'k', 'case'],
  [/(?:true|false|NULL)\b/, 'nb'],
  [pattern(ID), named(words)],
]

export interface CDialect {
  readonly words: Words
  readonly create: () => Lexer
  /** Rules that come before C's own. */
  readonly root?: readonly Rule[]
  readonly statement?: readonly Rule[]
  /** A colon alone unless given. */
  readonly caseEnd?: Rule
  /** What may follow a function's parentheses. */
  readonly suffix?: string
  readonly more?: Grammar['states'] | undefined
}

const CASE_END: Rule = [/:/, 'p', '#pop']

export const cGrammar = ({
  words,
  create,
  root = [],
  statement = [],
  caseEnd = CASE_END,
  suffix = '',
  more,
}: CDialect): Grammar => ({
  initial: ['root', 'lineStart'],
  states: {
    lineStart: [[pattern(`${ID}:(?!:)`), 'nl'], ...PREPROCESSOR],
    expressionStart: PREPROCESSOR,
    root: [
      ...root,
      [/\n+/, '', 'expressionStart'],
      ...SPACE,
      [pattern(`([\\w*\\s]+?[\\s*])(${ID})(\\s*\\([^;]*?\\)${suffix})(${GAP}?)(\\{|;)`), definition(create)],
      [/\{/, 'p', 'function'],
      include('statements'),
    ],
    statements: [...statement, ...statements(words)],
    case: [caseEnd, include('statements')],
    function: [...SPACE, include('statements'), [/;/, 'p'], [/\{/, 'p', 'function'], [/\}/, 'p', '#pop']],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n?/, 's'],
    ],
    macro: [
      [/(include)(\s*)(<[^>]+>)([^\n]*)/, ['cp', '', 'cpf', 'c1']],
      [/(include)(\s*)("[^"]+")([^\n]*)/, ['cp', '', 'cpf', 'c1']],
      [/[^/\n\\]+/, 'cp'],
      [/\\[\s\S]/, 'cp'],
      ...INLINE_SPACE,
      [/\//, 'cp'],
      [/\n/, 'cp', '#pop'],
    ],
    ifZero: [
      [/^\s*#if/, 'c', 'ifZero'],
      [/^\s*#\s*el(?:se|if)/, 'c', '#pop'],
      [/^\s*#\s*endif\b[\s\S]*?(?<!\\)\n/, 'c', '#pop'],
      [/.*?\n/, 'c'],
    ],
    className: [[pattern(ID), 'nc', '#pop'], ...SPACE, [/[.]{3}/, 'o'], [/,/, 'p', '#pop'], [/(?:)/, '', '#pop']],
    template: [[/[>;]/, 'p', '#pop'], [/typename\b/, 'k', 'className'], include('statements')],
    ...more,
  },
})

export const createCLexer: () => Lexer = defineLexer(
  cGrammar({
    words: C_WORDS,
    create: () => createCLexer(),
  }),
)

const DIGITS = "\\d(?:'?\\d)*"

const closeBrace: Action = (scan, match) => {
  scan.emit('p', match[0])
  if (scan.stack.includes('function')) scan.move('#pop')
}

export const CPP_DIALECT = {
  words: CPP_WORDS,
  root: [[/(?:__offload|__blockingoffload|__outer)\b/, 'kp']],
  statement: [
    [/(?:class|struct)\b/, 'k', 'className'],
    [/template\b/, 'k', 'template'],
    [pattern(`${DIGITS}(?:\\.${DIGITS})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\\b`), 'mx'],
    [pattern(`(?:${DIGITS}[.](?:${DIGITS})?|[.]${DIGITS})(?:[ep][+-]?${DIGITS})?[luf]*`, 'i'), 'mf'],
    [pattern(`${DIGITS}[ep][+-]?${DIGITS}[luf]*`, 'i'), 'mf'],
    [pattern(`0x[0-9a-f](?:'?[0-9a-f])*(?:[ep][+-]?${DIGITS})?[lu]*`, 'i'), 'mh'],
    [/0b[01]+(?:'[01]+)*/, 'mb'],
    [/0[0-7](?:'?[0-7])*[lu]*/i, 'mo'],
    [pattern(`${DIGITS}[lu]*`, 'i'), 'mi'],
    [/nullptr\b/, 'nb'],
    [/(?:u8|u|U|L)?R"([a-zA-Z0-9_{}[\]#<>%:;.?*+\-/^&|~!=,"']{0,16})\([\s\S]*?\)\1"/, 's'],
    [/::|<=>/, 'o'],
    [/\{/, 'p'],
    [/\}/, closeBrace],
  ],
  caseEnd: [/:(?!:)/, 'p', '#pop'],
} as const satisfies Omit<CDialect, 'create'>

export const createCppLexer: () => Lexer = defineLexer(cGrammar({ ...CPP_DIALECT, create: () => createCppLexer() }))
