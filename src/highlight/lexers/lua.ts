// Lua.

import { type Action, defineLexer, type Rule } from '../grammar.ts'
import { LUA_FUNCTIONS } from './lua-words.ts'

/** A name, or two with a dot between: a function that Lua brings along, or any other. */
export const luaName: Action = (scan, match) => {
  const name = match[0]
  if (LUA_FUNCTIONS.has(name)) {
    scan.emit('nb', name)
    return
  }
  const [first = '', second] = name.split('.', 2)
  scan.emit('n', first)
  if (second === undefined) return
  scan.emit('p', '.')
  scan.emit('n', second)
}

const named: Action = (scan, match) => {
  if (match[0] !== 'gsub') {
    luaName(scan, match)
    return
  }
  scan.emit('nb', match[0])
  scan.move('gsub')
}

const PATTERN: readonly Rule[] = [
  [/"/, 'sr', '#goto:patternEnd'],
  [/\[\^?/, 'se', 'patternClass'],
  [/\\./, 'se'],
  [/\(\?[:=<!]/, 'se'],
  [/\{[\d,]+\}/, 'se'],
  [/[()?]/, 'se'],
  [/./, 'sr'],
]
const ESCAPE: Rule = [/\\(?:[abfnrtv\\"']|\d{1,3})/, 'se']

export const createLuaLexer = defineLexer({
  states: {
    root: [
      [/#!.*?$/, 'cp'],
      [/(?:)/, '', 'base'],
    ],
    base: [
      [/--\[(=*)\[[\s\S]*?\]\1\]/, 'cm'],
      [/--.*$/, 'c1'],
      // quirk(rouge): the pattern of a fraction ends in a stray quote, so plain ones come in pieces.
      [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[0-9a-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/\s/, ''],
      [/\[(=*)\[[\s\S]*?\]\1\]/, 's'],
      [/==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [/(?:and|or|not)\b/, 'ow'],
      [/(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b/, 'k'],
      [/local\b/, 'kd'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/function\b/, 'k', 'functionName'],
      [/[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?/, named],
      [/'/, 's1', 'singleQuoted'],
      [/"/, 's2', 'doubleQuoted'],
    ],
    functionName: [
      [/\s+/, ''],
      [/(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)/, ['nc', 'p', 'nf'], '#pop'],
      [/\(/, 'p', '#pop'],
    ],
    gsub: [
      [/\)/, 'p', '#pop'],
      [/[(,]/, 'p'],
      [/\s+/, ''],
      [/'/, 'sr', 'patternSingle'],
      [/"/, 'sr', 'patternDouble'],
    ],
    patternSingle: [[/'/, 'sr', '#goto:patternEnd'], ...PATTERN],
    patternDouble: PATTERN,
    patternEnd: [
      [/[$]+/, 'sr', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    patternClass: [
      [/\//, 'se'],
      [/\]/, 'se', '#pop'],
      [/(\\)(.)/, ['se', 'sr']],
      [/./, 'sr'],
    ],
    singleQuoted: [ESCAPE, [/\\'/, 'se'], [/'/, 's1', '#pop'], [/[^'\\]+/, 's1']],
    doubleQuoted: [ESCAPE, [/\\"/, 'se'], [/"/, 's2', '#pop'], [/[^"\\]+/, 's2']],
  },
})
