// Tcl. Between braces, parentheses and brackets stand commands again; a closing brace ends whatever is open inside of its pair.

import {
  type Action,
  byWord,
  defineLexer,
  type Grammar,
  include,
  pattern,
  type Rule,
  type Scan,
  wordSet,
} from '../grammar.ts'

const KEYWORDS =
  wordSet(`after apply array break catch continue elseif else error eval expr for foreach global if namespace
  proc rename return set switch then trace unset update uplevel upvar variable vwait while`)
const BUILTINS =
  wordSet(`append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure
  fcopy file fileevent flush format gets glob history http incr info interp join lappend lassign lindex linsert list llength
  load loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop memory msgcat open package pid pkg::create
  pkg_mkIndex platform platform::shell puts pwd re_syntax read refchan regexp registry regsub scan seek socket source split
  string subst tell time tm unknown unload`)

// quirk(rouge): a blank does not end a word.
const WORD = '[^)\\]};\\n\\r\\t\\v]+'

const leaveBrace = (scan: Scan): void => {
  while (scan.stack.length > 1 && scan.stack.at(-1) !== 'brace') scan.move('#pop')
  scan.move('#pop')
  scan.emit('p', '}')
}

const closeBrace: Action = (scan) => {
  if (scan.stack.includes('brace')) leaveBrace(scan)
  else scan.emit('err', '}')
}

const depth = (scan: Scan): number => Number(scan.memory['depth'])

const openInString: Action = (scan, match) => {
  scan.memory['depth'] = depth(scan) + 1
  scan.emit('s2', match[0])
}

const closeInString: Action = (scan, match) => {
  if (scan.stack.includes('brace') && depth(scan) === 0) {
    leaveBrace(scan)
    return
  }
  scan.memory['depth'] = depth(scan) - 1
  scan.emit('s2', match[0])
}

const INTERPOLATED: readonly Rule[] = [
  [/\[/, 'p', 'bracket'],
  [/\$[a-z0-9.:-]+/, 'nv'],
  [/\$\{[\s\S]*?\}/, 'nv'],
  [/\$/, ''],
  [/\\(?:[0-7]{3}|x[0-9a-f]{2}|u[0-9a-f]{4}|[\s\S])/i, 'se'],
]

const WORDS: readonly Rule[] = [
  [/\{\*\}/, 'k'],
  [/\}/, closeBrace],
  ...INTERPOLATED,
  [/\{/, 'p', 'brace'],
  [/\(/, 'p', 'paren'],
  [/"/, 's2', 'string'],
  [/[^)\]};\n\r\t\v]+?(?=[([{"\\])/, ''],
]

const command = (place: string): readonly Rule[] => [
  [/#/, 'c', 'comment'],
  ...WORDS,
  [/(?=[)\]};\n\r\t\v])/, '', `parameters${place}`],
  [pattern(WORD), byWord({ k: KEYWORDS, nb: BUILTINS }, '')],
  [/\s+/, ''],
]

const delimited = (name: string, close: string, mismatch: string): Grammar['states'] => ({
  [name]: [[pattern(close), 'p', '#pop'], ...command(`In:${name}`)],
  [`parametersIn:${name}`]: [[pattern(close), 'p', '#pop:2'], [/[)\]}]/, mismatch], include('parameters')],
})

export const createTclLexer = defineLexer(() => ({
  start: (memory) => {
    memory['depth'] = 0
  },
  states: {
    root: command(''),
    parameters: [
      [/;/, 'p', '#pop'],
      [/\n/, '', '#pop'],
      [/else|elseif|then/, 'k'],
      ...WORDS,
      [/\s+/, ''],
      [pattern(WORD), ''],
    ],
    ...delimited('brace', '\\}', ''),
    ...delimited('paren', '\\)', 'err'),
    ...delimited('bracket', '\\]', 'err'),
    comment: [
      [/.*[^\\]\n/, 'c', '#pop'],
      [/.*\\\n/, 'c'],
    ],
    string: [[/"/, 's2', '#pop'], ...INTERPOLATED, [/[^\\[$"{}]+/, 's2'], [/\{/, openInString], [/\}/, closeInString]],
  },
}))
