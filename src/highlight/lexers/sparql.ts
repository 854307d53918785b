// SPARQL, the language of queries over RDF, and Turtle, one of its notations.

import { type Action, byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'

const WORD = '\\p{L}\\p{M}\\p{N}\\p{Pc}'
const BUILTINS =
  wordSet(`ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR GROUP_CONCAT
  HOURS IF IRI LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SEPARATOR
  SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE
  URI UUID YEAR`)
const KEYWORDS =
  wordSet(`ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE
  DISTINCT DROP EXISTS FILTER FROM GRAPH GROUP BY HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED NOT OFFSET OPTIONAL ORDER PREFIX
  SELECT REDUCED SERVICE SILENT TO UNDEF UNION USING VALUES WHERE WITH`)

const named: Action = byWord({ nb: BUILTINS, k: KEYWORDS }, 'err', (word) => word.toUpperCase())

const quoted = (quote: string, kind: string): readonly Rule[] => [
  [pattern(quote), kind, '#goto:stringEnd'],
  ...(quote.length > 1 ? [[pattern(quote.slice(2)), kind] as const] : []),
  [/\\(?:[tbnrf"'\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/, 'se'],
  [/\\/, kind],
  [pattern(`[^${quote.slice(-1)}\\\\]+`), kind],
]

export const createSparqlLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c1'],
      [/"""/, 's2', 'longDoubleQuoted'],
      [/"/, 's2', 'doubleQuoted'],
      [/'''/, 's1', 'longSingleQuoted'],
      [/'/, 's1', 'singleQuoted'],
      [pattern(`[$?][${WORD}]+`), 'nv'],
      [pattern(`([${WORD}\\-]*)(:)([${WORD}\\-]+)?`), ['nn', 'o', 'ss']],
      [/<[^>]*>/, 'nn'],
      [/true|false/i, 'kc'],
      [/a\b/, 'k'],
      [pattern(`[A-Za-z][${WORD}]+`), named],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/[\][(){}.,;=]/, 'p'],
      [/[/?*+=!<>]|&&|\|\||\^\^/, 'o'],
    ],
    doubleQuoted: quoted('"', 's2'),
    longDoubleQuoted: quoted('"""', 's2'),
    singleQuoted: quoted("'", 's1'),
    longSingleQuoted: quoted("'''", 's1'),
    stringEnd: [
      [/(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)/, ['o', 'py']],
      [/\^\^/, 'o'],
      [/(?:)/, '', '#pop'],
    ],
  },
}))

export const createTurtleLexer = defineLexer(() => ({
  states: {
    root: [
      [/@(?:base|prefix)\b/, 'kd'],
      [/(?:true|false)\b/, 'kc'],
      [/"""[\s\S]*?"""/, 's'],
      [/"(?:[^"\\]|\\.)*"/, 's'],
      [/'''[\s\S]*?'''/, 's'],
      [/'(?:[^'\\]|\\.)*'/, 's'],
      [/#.*$/, 'c1'],
      [/@[^\s,.;]+/, 'na'],
      [/[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)E[+-]?[0-9]+/, 'mf'],
      // quirk(rouge): one digit after the point.
      [/[+-]?[0-9]*\.[0-9]/, 'mf'],
      [/[+-]?[0-9]+/, 'mi'],
      [/[.,;(){}[\]]|\^\^/, 'p'],
      [/<[^>]*>/, 'nl'],
      [/(?:base|prefix)\b/i, 'kd'],
      [/(?:GRAPH|a)\b/, 'k'],
      [/\s+/, 'w'],
      [/[^:;<>#@"().[\]{} ]*:/, 'nn'],
      [/[^:;<>#@"().[\]{} ]+/, 'n'],
    ],
  },
}))
