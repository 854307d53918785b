// Syzlang, in which syzkaller is told of system calls.

import { type Action, byWord, defineLexer, emitGroups, include, LEAVE, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt
  out packed parent prog_timeout pseudo resource size syscall timeout type varlen`)
const TYPES = wordSet(`array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8
  const csum filename fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof
  optional proc ptr ptr64 string stringnoz text vma vma64 void`)

const SPACE: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*/, 'c'],
]
const INLINE_SPACE: Rule = [/[ \t]+/, '']
const NAME: Rule = [/[a-zA-Z_]\w*/, 'n']
const LITERALS: readonly Rule[] = [
  [/-?0x[\da-f]+/i, 'mh'],
  [/-?\d+/, 'mi'],
  [/'[^']?'/, 'sc'],
  [/"[^"]*"/, 's2'],
  [/`[^`]*`/, 'sb'],
]
const TERM: readonly Rule[] = [
  ...LITERALS,
  [/[a-zA-Z_]\w*/, byWord({ k: KEYWORDS, kt: TYPES }, 'n')],
  [/:/, 'p'],
  [/\$/, 'n'],
]
const LIST: Rule = [/,/, 'p', 'space']

const flags: Action = (scan, match) => emitGroups(scan, [match[1] === '_' ? 'k' : 'n', '', 'p'], match)

export const createSyzlangLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [/include|incdir/, 'k', ['include', 'space']],
      [/define/, 'k', ['value', 'space', 'name', 'space']],
      [/resource/, 'k', ['resourceValues', 'inlineSpace', 'resourceType', 'inlineSpace', 'name', 'space']],
      [/([a-zA-Z_]\w*)(\s+)(=)/, flags, ['flags', 'space']],
      [
        /([a-zA-Z_]\w*)(?!\w)(\$)?(\w+)?(\s+)?(\()/,
        ['nf', 'p', 'fm', '', 'p'],
        ['inParentheses', 'inlineSpace', 'name', 'inlineSpace', 'parameters', 'space'],
      ],
      [
        /([a-zA-Z_]\w*(?:\$\w+)?)(\s+)?([{[])/,
        ['n', '', 'p'],
        ['inlineSpace', 'inBrackets', 'inlineSpace', 'fields', 'space'],
      ],
      [/type/, 'k', ['typeBody', 'space', 'typeParameters', 'name', 'space']],
      // In a name that nothing belongs to only these words stand for something.
      [/[a-zA-Z_](?:(?!include|incdir|define|resource|type)\w)*/, 'err'],
    ],
    space: [...SPACE, LEAVE],
    inlineSpace: [INLINE_SPACE, LEAVE],
    name: [NAME, LEAVE],
    terms: [...SPACE, ...TERM, [/\[/, 'p', 'terms'], [/,/, 'p'], [/[\])]/, 'p', '#pop']],
    term: [...TERM, [/\[/, 'p', 'terms'], LEAVE],
    inParentheses: [[/\(/, 'p', 'terms'], LEAVE],
    inBrackets: [[/\[/, 'p', 'terms'], LEAVE],
    include: [[/(<)([^>]+)(>)/, ['p', 's', 'p']], LEAVE],
    value: [NAME, ...LITERALS, [/[~!%^&*\-+/|<>?:]/, 'o'], [/[(){}[\];,]/, 'p'], INLINE_SPACE, LEAVE],
    resourceType: [
      [/\[/, 'p', 'term'],
      [/\]/, 'p', '#pop'],
    ],
    resourceValues: [[/:/, 'p', ['resourceList', 'space']], LEAVE],
    resourceList: [INLINE_SPACE, NAME, ...LITERALS, LIST, LEAVE],
    flags: [[/\./, 'p'], include('resourceList')],
    parameters: [...SPACE, [/[.,]/, 'p'], [/[a-zA-Z_]\w*/, 'n', ['term', 'space']], [/\)/, 'p', '#pop']],
    fields: [
      [/[a-zA-Z_]\w*/, 'n', ['space', 'inParentheses', 'inlineSpace', 'term', 'space']],
      [/[}\]]/, 'p', '#pop'],
    ],
    typeParameters: [[/\[/, 'p', 'typeParameterList'], LEAVE],
    typeParameterList: [...SPACE, NAME, [/,/, 'p'], [/\]/, 'p', '#pop']],
    typeBody: [
      [/[{[]/, 'p', ['#goto:space', 'inBrackets', 'inlineSpace', 'fields', 'space']],
      [/(?:)/, '', '#goto:term'],
    ],
  },
}))
