// AppleScript.

import { defineLexer, type Pattern, pattern, quotedText } from '../grammar.ts'
import * as words from './applescript-words.ts'

const phrase = (alternatives: string): Pattern => pattern(`(?:${alternatives})\\b`)

export const createApplescriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/¬\n/, 'se'],
      [/'s\s+/, ''],
      [/(?:--|#).*?$/, 'c1'],
      [/\(\*/, 'cm'],
      [/[(){}!,.:]/, 'p'],
      [/(«)([^»]+)(»)/, ['', 'nb', '']],
      [
        /((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space)/,
        ['k', 'nb'],
      ],
      [/[-*+&≠=≥≤/÷^]|[<>]=?/, 'o'],
      [phrase(words.OPERATORS), 'ow'],
      [/^(in|on|script|to)(\s+)/, ['k', '']],
      [pattern(`(as )(${words.CLASSES})\\b`), ['k', 'nc']],
      [phrase(words.LITERALS), 'nb'],
      [phrase(words.COMMANDS), 'nb'],
      [phrase(words.CONTROLS), 'k'],
      [phrase(words.DECLARATIONS), 'k'],
      [phrase(words.RESERVED), 'nb'],
      [pattern(`(?:${words.BUILTINS})s?\\b`), 'nb'],
      [phrase(words.PARAMETERS), 'nb'],
      [phrase(words.STUDIO_PROPERTIES), 'na'],
      [pattern(`(?:${words.STUDIO_CLASSES})s?\\b`), 'nb'],
      [phrase(words.STUDIO_COMMANDS), 'nb'],
      [phrase(words.REFERENCES), 'nb'],
      [quotedText('"'), 's2'],
      [/[a-zA-Z]\w*\b/, 'nv'],
      [/(?:\d+\.\d*|\.\d+)(?:E[-+][0-9]+)?/, 'mf'],
      [/\d+/, 'mi'],
    ],
  },
}))
