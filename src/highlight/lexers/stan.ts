// Stan, the language of statistical models.

import { type Action, byWord, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { CONSTANTS, DISTRIBUTIONS, FUNCTIONS, KEYWORDS, RESERVED, TYPES } from './stan-words.ts'

const ID = '[a-zA-Z_][a-zA-Z0-9_]*'
const BETWEEN = '(?:\\s|//.*?\\n|/\\*(?:(?!\\*/).)*\\*/)+'
const EXPONENTIAL = '(?:\\d+\\.\\d*|\\.?\\d+)e[+-]?\\d+'
const NUMBER = `(?:${EXPONENTIAL}|\\d*\\.\\d+|\\d+)`

const SUFFIX = /_(?:lpmf|lupmf|lpdf|lcdf|lccdf|rng|(?:cdf_|ccdf_)?log)$/

const calledKind = (name: string): string => {
  if (FUNCTIONS.has(name) || DISTRIBUTIONS.has(name) || DISTRIBUTIONS.has(name.replace(SUFFIX, ''))) return 'nb'
  return CONSTANTS.has(name) ? 'kc' : 'nf'
}

const called: Action = (scan, [all, type = '', name = '']) => {
  const kind = calledKind(name)
  if (type !== '') createStanLexer().lex(type, scan.emit)
  // quirk(rouge): a type before a constant's name is written once more with it.
  scan.emit(kind, kind === 'kc' ? all : name)
}

const INCLUDE: readonly Rule[] = [
  [/#include/, 'cp', 'include'],
  [/#.*$/, 'gd'],
]

export const createStanLexer: () => Lexer = defineLexer(() => ({
  states: {
    root: [
      include('space'),
      ...INCLUDE,
      [/functions|(?:transformed\s+)?(?:data|parameters)|model|generated\s+quantities/, 'nn'],
      include('scope'),
    ],
    include: [[/(\s+)(\S+)(\s*)/, ['', 'cpf', ''], '#pop']],
    space: [
      [/[\n \t\r]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
    ],
    scope: [
      include('space'),
      [pattern(`((?:[a-z_](?:\\s*\\[[0-9, ]\\])?\\s+)*)(${ID})(?=\\([^;]*?\\))`), called],
      [/\{/, 'p', 'braces'],
      [/\(/, 'p', 'parentheses'],
      ...INCLUDE,
      [/"[^"\n]*"?/, 's'],
      [pattern(`${NUMBER}${BETWEEN}[+-]${BETWEEN}${NUMBER}i|${NUMBER}i|${EXPONENTIAL}|\\d*\\.\\d+`), 'mf'],
      [/\d+/, 'mi'],
      [/\*\//, 'err'],
      [/&&|\|\||\.[-+*/^]|[=<>!+\-*/^'\\~?:]/, 'o'],
      [/[[\],.;|]/, 'p'],
      [/T\b/, 'kr'],
      [/(?:lower|upper)\b/, 'na'],
      [pattern(ID), byWord({ k: KEYWORDS, kt: TYPES, kr: RESERVED }, 'nv')],
    ],
    braces: [include('scope'), [/\}/, 'p', '#pop']],
    parentheses: [include('scope'), [/\)/, 'p', '#pop']],
  },
}))
