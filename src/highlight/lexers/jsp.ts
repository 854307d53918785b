// JSP: Java and tags of its own between HTML.

import { type Action, defineLexer, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createHtmlLexer, HTML } from './html.ts'
import { createJavaLexer } from './java.ts'

const delegate =
  (name: string): Action =>
  (scan, match) =>
    (scan.memory[name] as Lexer).lex(match[0], scan.emit)
const html = delegate('html')
const java = delegate('java')

const ATTRIBUTE: Rule = [/\s*[a-zA-Z0-9_:-]+\s*=\s*/, 'na', 'attribute']

export const createJspLexer = defineLexer(() => ({
  start: (memory) => {
    memory['html'] = createHtmlLexer()
    memory['java'] = createJavaLexer()
  },
  states: {
    root: [
      [/<%--/, 'c', 'comment'],
      [/<%@\s*(?:page|include|taglib)\s*/, 'nt', 'directive'],
      [/<jsp:directive\.(?:page|include|taglib)/, 'nt', 'directiveTag'],
      [/<jsp:(?:scriptlet|declaration|expression)>/, 'nt', 'codeTag'],
      [/<[a-zA-Z]*:[a-zA-Z]*\s*/, 'nt', 'tag'],
      [/<\/[a-zA-Z]*:[a-zA-Z]*>/, 'nt'],
      [/<%[!=]?/, 'nt', 'code'],
      [/[\s\S]+?(?=<%|<\/?[a-zA-Z]*:)/, html],
      [/[\s\S]+/, html],
    ],
    comment: [
      [/--%>/, 'c', '#pop'],
      [/[^-]+|-/, 'c'],
    ],
    directive: [[/%>/, 'nt', '#pop'], ATTRIBUTE, [/[\s\S]+?(?=%>)/, html]],
    directiveTag: [[/\/>/, 'nt', '#pop'], ATTRIBUTE, [/[\s\S]+?(?=\/>)/, html]],
    codeTag: [[/<\/jsp:(?:scriptlet|declaration|expression)>/, 'nt', '#pop'], ATTRIBUTE, [/[^</]+/, java]],
    code: [
      [/%>/, 'nt', '#pop'],
      [/[^%>]+/, java],
    ],
    tag: [[/\/?>/, 'nt', '#pop'], ATTRIBUTE, [/[\s\S]+?(?=\/?>)/, html]],
    attribute: HTML.states.attribute,
    doubleQuoted: [
      [/"/, 's', '#pop'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^"]+/, 's'],
    ],
    singleQuoted: [
      [/'/, 's', '#pop'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^']+/, 's'],
    ],
    interpolation: [
      [/\}/, 'si', '#pop'],
      [/'/, 'l', 'literal'],
      [/[^'}]+/, java],
    ],
    literal: [
      [/'/, 'l', '#pop'],
      [/[^']+/, 'l'],
    ],
  },
}))
