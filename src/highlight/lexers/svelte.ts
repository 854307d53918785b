// Svelte's components: HTML with scripts between braces.

import { type Action, defineLexer } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { HTML } from './html.ts'
import { createJavascriptLexer } from './javascript.ts'

const script: Action = (scan, match) => (scan.memory['braces'] as Lexer).lex(match[0], scan.emit)

const awaited: Action = (scan, [, opening = '', promise = '', word = '', space = '', name = '']) => {
  const inner = scan.memory['braces'] as Lexer
  scan.emit('k', opening)
  inner.lex(promise, scan.emit)
  scan.emit('k', word)
  scan.emit('', space)
  inner.lex(name, scan.emit)
}

export const createSvelteLexer = defineLexer(() => ({
  start: (memory) => {
    HTML.start(memory)
    memory['braces'] = createJavascriptLexer()
  },
  states: {
    ...HTML.states,
    root: [[/([^<&{]*)(\{)(\s*)/, ['', 'si', ''], 'template'], ...HTML.states.root],
    tag: [[/(\{)\s*([a-zA-Z0-9_]+)\s*(\})/, ['si', 'nv', 'si'], '#pop'], ...HTML.states.tag],
    attribute: [[/\{/, 'si', '#goto:template'], ...HTML.states.attribute],
    doubleQuoted: [[/\s*\{\s*/, 'si', 'template'], ...HTML.states.doubleQuoted],
    singleQuoted: [[/\s*\{\s*/, 'si', 'template'], ...HTML.states.singleQuoted],
    template: [
      [/\}/, 'si', '#pop'],
      // Braces of the script's own, up to one that no backslash escapes.
      [/\{(?:[^}\n]|(?<=\\)\})*(?<!\\)\}+/, script],
      [/@(?:debug|html)\b/, 'k'],
      [/(#await)(.*)(then|catch)(\s+)(\w+)/, awaited],
      [/[#/](?:await|each|if|key)\b/, 'k'],
      [/(:else)(\s+)(if)?\b/, ['k', '', 'k']],
      [/:?(?:catch|then)\b/, 'k'],
      [/[^{}]+/, script],
    ],
  },
}))
