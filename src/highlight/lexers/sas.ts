// SAS.

import { type Action, defineLexer, type Rule, type Words } from '../grammar.ts'
import { SAS_MACRO_WORDS, SAS_PROCEDURE_WORDS, SAS_PROCEDURES, SAS_WORDS } from './sas-words.ts'

const macro: Action = (scan, match) => scan.emit(SAS_MACRO_WORDS.has(match[0].toUpperCase()) ? 'k' : 'n', match[0])

const procedure: Action = (scan, [, word = '', space = '', name = '']) => {
  const upper = name.toUpperCase()
  scan.memory['procedure'] = upper
  scan.emit('k', word)
  scan.emit('', space)
  scan.emit(SAS_PROCEDURES.has(upper) ? 'k' : 'n', name)
}

const wordsOf = (name: unknown): Words | undefined =>
  Object.hasOwn(SAS_PROCEDURE_WORDS, String(name)) ? SAS_PROCEDURE_WORDS[String(name)] : undefined

const named: Action = (scan, match) => {
  const upper = match[0].toUpperCase()
  const own = scan.stack.includes('procedure') ? wordsOf(scan.memory['procedure']) : undefined
  scan.emit(SAS_WORDS.has(upper) || own?.has(upper) ? 'k' : 'n', match[0])
}

const BEFORE_WORDS: readonly Rule[] = [
  [/\s+/, ''],
  [/^\s*%?\*[^;]*;/, 'c1'],
  [/(;)(\s*)(%?\*[^;]*;)/, ['p', '', 'c1']],
  [/\/[*][\s\S]*?[*]\//, 'cm'],
  [/'(?:[0-9a-z]+'d|.+?'dt|[0-9:]+(?:[ap|]m)?'t)/i, 'ld'],
  [/'/, 's1', 'singleQuoted'],
  [/"/, 's2', 'doubleQuoted'],
  [/&[a-z0-9_&.]+/i, 'nv'],
  [/\d[0-9a-f]*x/i, 'mh'],
  [/\d[0-9e\-.]+/i, 'm'],
  [/_(?:n|error|file|infile|msg|iorc|cmd)_\b/i, 'bp'],
  [/_(?:character|numeric|all)_\b/i, 'nb'],
  [/(datalines|cards)(\s*)(;)/i, ['k', '', 'p'], 'lines'],
  [/(datalines4|cards4)(\s*)(;)/i, ['k', '', 'p'], 'lines4'],
  [/\*\*|[*/+-]/, 'o'],
  // quirk(rouge): the character before an equals sign belongs to it.
  [/[^¬~]?=:?|[<>]=?:?/u, 'o'],
  [/(?:eq|ne|gt|lt|ge|le|in)\b/i, 'ow'],
  [/[&|!¦¬∘~]/, 'o'],
  [/(?:and|or|not|of|like)\b/i, 'ow'],
  [/\d+/, 'mi'],
  [/\$/, 'kt'],
  [/(%macro|%mend)(\s*)(\w+)/i, ['k', '', 'nf']],
  [/%mend/, 'k'],
  [/%\w+/, macro],
]

const AFTER_WORDS: readonly Rule[] = [
  [/[(),;:{}[\]\\.]/, 'p'],
  [/[@?]/, 'ss'],
  [/\S+/, ''],
]

export const createSasLexer = defineLexer(() => ({
  states: {
    root: [
      ...BEFORE_WORDS,
      [/(proc)(\s+)(\w+)/i, procedure, 'procedure'],
      [/(data)(\s+)([\w.]+)/i, ['k', '', 'nv']],
      [/(libname)(\s+)(\w+)/i, ['k', '', 'nv']],
      [/\w+/, named],
      ...AFTER_WORDS,
    ],
    procedure: [[/quit|run/i, 'k', '#pop'], ...BEFORE_WORDS, [/\w+/, named], ...AFTER_WORDS],
    singleQuoted: [
      [/''/, 'se'],
      [/'/, 's1', '#pop'],
      [/[^']+/, 's1'],
    ],
    doubleQuoted: [
      [/&[a-z0-9_&]+\.?/i, 'si'],
      [/""/, 'se'],
      [/"/, 's2', '#pop'],
      [/[^&"]+|&/, 's2'],
    ],
    lines: [
      [/[^;]+/, 'sh'],
      [/;/, 'p', '#pop'],
    ],
    lines4: [
      [/;{4}/, 'p', '#pop'],
      [/[^;]+|;{1,3}/, 'sh'],
    ],
  },
}))
