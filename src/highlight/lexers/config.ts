// Configuration files: Dockerfiles, nginx, Java's properties, and whatever looks like one.

import { type Action, anyOf, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createShellLexer } from './shell.ts'

const INSTRUCTIONS = anyOf(`FROM MAINTAINER CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG STOPSIGNAL
  HEALTHCHECK SHELL`)

const beginRun: Action = (scan, match) => {
  scan.emit('k', match[0])
  ;(scan.memory['shell'] as Lexer).reset()
  scan.move('run')
}

export const createDockerLexer = defineLexer({
  start: (memory) => {
    memory['shell'] = createShellLexer()
  },
  states: {
    root: [
      [/\s+/, ''],
      [/^(FROM)(\s+)(?:(?!\s)|(?=\s+AS\s))(.*)(\s+)(AS)(\s+)(.*)/i, ['k', 'w', 's', 'w', 'k', 'w', 's']],
      [pattern(`^(ONBUILD)(\\s+)(${INSTRUCTIONS})(.*)`, 'i'), ['k', 'w', 'k', 's']],
      [pattern(`^(${INSTRUCTIONS})\\b(.*)`, 'i'), ['k', 's']],
      [/#.*?$/, 'c'],
      [/^(?:ONBUILD\s+)?RUN(?:\s+)/i, beginRun],
      [/\w+/, ''],
      [/[^\w]+/, ''],
    ],
    run: [
      [/\n/, '', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/(?:\\.|[^\n\\])+/, (scan, match) => (scan.memory['shell'] as Lexer).lex(match[0], scan.emit)],
    ],
  },
})

const ID = '[^\\s$;{}()#]+'

const NGINX_VALUES: readonly Rule[] = [
  [/\s+/, ''],
  [/#.*/, 'c1'],
  [/(?:on|off)\b/, 'no'],
  [/[$][\w-]+/, 'nv'],
  [/([a-z0-9.-]+)(:)([0-9]+)/i, ['nf', 'p', 'mi']],
  [/[a-z-]+\/[a-z-]+/i, 'nc'],
  [/\d+\.\d+/, 'mf'],
  [/[0-9]+[kmg]?\b/i, 'mi'],
  [/(~)(\s*)([^\s{]+)/, ['p', '', 'sr']],
  [/[:=~]/, 'p'],
  [pattern(`/(?:${ID})?`), 'n'],
  [/[^#\s;{}$\\]+/, 's'],
  [/[$;]/, ''],
]

export const createNginxLexer = defineLexer({
  states: {
    root: [[/(include)(\s+)([^\s;]+)/, ['k', '', 'n']], [pattern(ID), 'k', 'statement'], ...NGINX_VALUES],
    block: [[/\}/, 'p', '#pop'], [pattern(ID), 'kn', 'statement'], ...NGINX_VALUES],
    statement: [[/\{/, 'p', '#goto:block'], [/;/, 'p', '#pop'], ...NGINX_VALUES],
  },
})

const PROPERTY_SPACE: readonly Rule[] = [
  [/[!#].*?\n/, 'c'],
  [/\s+/, ''],
  [/\\\n/, 'se'],
]
const PROPERTY_ESCAPE: readonly Rule[] = [
  [/\\u[0-9]{4}/, 'se'],
  [/\\[\s\S]/, 'se'],
]

export const createPropertiesLexer = defineLexer({
  states: {
    root: [...PROPERTY_SPACE, [/([\w.-]+)(\s*)([=:])/, ['py', '', 'p'], 'value']],
    value: [
      [/\n/, '', '#pop'],
      ...PROPERTY_SPACE,
      [/"/, 's', 'doubleQuoted'],
      [/'.*?'/, 's'],
      include('escape'),
      [/[^\\\n]+/, 's'],
    ],
    escape: PROPERTY_ESCAPE,
    doubleQuoted: [[/"/, 's', '#pop'], ...PROPERTY_ESCAPE, [/[^\\"]+/, 's']],
  },
})

export const createConfLexer = defineLexer({
  states: {
    root: [
      [/#.*?\n/, 'c'],
      [/".*?"/, 's2'],
      [/'.*?'/, 's1'],
      [/[a-z]\w*/i, 'n'],
      [/\d+/, 'm'],
      [/[^\w#"']+/, ''],
    ],
  },
})
