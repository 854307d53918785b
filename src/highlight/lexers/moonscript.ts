// MoonScript, which is made into Lua.

import { defineLexer, include, pattern } from '../grammar.ts'
import { luaName } from './lua.ts'

export const createMoonscriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/#!.*?$/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    base: [
      // quirk(rouge): the pattern of a fraction ends in a stray quote, so plain ones come in pieces.
      [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[0-9a-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/@\w*/, 'vi'],
      [/[A-Z]\w*/, 'nc'],
      [/"?[^"]+":|\w+:|:\w+/, 'ss'],
      [/\s+/, 'w'],
      [/==|~=|!=|<=|>=|\.\.\.|\.\.|->|=>|[=+\-*/%^<>#!\\]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [/(?:and|or|not)\b/, 'ow'],
      [
        /(?:break|class|continue|do|else|elseif|end|extends|for|if|import|in|repeat|return|switch|super|then|unless|until|using|when|with|while)\b/,
        'k',
      ],
      [/(?:local|export)\b/, 'kd'],
      [/(?:true|false|nil)\b/, 'kc'],
      [pattern('[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?'), luaName],
    ],
    main: [
      [/--.*$/, 'c1'],
      [/\[(=*)\[[\s\S]*?\]\1\]/, 'sh'],
      include('base'),
      [/'/, 's1', 'singleQuoted'],
      [/"/, 's2', 'doubleQuoted'],
    ],
    singleQuoted: [
      [/'/, 's1', '#pop'],
      [/[^']+/, 's1'],
    ],
    interpolation: [[/\}/, 'si', '#pop'], include('base')],
    doubleQuoted: [
      [/#\{/, 'si', 'interpolation'],
      [/"/, 's2', '#pop'],
      [/#[^{]/, 's2'],
      [/[^"#]+/, 's2'],
    ],
  },
}))
