// Praat's scripts.

import { type Action, anyOf, byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'
import { FUNCTIONS, OBJECTS } from './praat-words.ts'

const KEYWORDS = wordSet(`assert clearinfo demo editor elif else elsif endeditor endfor endif endproc endwhile fi for
  from if minus nocheck noprogress nowarn plus repeat select stopwatch then to until while`)
const VARIABLES = wordSet(`all average defaultDirectory$ e homeDirectory$ left macintosh mono newline$ pi praatVersion
  praatVersion$ preferencesDirectory$ right shellDirectory$ stereo tab$ temporaryDirectory$ undefined unix windows`)
const ATTRIBUTES = wordSet('dx dy ncol nrow nx ny xmax xmin ymax ymin')
const SAYING = anyOf(`print(?:line|tab)? echo exit asserterror pause send(?:praat|socket) include execute
  system(?:_nocheck)?`)

const call: Action = (scan, match) => {
  if (FUNCTIONS.has(match[0])) {
    scan.emit('nf', match[0])
    scan.move('function')
  } else scan.emit(KEYWORDS.has(match[0]) ? 'k' : 'ow', match[0])
}

const object: Action = (scan, match) => {
  const isObject = match[1] === 'Object' || OBJECTS.has(match[1] ?? '')
  scan.emit(isObject ? 'nb' : 'nv', match[0])
  if (isObject) scan.move('object')
}

const command: Action = (scan, match) => {
  const isObject = OBJECTS.has(match[0])
  scan.emit(isObject ? 'nc' : 'k', match[0])
  if (isObject) scan.move('unquoted')
}

// quirk(rouge): any other attribute is lost.
const attribute: Action = (scan, match) => {
  if (!ATTRIBUTES.has(match[1] ?? '')) return
  scan.emit('nb', match[0])
  scan.move('#pop')
}

const COMMENT: Rule = [/(\s+)(#.*)/, ['', 'c1']]
const CALL: Rule = [/[a-z][a-zA-Z0-9_.]+(?:\$#|##|\$|#)?(?=\s*[:(])/, call]
const INTERPOLATED: Rule = [/'[._a-z][^[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::[0-9]+)?'/, 'si']
const STRING: Rule = [/"/, 's', 'string']
const VECTOR: Rule = [/\{/, '', 'list']
const NUMBER: readonly Rule[] = [
  [/\n/, '', '#pop'],
  [/\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?/, 'm'],
]
const VALUES: readonly Rule[] = [
  [/[+/*<>=!-]=?|[&*|][&*|]?|\^/, 'o'],
  [/(?:and|or|not|div|mod)(?![\w.])/, 'ow'],
  ...NUMBER,
  [/([A-Z][a-zA-Z0-9]+)_/, object],
  [/\.?[a-z][a-zA-Z0-9_.]*(?:\$#|##|\$|#)?/, byWord({ nb: VARIABLES, k: KEYWORDS }, 'nv')],
  [/[[\]]/, '', 'list'],
  INTERPOLATED,
]

const FORM: readonly Rule[] = [
  COMMENT,
  [/\s+/, ''],
  [/(optionmenu|choice)([ \t]+\S+:[ \t]+)/, ['k', ''], 'number'],
  [/(option|button)([ \t]+)/, ['k', ''], 'unquoted'],
  [/(sentence|text)([ \t]+\S+)/, ['k', ''], 'unquoted'],
  [/(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?/, ['k', '', 's', '']],
  [/(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)/, ['k', '', 'nv']],
  [/(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)/, ['k', '', 'o'], 'number'],
  [/(comment)(\s+)/, ['k', ''], 'unquoted'],
  [/endform\b/, 'k', '#pop'],
]

export const createPraatLexer = defineLexer(() => ({
  states: {
    root: [
      COMMENT,
      [/^#.*|;.*/, 'c1'],
      [/\s+/, ''],
      [/(procedure)(\s+)/, ['k', ''], 'procedure'],
      [/(call)(\s+)/, ['k', ''], 'call'],
      [/@/, 'nf', 'call'],
      CALL,
      [/select all\b/, 'k'],
      [/(form\b)(\s+)([^\n]+)/, ['k', '', 's'], 'form'],
      [pattern(`(${SAYING})(\\s+)`), ['k', ''], 'unquoted'],
      [/(goto|label)(\s+)(\w+)/, ['k', '', 'nl']],
      ...VALUES,
      VECTOR,
      STRING,
      [/[A-Z][a-zA-Z0-9]+(?=\s+\S+\n)/, command],
      [/(?=[A-Z])/, '', 'command'],
      [/\.{3}|[)(,$]/, 'p'],
      [/_[a_z]*/, ''],
    ],
    command: [
      [/ ?[^\s:.']+ ?/, 'k'],
      INTERPOLATED,
      [/\.{3}/, 'k', '#goto:arguments'],
      [/:/, 'k', '#goto:list'],
      [/\s/, '', '#pop'],
    ],
    call: [INTERPOLATED, [/:|\s*\(/, 'p', '#pop'], [/'|[^:('\s]+/, 'nf'], [/(?=\s)/, '', '#goto:arguments']],
    procedure: [
      [/:|\s*\(/, 'p', '#pop'],
      [/[^:(\s]+/, 'nf'],
      [/\s+/, '', '#pop'],
    ],
    function: [
      [/\s+/, ''],
      [/[:(]/, '', '#goto:list'],
    ],
    list: [
      [/([^\S\n]*\n\s*)(\.{3})/, ['', 'p']],
      [/\s*[\]})\n]/, '', '#pop'],
      [/\s+/, ''],
      STRING,
      [/(?:if|then|else|fi|endif)\b/, 'k'],
      CALL,
      ...VALUES,
      VECTOR,
      [/[()]/, ''],
      [/,/, 'p'],
      // No object's name begins within them either.
      [/[A-Z]+/, 'err'],
    ],
    arguments: [[/\n/, '', '#pop'], ...VALUES, STRING, [/[A-Z]+|[^\n]/, '']],
    number: NUMBER,
    object: [INTERPOLATED, [/[a-z][a-zA-Z0-9_]*|\d+|\$/, 'nb'], [/\.([a-z]+)\b/, attribute], [/\[/, '', '#pop']],
    unquoted: [[/\n\s*\.{3}/, 'p'], [/\n/, '', '#pop'], [/\s/, ''], INTERPOLATED, [/'|[^'\n]+/, 's']],
    string: [
      [/\n\s*\.{3}/, 'p'],
      // The line ends behind it are errors as well then.
      [/\n+/, 'err'],
      [/"/, 's', '#pop'],
      INTERPOLATED,
      [/'|[^'"\n]+/, 's'],
    ],
    form: FORM,
  },
}))
