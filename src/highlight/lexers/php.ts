// PHP, inside HTML or on its own. The states after a keyword know what may follow it: `use`, `const`, `function` and so on.

import { type Action, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'
import type { Lexer, LexerOptions } from '../token.ts'
import { createHtmlLexer } from './html.ts'
import functionNames from './php-functions.json' with { type: 'json' }

const ID = '[\\p{L}_][\\p{L}\\p{N}_]*'
const SPACE_NAME = `(?:${ID}\\\\)+`
const QUALIFIED = `\\\\?(?:${SPACE_NAME})?${ID}`

export const PHP_KEYWORDS =
  wordSet(`old_function cfunction __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__
  __namespace__ __trait__ abstract and array as break case catch clone continue declare default die do echo else elseif empty
  enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach global goto if implements
  include include_once instanceof insteadof isset list match new or parent print private protected public readonly require
  require_once return self static switch throw try unset var while xor yield`)

const VISIBILITIES = wordSet('public protected private')

let functions: ReadonlySet<string> | undefined
const isFunction = (name: string): boolean => (functions ??= wordSet(functionNames.names)).has(name)

const plainNameKind = (name: string): string => {
  if (/^__.*?__$/.test(name)) return 'nb'
  if (/^(?:E|PHP)(?:_\p{Lu}+)+$/u.test(name)) return 'kc'
  if (/(?:\\|^)\p{Lu}[\p{Lu}\p{Nd}_]+$/u.test(name)) return 'no'
  return /(?:\\|^)\p{Lu}[\p{L}\p{Nd}]*?$/u.test(name) ? 'nc' : 'n'
}

/** What makes PHP another language: more keywords, and rules before its own. */
interface Dialect {
  readonly keywords: ReadonlySet<string>
  readonly root: readonly Rule[]
  readonly php: readonly Rule[]
}

const called =
  (keywords: ReadonlySet<string>): Action =>
  (scan, match) => {
    const name = match[0].toLowerCase()
    scan.emit(keywords.has(name) ? 'k' : isFunction(name) ? 'nb' : 'nf', match[0])
  }

const named =
  (keywords: ReadonlySet<string>): Action =>
  (scan, match) => {
    const name = match[0].toLowerCase()
    if (name === 'use') scan.emit('kn', match[0])
    else scan.emit(keywords.has(name) || name === 'const' ? 'k' : plainNameKind(match[0]), match[0])
    if (name === 'use') scan.move('use')
    else if (name === 'const') scan.move('constant')
    else if (name === 'catch') scan.move('caught')
    else if (VISIBILITIES.has(name)) scan.move('visibility')
  }

const html: Action = (scan, match) => (scan.memory['html'] as Lexer).lex(match[0], scan.emit)

const ESCAPE: Rule = [/\?>/, 'cp', '#root']
const LEAVE: Rule = [/(?:)/, '', '#pop']
const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#[^[].*?$/, 'c1'],
  [/\/\/.*?$/, 'c1'],
  [/\/\*\*(?!\/)[\s\S]*?\*\//, 'cd'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]
const AROUND: readonly Rule[] = [ESCAPE, ...SPACE, LEAVE]
const VARIABLES: readonly Rule[] = [
  [pattern(`\\$\\{\\$+${ID}\\}`), 'nv'],
  [pattern(`\\$+${ID}`), 'nv'],
]
const namesOf = (keywords: ReadonlySet<string>): readonly Rule[] => [
  [/(?:public|protected|private)\(set\)/i, 'k', 'visibility'],
  [pattern(`${QUALIFIED}(?=\\s*\\()`), called(keywords)],
  [pattern(QUALIFIED), named(keywords)],
]
const OPERATORS: Rule = [/[~!%^&*+|:.<>/@-]+/, 'o']
const VALUES: readonly Rule[] = [
  [pattern(`<<<(["']?)(${ID})\\1\\n[\\s\\S]*?\\n[^\\S\\n]*\\2;?`, 'iu'), 'sh'],
  [/(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?/i, 'mf'],
  [/0o?[0-7][0-7_]*/i, 'mo'],
  [/0b[01][01_]*/i, 'mb'],
  [/0x[a-f0-9][a-f0-9_]*/i, 'mh'],
  [/\d[_\d]*/, 'mi'],
  [/'[^'\\]*(?:\\.[^'\\]*)*'/, 's1'],
  [/`[^`\\]*(?:\\.[^`\\]*)*`/, 'sb'],
  [/"/, 's2', 'string'],
  [/(?:function|fn)\b/i, 'k', ['returned', 'parameters', 'functionName']],
  [/(?:true|false|null)\b/i, 'kc'],
  [/new\b/i, 'k', 'created'],
]

const defineDialect = (dialect: Dialect, names: readonly Rule[], initial: readonly string[]): (() => Lexer) =>
  defineLexer(() => ({
    initial,
    start: (memory) => {
      memory['html'] = createHtmlLexer()
    },
    states: {
      root: [...dialect.root, [/<\?(?:php|=)?/i, 'cp', 'php'], [/[\s\S]*?(?=<\?)|[\s\S]*/, html]],
      // Code without a tag at its head is PHP, unless a tag comes later on.
      start: [
        [/\s*(?=<)/, html, '#pop'],
        [/[^$]+(?=<\?(?:php|=))/i, html, '#pop'],
        [/(?:)/, '', '#goto:php'],
      ],
      php: [
        ...dialect.php,
        ESCAPE,
        ...SPACE,
        ...VARIABLES,
        ...VALUES,
        [pattern(`(namespace)(\\s+)(${QUALIFIED})`, 'iu'), ['kn', '', 'nn']],
        [/#\[.*\]$/, 'na'],
        [pattern(`(class|interface|trait|extends|implements)(\\s+)(${QUALIFIED})`, 'iu'), ['kd', '', 'nc']],
        [pattern(`(enum)(\\s+)(${QUALIFIED})`, 'iu'), ['kd', '', 'nc'], 'enum'],
        ...names,
        [/[;,(){}[\]]/, 'p'],
        OPERATORS,
        [/[=?]/, 'o'],
      ],
      string: [
        [/"/, 's2', '#pop'],
        [/[^\\{$"]+/, 's2'],
        [/\\u\{[0-9a-fA-F]+\}/, 'se'],
        [/\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/, 'se'],
        [pattern(`\\$${ID}(?:\\[\\S+\\]|->${ID})?`), 'nv'],
        [/\{\$\{/, 'si', 'interpolatedTwice'],
        [/\{(?=\$)/, 'si', 'interpolated'],
        [/(\{)(\S+)(\})/, ['si', 'nv', 'si']],
        [/[${\\]+/, 's2'],
      ],
      interpolatedTwice: [[/\}\}/, 'si', '#pop'], include('php')],
      interpolated: [[/\}/, 'si', '#pop'], include('php')],
      assigned: [
        [/,/, 'p', '#pop'],
        [/[[\]]/, 'p'],
        [/\(/, 'p', 'assignedCall'],
        ESCAPE,
        ...SPACE,
        ...VALUES,
        ...VARIABLES,
        ...names,
        OPERATORS,
        LEAVE,
      ],
      assignedCall: [[/\)/, 'p', '#pop'], [/,/, 'p'], include('assigned')],
      caught: [[/\(/, 'p'], [/\|/, 'o'], [pattern(QUALIFIED), 'nc'], ...AROUND],
      constant: [
        [pattern(`(\\??${ID})(\\s+)(${ID})`), ['kt', '', 'no']],
        [pattern(ID), 'no'],
        [/=/, 'o', 'assigned'],
        ...AROUND,
      ],
      body: [[/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], include('php')],
      functionName: [[/&/, 'o'], [pattern(ID), 'n'], [/\(/, 'p', '#pop'], ...AROUND],
      parameters: [
        [/\)/, 'p', '#pop'],
        [/,/, 'p'],
        [/[.]{3}/, 'p'],
        [/=/, 'o', 'assigned'],
        [/(?:public|protected|private|readonly)(?:\(set\)|\b)/i, 'k'],
        [pattern(`\\??${ID}`), 'kt', 'assigned'],
        ESCAPE,
        ...SPACE,
        ...VARIABLES,
        LEAVE,
      ],
      returned: [
        [/:/, 'p'],
        [/use\b/i, 'k', 'captured'],
        [pattern(`\\??${ID}`), 'kt', 'assigned'],
        [/\{/, 'p', '#goto:body'],
        ...AROUND,
      ],
      captured: [[/[,(]/, 'p'], [/&/, 'o'], [/\)/, 'p', '#pop'], ESCAPE, ...SPACE, ...VARIABLES, LEAVE],
      created: [[/class\b/i, 'kd', '#goto:createdClass'], [pattern(QUALIFIED), 'nc', '#pop'], ...AROUND],
      createdClass: [[/\}/, 'p', '#pop'], [/\{/, 'p'], include('php')],
      use: [
        [/[,}]/, 'p'],
        [/(?:function|const)\b/i, 'k'],
        [pattern(`(${SPACE_NAME})(\\{)`), ['nn', 'p']],
        [pattern(`${QUALIFIED}(?:_${ID})+`), 'nf'],
        ESCAPE,
        ...SPACE,
        ...names,
        LEAVE,
      ],
      visibility: [
        [/(?:public|protected|private)(?:\(set\)|\b)/i, 'k'],
        [/(?:readonly|static)\b/i, 'k'],
        [/(?=(?:abstract|const|function)\b)/i, 'k', '#pop'],
        [pattern(`\\??${ID}`), 'kt', '#pop'],
        ...AROUND,
      ],
      enum: [[/:/, 'p', 'enumType'], [/\{/, 'p', 'enumBody'], ...AROUND],
      enumType: [[pattern(ID), 'kt', '#pop'], ...AROUND],
      enumBody: [[/\}/, 'p', '#pop'], [pattern(`(case)(\\s+)(${ID})`, 'iu'), ['k', '', 'no']], include('php')],
    },
  }))

/**
 * With `start_inline` the code is PHP from its first character on, or never before a `<?php`; without it, whichever is likelier.
 */
export const definePhp = (dialect: Dialect): ((options: LexerOptions) => Lexer) => {
  const names = namesOf(dialect.keywords)
  const guessing = defineDialect(dialect, names, ['root', 'start'])
  const inline = defineDialect(dialect, names, ['root', 'php'])
  const template = defineDialect(dialect, names, ['root'])
  return (options) => {
    const wanted = options['start_inline']
    if (wanted === undefined) return guessing()
    return ['0', 'false', 'off'].includes(wanted) ? template() : inline()
  }
}

export const createPhpLexer = definePhp({ keywords: PHP_KEYWORDS, root: [], php: [] })
