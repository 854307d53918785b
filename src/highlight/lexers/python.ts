// Python.

import {
  type Action,
  anyOf,
  byWord,
  defineLexer,
  type Grammar,
  include,
  pattern,
  type Rule,
  type Scan,
  wordSet,
} from '../grammar.ts'
import type { Lexer } from '../token.ts'

const ID = '[\\p{L}_][\\p{L}\\p{Nd}_]*'
const DOTTED = '[\\p{L}_.][\\p{L}\\p{Nd}_.]*'
const DIGITS = '[0-9](?:_?[0-9])*'

const KEYWORDS = `assert break continue del elif else except exec finally for global if lambda pass print raise return try while
  yield as with from import async await nonlocal`

export const PYTHON_BUILTINS =
  wordSet(`__import__ abs aiter all anext any apply ascii basestring bin bool buffer breakpoint bytearray bytes
  callable chr classmethod cmp coerce compile complex delattr dict dir divmod enumerate eval exec execfile exit file filter float
  format frozenset getattr globals hasattr hash help hex id input int intern isinstance issubclass iter len list locals long map
  max memoryview min next object oct open ord pow print property range raw_input reduce reload repr reversed round set setattr
  slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError
  BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
  DeprecationWarning EOFError EnvironmentError EncodingWarning Exception ExceptionGroup FileExistsError FileNotFoundError
  FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
  IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
  NotImplemented NotImplementedError OSError OverflowError OverflowWarning PendingDeprecationWarning PermissionError
  ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
  StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError
  UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning
  ValueError VMSError Warning WindowsError ZeroDivisionError`)

const PSEUDO = wordSet('None Ellipsis NotImplemented False True')
export const PYTHON_KEYWORDS = wordSet(KEYWORDS)

interface OpenString {
  readonly prefix: string
  readonly quote: string
}

const stringsOf = (scan: Scan): OpenString[] => scan.memory['strings'] as OpenString[]

/** What makes Python another language: more words, further states, and rules before its own. */
interface Dialect {
  readonly keywords: ReadonlySet<string>
  readonly builtins: ReadonlySet<string>
  readonly start?: (memory: Record<string, unknown>) => void
  readonly before?: Readonly<Record<'root' | 'functionName' | 'className', readonly Rule[]>>
  readonly states?: Grammar['states']
  readonly create: () => Lexer
}

/** The kind of a word; `other` where it is none that the language knows. */
export const pythonWord = ({ keywords, builtins }: Pick<Dialect, 'keywords' | 'builtins'>, other: string): Action =>
  byWord({ k: keywords, nb: builtins, bp: PSEUDO }, other)

const beginString: Action = (scan, match) => {
  const [, prefix = '', quote = ''] = match
  scan.emit('sa', prefix)
  scan.emit('sh', quote)
  stringsOf(scan).push({ prefix: prefix.toLowerCase(), quote })
  scan.move('string')
}

const quoteInString: Action = (scan, match) => {
  scan.emit('sh', match[0])
  if (stringsOf(scan).at(-1)?.quote !== match[0]) return
  stringsOf(scan).pop()
  scan.move('#pop')
}

const isType = (scan: Scan, letter: string): boolean => stringsOf(scan).at(-1)?.prefix.includes(letter) === true

const braceInString: Action = (scan, match) => {
  scan.emit(isType(scan, 'f') ? 'si' : 's', match[0])
  if (isType(scan, 'f')) scan.move('interpolated')
}

const escapeInString: Action = (scan, match) => {
  scan.emit(isType(scan, 'r') ? 's' : 'se', match[0])
  scan.move('#pop')
}

const endDoctest: Action = (scan, match) => {
  scan.emit('sh', match[0])
  if (scan.stack.includes('string')) scan.move('#pop:2')
}

const ESCAPES =
  /\\(?:[\\abfnrtv"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/

export const pythonGrammar = (dialect: Dialect): Grammar => ({
  start: (memory) => {
    memory['strings'] = []
    dialect.start?.(memory)
  },
  states: {
    ...dialect.states,
    root: [
      ...(dialect.before?.root ?? []),
      [/\n+/, ''],
      [/^(:)(\s*)([ru]{0,2}"""[\s\S]*?""")/i, ['p', '', 'sd']],
      [/\.\.\.\B$/, 'bp'],
      [/[^\S\n]+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n?/, ''],
      [pattern(`@${DOTTED}`), 'nd'],
      [/(?:in|is|and|or|not)\b/, 'ow'],
      [/(?:<<|>>|\/\/|\*\*)=?/, 'o'],
      [/[-~+/*%=<>&^|@]=?|!=/, 'o'],
      [pattern(`(from)((?:\\\\\\s|\\s)+)(${DOTTED})((?:\\\\\\s|\\s)+)(import)`), ['kn', '', 'n', '', 'kn']],
      [pattern(`(import)(\\s+)(${DOTTED})`), ['kn', '', 'n']],
      [/(def)((?:\s|\\\s)+)/, ['k', ''], 'functionName'],
      [/(class)((?:\s|\\\s)+)/, ['k', ''], 'className'],
      [/[a-z_]\w*[ \t]*(?=\([^)]*\))/, 'nf'],
      [/[A-Z_]\w*[ \t]*(?=\([^)]*\))/, 'nc'],
      [/`.*?`/, 'sb'],
      [/([rtfbu]{0,2})('''|"""|['"])/i, beginString],
      [
        pattern(`([ \\t]*)((?:match|case)\\b)(?![ \\t]*(?:[:,;=^&|@~)\\]}]|(?:${anyOf(KEYWORDS)})\\b))`),
        ['w', 'k'],
        'softKeyword',
      ],
      [pattern(ID), pythonWord(dialect, 'n')],
      [pattern(`(?:(?:${DIGITS})?\\.${DIGITS}|${DIGITS}\\.)(?:e[+-]?${DIGITS})?j?`, 'i'), 'mf'],
      [pattern(`${DIGITS}e[+-]?${DIGITS}j?`, 'i'), 'mf'],
      [pattern(`${DIGITS}j`, 'i'), 'mf'],
      [/0b(?:_?[01])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/\d+L/, 'il'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    functionName: [...(dialect.before?.functionName ?? []), [pattern(ID), 'nf', '#pop']],
    className: [...(dialect.before?.className ?? []), [pattern(ID), 'nc', '#pop']],
    softKeyword: [
      [/(\s+)([^\n_]*)(_\b)/, ['w', '', 'k']],
      [/(?:)/, '', '#pop'],
    ],
    string: [
      [/^\s*(?:>>>|\.\.\.)\B/, 'gp', 'doctest'],
      [/[^'"\\{]/, 's'],
      [/\{\{/, 's'],
      [/'''|"""|['"]/, quoteInString],
      [/(?=\\)/, 's', 'escape'],
      [/\{/, braceInString],
    ],
    escape: [
      [ESCAPES, escapeInString],
      [/\\./, 's', '#pop'],
    ],
    doctest: [[/\n\n/, '', '#pop'], [/'''|"""/, endDoctest], include('root')],
    interpolated: [
      [/[^{}!:]+/, (scan, match) => dialect.create().lex(match[0], scan.emit)],
      [/![asr]/, 'si'],
      [/:/, 'si'],
      [/\{/, 'si', '#push'],
      [/\}/, 'si', '#pop'],
    ],
  },
})

export const createPythonLexer: () => Lexer = defineLexer(() =>
  pythonGrammar({ keywords: PYTHON_KEYWORDS, builtins: PYTHON_BUILTINS, create: () => createPythonLexer() }),
)
