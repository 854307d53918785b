// MXML: XML with ActionScript.

import { type Action, defineLexer } from '../grammar.ts'
import { createActionscriptLexer } from './actionscript.ts'
import { MARKUP_COMMENT } from './comments.ts'

const actionscript: Action = (scan, match) => createActionscriptLexer().lex(match[0], scan.emit)

export const createMxmlLexer = defineLexer(() => ({
  states: {
    root: [
      [/[^<&]+/, ''],
      [/&[^\s;]*;/, 'ni'],
      [/<!\[CDATA\[/, 'cp', 'script'],
      [/<!--/, 'c', 'comment'],
      [/<\?.*?\?>|<![^>]*>/, 'cp'],
      [/<\s*[\w:.-]+/, 'nt', 'tag'],
      [/<\s*\/\s*[\w:.-]+\s*>/, 'nt'],
    ],
    comment: MARKUP_COMMENT,
    // quirk(rouge): nothing leaves these two; what follows a value or a tag is entered instead.
    tag: [
      [/\s+/, ''],
      [/[\w.:-]+\s*=/, 'na', 'attribute'],
      [/\/?\s*>/, 'nt', 'root'],
    ],
    attribute: [
      [/\s+/, ''],
      [/(")(@?\{)/, ['s', 'p'], 'scriptAttribute'],
      [/".*?"|'.*?'|[^\s>]+/, 's', 'tag'],
    ],
    script: [
      [/\]\]>/, 'cp', '#pop'],
      [/[\s\S]*?(?=\]\]>)/, actionscript],
    ],
    scriptAttribute: [
      [/(\})(")/, ['p', 's'], 'tag'],
      [/[\s\S]*?(?=\}")/, actionscript],
    ],
  },
}))
