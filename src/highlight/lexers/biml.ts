// BIML: XML with directives and C#.

import { type Action, defineLexer } from '../grammar.ts'
import { createCsharpLexer } from './csharp.ts'
import { XML } from './html.ts'

const csharp: Action = (scan, match) => createCsharpLexer().lex(match[0], scan.emit)

export const createBimlLexer = defineLexer(() => ({
  states: {
    ...XML.states,
    root: [[/<#@\s*/, 'nt', 'directive'], [/<#=?\s*/, 'nt', 'code'], ...XML.states.root],
    code: [
      [/\s*#>\s*/, 'nt', '#pop'],
      [/[\s\S]*?(?=\s*#>)/, csharp],
    ],
    directive: [
      [/\s+/, ''],
      [/[\w.:-]+\s*=/, 'na', 'attribute'],
      [/\w+\s*/, 'na'],
      [/\/?\s*#>/, 'nt', '#pop'],
    ],
  },
}))
