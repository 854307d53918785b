// Ruby. `operand` stands where an expression may begin (a slash is a regular expression there), `afterName` behind a name that may
// be a method with arguments. Here-documents are queued until the line ends and read from the next one.

import {
  type Action,
  anyOf,
  defineLexer,
  emitGroups,
  escapePattern,
  type Grammar,
  include,
  pattern,
  quotedText,
  type Rule,
  type Scan,
} from '../grammar.ts'

export const WORD = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'
const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' }

const KEYWORDS =
  anyOf(`BEGIN END alias begin break case defined\\? do else elsif end ensure for if in next redo rescue raise
  retry return super then undef unless until when while yield`)
const PSEUDO =
  anyOf(`loop include extend raise alias_method attr catch throw private module_function public protected true
  false nil __FILE__ __LINE__`)
const BUILTINS = anyOf(`attr_reader attr_writer attr_accessor
  __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch chomp chop class_eval class_variables clone
  const_defined\\? const_get const_missing const_set constants display dup eval exec exit extend fail fork format freeze getc
  gets global_variables gsub hash id included_modules inspect instance_eval instance_method instance_methods
  instance_variable_get instance_variable_set instance_variables lambda load local_variables loop method method_missing
  methods module_eval name object_id open p print printf private_class_method private_instance_methods private_methods proc
  protected_instance_methods protected_methods public_class_method public_instance_methods public_methods putc puts raise rand
  readline readlines require require_relative scan select self send set_trace_func singleton_methods sleep split sprintf srand
  sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn`)
const QUESTIONS = anyOf(`autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of
  method_defined nil private_method_defined protected_method_defined public_method_defined respond_to tainted`)

interface Heredoc {
  readonly indented: boolean
  readonly name: string
}

const queueOf = (scan: Scan): Heredoc[] => scan.memory['heredocs'] as Heredoc[]

export const beginHeredoc: Action = (scan, match) => {
  const operator = match[1] ?? ''
  scan.emit('o', operator)
  scan.emit('no', match[0].slice(operator.length))
  queueOf(scan).push({ indented: operator !== '<<', name: match[3] ?? '' })
  if (scan.stack.at(-1) !== 'heredocPending') scan.move('heredocPending')
}

export const heredocLine: Action = (scan, match) => {
  const first = queueOf(scan)[0]
  const line = first?.indented ? match[0].trim() : match[0].trimEnd()
  const ends = first !== undefined && line === first.name
  if (ends) {
    queueOf(scan).shift()
    if (queueOf(scan).length === 0) scan.move('#pop')
  }
  scan.emit(ends ? 'no' : 'sh', match[0])
  scan.move('#pop')
}

// %w[a b], %(text), %r{pattern}: the delimiter goes into the name of the state.
const beginSigil: Action = (scan, match) => {
  const [, letter = '', open = ''] = match
  const kind = letter === 'r' ? 'sr' : 'sx'
  if (letter === 'r') scan.move('regexFlags')
  scan.emit(kind, match[0])
  scan.move(`sigil ${kind} ${letter === '' || 'rQWxI'.includes(letter) ? 'open' : 'raw'} ${open}`)
}

export const sigilRules = (name: string): readonly (Rule | ReturnType<typeof include>)[] => {
  const [, kind = '', mode = '', open = ''] = name.split(' ')
  const close = CLOSERS[open] ?? open
  const both = escapePattern(open) + (open === close ? '' : escapePattern(close))
  const escapable = open === close && open === '#' ? '' : both
  // A delimiter of two units must not be taken for two delimiters.
  const flags = open.length > 1 ? 'u' : ''
  return [
    [pattern(`\\\\[#${escapable}\\\\]`, flags), 'se'],
    ...(open === close ? [] : [[pattern(escapePattern(open), ''), kind, '#push'] as const]),
    [pattern(escapePattern(close), flags), kind, '#pop'],
    ...(mode === 'open' ? [include('interpolationOrEscape'), [/#/, kind] as const] : [[/[\\#]/, kind] as const]),
    [pattern(`[^#${escapable}\\\\]+`, flags), kind],
  ]
}

export const quoted = (kind: string, end: string): readonly (Rule | ReturnType<typeof include>)[] => [
  include('interpolationOrEscape'),
  [pattern(`[^\\\\${end}#]+`, ''), kind],
  [/[\\#]/, kind],
  [pattern(end, ''), kind, '#pop'],
]

export const INLINE_SPACE: Rule = [/[ \t\r]+/, '']
const SIGIL: Rule = [pattern(`%([rqswQWxiI])?((?!${WORD})\\S)`), beginSigil]

export const SPACE: readonly Rule[] = [
  INLINE_SPACE,
  [/\n\s*/, '', 'operand'],
  [/#.*$/, 'c1'],
  [/=begin\b[\s\S]*?\n=end\b/, 'cm'],
]

const NUMBERS: readonly Rule[] = [
  [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
  [/0b[01]+(?:_[01]+)*/, 'mb'],
  [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[+-]?\d+)?|e[+-]?\d+)/i, 'mf'],
  [/\d+(?:_\d+)*/, 'mi'],
]

export const VARIABLES: readonly Rule[] = [
  [pattern(`@@[\\p{L}_]${WORD}*`), 'vc'],
  [pattern(`@[\\p{L}_]${WORD}*`), 'vi'],
  [pattern(`\\$${WORD}+`), 'vg'],
  [/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'],
  [/\$-[0adFiIlpvw]/, 'vg'],
  [/::/, 'o'],
]

const STRINGS: readonly Rule[] = [
  [pattern(`:@{0,2}[\\p{L}_]${WORD}*[!?]?`), 'ss'],
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/, 'ss'],
  [quotedText("'", ':'), 'ss'],
  [/:"/, 'ss', 'symbol'],
  [pattern(`[\\p{Ll}_]${WORD}*?[?!]?:\\s+`), 'ss', 'operand'],
  [quotedText("'"), 's1'],
  [/"/, 's2', 'string'],
  [/`/, 'sb', 'backtick'],
]

const WORDS: readonly Rule[] = [
  [pattern(`(?:${KEYWORDS})(?=\\W|$)`), 'k', 'operand'],
  [pattern(`(?:${PSEUDO})\\b`), 'kp', 'operand'],
  [/(?:not|and|or)\b/, 'ow', 'operand'],
  [/(module)(\s+)([\p{L}_][\p{L}0-9_]*(?:::[\p{L}_][\p{L}0-9_]*)*)/u, ['k', '', 'nn']],
  [/(def\b)(\s*)/, ['k', ''], 'methodName'],
  [/(class\b)(\s*)/, ['k', ''], 'className'],
  [pattern(`(?:${QUESTIONS})[?]`), 'nb', 'operand'],
  [/(?:chomp|chop|exit|gsub|sub)!/, 'nb', 'operand'],
  [pattern(`(?:${BUILTINS})\\b`), 'nb', 'afterName'],
]

const HEREDOCS: readonly Rule[] = [
  [pattern(`(<<[-~]?)(["\`']?)([\\p{L}_]${WORD}*)(\\2)`), beginHeredoc],
  [/(<<[-~]?)(["'])()(\2)/, beginHeredoc],
]

// quirk(rouge): `+-/` in the operator's class is a range, so that a comma or a full stop behind a dot counts as a method too.
const NAMES: readonly Rule[] = [
  [/\.{2,3}/, 'o', 'operand'],
  [/\p{Lu}[\p{L}0-9_]*/u, 'no', 'afterName'],
  [pattern(`(\\.|::)(\\s*)([\\p{Ll}_]${WORD}*[!?]?|[*%&^\`~+-/\\[<>=])`), ['p', '', 'nf'], 'afterName'],
  [pattern(`[\\p{L}_]${WORD}*[?!]`), 'n', 'operand'],
  [pattern(`[\\p{L}_]${WORD}*`), 'n', 'afterName'],
  [/\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\./, 'o', 'operand'],
  [/[-+/*%=<>&!^|~]=?/, 'o', 'operand'],
  [/[?]/, 'p', ['ternary', 'operand']],
  [/[[({,:\\;/]/, 'p', 'operand'],
  [/[\])}]/, 'p'],
]

export const endMethodName: Action = (scan, match) => {
  emitGroups(scan, ['nc', 'o', 'nf'], match)
  scan.move('#pop')
}

/** What a slash and a question mark mean where an expression may begin, and behind a name; `sigil` begins a text with a percent sign. */
export const operandStates = (sigil: Rule): Grammar['states'] => ({
  afterNameSpaced: [
    ...SPACE,
    [/[%/]=/, 'o', '#goto:operand'],
    [/\/(?=\S|\s*\/)/, 'sr', '#goto:slashed'],
    sigil,
    [/(?=\s*\/)/, '', '#pop'],
    [/\s+/, '', '#goto:operand'],
    [/(?:)/, '', '#pop'],
  ],
  operand: [
    INLINE_SPACE,
    [/\//, 'sr', '#goto:slashed'],
    [
      pattern(`[?](?:\\\\[MC]-)*(?:\\\\(?:[\\\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\\S)(?!${WORD})`),
      'sc',
      '#pop',
    ],
    [/(\s*)(%[rqswQWxiI]? \S* )/, ['', 'sx'], '#pop'],
    sigil,
    [/(?:)/, '', '#pop'],
  ],
  slashed: [
    include('interpolation'),
    [/\\\\|\\\//, 'sr'],
    [/[\\#]/, 'sr'],
    [/[^\\/#]+/, 'sr'],
    [/\//, 'sr', '#goto:regexFlags'],
  ],
  regexFlags: [[/[mixounse]*/, 'sr', '#pop']],
  data: [[/[\s\S]+/, 'cp', '#pop']],
})

const RUBY: Grammar = {
  // quirk(rouge): an operand is due twice.
  initial: ['root', 'operand', 'operand'],
  start: (memory) => {
    memory['heredocs'] = []
  },
  derive: sigilRules,
  states: {
    root: [...SPACE, [/__END__/, 'cp', 'data'], ...NUMBERS, ...VARIABLES, ...STRINGS, ...WORDS, ...HEREDOCS, ...NAMES],
    string: quoted('s2', '"'),
    symbol: quoted('ss', '"'),
    backtick: quoted('sb', '`'),
    heredocPending: [[/(?=\n)/, '', '#goto:heredocs'], include('root')],
    heredocs: [include('interpolationOrEscape'), [/\n/, 'sh', 'heredocLine'], [/[#\\\n]/, 'sh'], [/[^#\\\n]+/, 'sh']],
    heredocLine: [
      [/[^#\\\n]*$/, heredocLine],
      [/(?:)/, '', '#pop'],
    ],
    methodName: [
      [/\s+/, ''],
      [/\(/, 'p', 'parameters'],
      [
        pattern(
          `(?:([\\p{L}_]${WORD}*)(\\.))?([\\p{L}_]${WORD}*[!?]?|\\*\\*?|[-+]@?|[/%&|^\`~]|\\[\\]=?|<=>?|<<?|>>?|>=|===?)`,
        ),
        endMethodName,
      ],
      [/(?:)/, '', '#pop'],
    ],
    className: [
      [/\s+/, ''],
      [pattern(`${WORD}+(?:::${WORD}+)+`), 'nc'],
      [/\(/, 'p', ['parameters', 'operand']],
      [/<</, 'o', '#goto:operand'],
      [pattern(`[\\p{Lu}_]${WORD}*`), 'nc', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    ternary: [[/(:)(\s+)/, ['p', ''], '#goto:operand'], [/:(?![^#\n]*?[:\\])/, 'p', '#goto:operand'], include('root')],
    parameters: [[/(\))(\.|::)?/, ['p', 'o'], '#pop'], [/\(/, 'p', ['parameters', 'operand']], include('root')],
    interpolated: [[/\}/, 'si', '#pop'], include('root')],
    interpolation: [
      [/#\{/, 'si', 'interpolated'],
      [pattern(`#(?:@@?|\\$)[\\p{L}_]${WORD}*`), 'si'],
    ],
    interpolationOrEscape: [
      include('interpolation'),
      [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'],
      [/\\./, 'se'],
    ],
    afterName: [
      [/[/%]/, 'o', '#goto:operand'],
      [/(?=\n)/, '', '#pop'],
      [/(?:)/, '', '#goto:afterNameSpaced'],
    ],
    ...operandStates(SIGIL),
  },
}

export const createRubyLexer = defineLexer(RUBY)

/** What irb prints: a program's output until `=>`, then the value, in Ruby but for objects in `#<...>`. */
export const createIrbOutputLexer = defineLexer({
  ...RUBY,
  initial: [...(RUBY.initial ?? []), 'printed'],
  states: {
    ...RUBY.states,
    root: [[/#</, 'kt', 'object'], ...(RUBY.states['root'] ?? [])],
    object: [[/>/, 'kt', '#pop'], include('root')],
    printed: [
      [/\w+?(?:Error|Exception):.+?(?:\n|$)/, 'gr', 'failed'],
      [/=>/, 'p', '#pop'],
      [/.+?(?:\n|$)/, 'go'],
    ],
    failed: [[/.+?(?:\n|$)/, 'gr']],
  },
})
