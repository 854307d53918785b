// Java.

import { type Action, anyOf, defineLexer, pattern, quotedText } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const KEYWORDS =
  anyOf(`assert break case catch continue default do else finally for if goto instanceof new return switch this
  throw try while`)
const DECLARATIONS =
  anyOf(`abstract const enum extends final implements native private protected public static strictfp super
  synchronized throws transient volatile`)
const TYPES = anyOf('boolean byte char double float int long short var void')
const ID = '[\\p{L}_][\\p{L}\\p{M}\\p{N}\\p{Pc}]*'
const DIGIT = '(?:[0-9]_+[0-9]|[0-9])'

// `public static void main(`: what stands before the name is lexed on its own.
const method: Action = (scan, match) => {
  createJavaLexer().lex(match[1] ?? '', scan.emit)
  scan.emit('nf', match[2] ?? '')
  scan.emit('', match[3] ?? '')
  scan.emit('o', match[4] ?? '')
}

export const createJavaLexer: () => Lexer = defineLexer({
  states: {
    root: [
      [/[^\S\n]+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/(\s*(?:[a-zA-Z_][a-zA-Z0-9_.[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()/, method],
      [pattern(`@${ID}`), 'nd'],
      [pattern(`(?:${DECLARATIONS})\\b`), 'kd'],
      [pattern(`(?:${TYPES})\\b`), 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(?:class|interface|record)\b/, 'kd', 'className'],
      [/(?:import|package)\b/, 'kn', 'imported'],
      [/"""\s*\n[\s\S]*?(?<!\\)"""/, 'sh'],
      [quotedText('"'), 's'],
      [/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'],
      [pattern(`(\\.)(${ID})`), ['o', 'na']],
      [pattern(`${ID}:`), 'nl'],
      [/\p{Lu}[\p{Lu}\p{Nd}_]*(?![\p{L}\p{N}_])/u, 'no'],
      [/\p{Lu}[\p{L}\p{Nd}]*(?![\p{L}\p{N}_])/u, 'nc'],
      [pattern(`\\$?${ID}`), 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
      [pattern(`${DIGIT}+\\.${DIGIT}+(?:[eE]${DIGIT}+)?[fd]?`), 'mf'],
      [/0b(?:[01]_+[01]|[01])+/i, 'mb'],
      [/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'],
      [/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'],
      [pattern(`${DIGIT}+L?`), 'mi'],
      [/\n/, ''],
    ],
    className: [
      [/\s+/, ''],
      [pattern(ID), 'nc', '#pop'],
    ],
    imported: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', '#pop'],
    ],
  },
})
