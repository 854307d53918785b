// Swift.

import { type Action, defineLexer, emitGroups, include, pattern, type Rule, wordSet } from '../grammar.ts'

const ID =
  '(?:_|\\p{Alphabetic}|[^\\u0000-\\uFFFF])(?:[\\p{Alphabetic}\\p{Nd}_]|(?![\\p{Alphabetic}\\p{Nd}])[^\\u0000-\\uFFFF])*'

const KEYWORDS =
  wordSet(`autoreleasepool await break case catch consume continue default defer discard do each else fallthrough guard
  if in for repeat return switch throw try where while as dynamicType is new super self Self Type associativity async didSet get
  infix inout isolated left mutating none nonmutating operator override postfix precedence precedencegroup prefix rethrows right
  set throws unowned weak willSet`)
const DECLARATIONS =
  wordSet(`actor any associatedtype borrowing class consuming deinit distributed dynamic enum convenience extension
  fileprivate final func import indirect init internal lazy let macro nonisolated open optional package private protocol public
  required some static struct subscript typealias var`)

const named: Action = (scan, match) => {
  const name = match[0]
  if (KEYWORDS.has(name)) scan.emit('k', name)
  else if (DECLARATIONS.has(name)) scan.emit('kd', name)
  else if (/^(?:true|false|nil)$/.test(name)) scan.emit('kc', name)
  else scan.emit(/^\p{Lu}/u.test(name) ? 'kt' : 'n', name)
}

const called: Action = (scan, match) => scan.emit(/^\p{Lu}/u.test(match[0]) ? 'kt' : 'nf', match[0])

// private(set), unowned(safe): another word between the parentheses is an error.
const access: Action = (scan, match) => {
  if (match[3] === 'set') scan.emit('kd', match[0])
  else emitGroups(scan, ['kd', 'kd', 'err', 'kd'], match)
}
const ownership: Action = (scan, match) => {
  if (match[2] === 'safe' || match[2] === 'unsafe') scan.emit('kd', match[0])
  else emitGroups(scan, ['kd', 'err', 'kd'], match)
}

const beginRegex: Action = (scan, match) => {
  scan.memory['hashes'] = match[1]
  scan.emit('sr', match[0])
  scan.move('regexLines')
}
const endRegex: Action = (scan, match) => {
  scan.emit('sr', match[0])
  if (match[0].endsWith(`/${String(scan.memory['hashes'])}`)) scan.move('#pop')
}

const INLINE_SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/\/[*]/, 'cm', 'comment'],
]

const NUMBERS: readonly Rule[] = [
  [/(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?/i, 'mf'],
  [/\d+e[+-]?[0-9]+/i, 'mf'],
  [/0o?[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?/, 'mh'],
  [/0b[01]+(?:_[01]+)*/, 'mb'],
  [/\d+(?:_\d+)*/, 'mi'],
]

export const createSwiftLexer = defineLexer({
  initial: ['root', 'lineStart'],
  states: {
    lineStart: [[/#(?![#"/]).*/, 'cp'], ...INLINE_SPACE, [/(?:)/, '', '#pop']],
    comment: [
      [/\/[*]/, 'cm', '#push'],
      [/[*]\//, 'cm', '#pop'],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
    root: [
      [/\n+/, '', 'lineStart'],
      [/\/\/.*?$/, 'c1', 'lineStart'],
      ...INLINE_SPACE,
      [/\$(?:[1-9]\d*)?\d/, 'nv'],
      [pattern(`\\$${ID}`), 'n'],
      [/~Copyable\b/, 'kt'],
      [/[()[\]{}:;,?\\]/, 'p'],
      [/(#*)\/(?!\s).*(?<![\s\\])\/\1/, 'sr'],
      [/[-/=+*%<>!&|^.~]+/, 'o'],
      [/@?"/, 's', 'string'],
      [/'(?:\\.|.)'/, 'sc'],
      ...NUMBERS,
      [pattern(`@${ID}`), 'kd'],
      [pattern(`#${ID}`), 'k'],
      [/(private|internal)(\([ ]*)(\w+)([ ]*\))/, access],
      [/(unowned\([ ]*)(\w+)([ ]*\))/, ownership],
      [pattern(`(let|var)\\b(\\s*)(${ID})`), ['k', '', 'nv']],
      [/(let|var)\b(\s*)([(])/, ['k', '', 'p'], 'tuple'],
      [pattern(`(?!(?:if|while|for|private|internal|unowned|switch|case)\\b)${ID}(?=[?!]?\\s*[(])`), called],
      [/as[?!]?(?=\s)/, 'k'],
      [/try[!]?(?=\s)/, 'k'],
      [pattern(`(#?(?!default)(?!\\p{Lu})${ID})(\\s*)(:)`), ['nv', '', 'p']],
      [pattern(ID), named],
      [pattern(`(\`)(${ID})(\`)`), ['p', 'nv', 'p']],
      [/(#+)\/\n/, beginRegex],
    ],
    tuple: [
      [pattern(ID), 'nv'],
      [pattern(`(\`)(${ID})(\`)`), ['p', 'nv', 'p']],
      [/,/, 'p'],
      [/[(]/, 'p', '#push'],
      [/[)]/, 'p', '#pop'],
      ...INLINE_SPACE,
    ],
    string: [
      [/\\[\\0tnr'"]/, 'se'],
      [/\\[(]/, 'se', 'interpolated'],
      [/\\u\{[0-9a-fA-F]{1,8}\}/, 'se'],
      [/[^\\"]+/, 's'],
      [/"""/, 's', '#pop'],
      [/"/, 's', '#pop'],
    ],
    interpolated: [[/[(]/, 'p', 'interpolatedInner'], [/[)]/, 'se', '#pop'], include('root')],
    interpolatedInner: [[/[(]/, 'p', '#push'], [/[)]/, 'p', '#pop'], include('root')],
    regexLines: [
      [/^\s*\/#+/, endRegex],
      [/#.*/, 'c1'],
      [/[\s\S]/, 'sr'],
    ],
  },
})
