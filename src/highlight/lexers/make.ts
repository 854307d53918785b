// Makefiles; recipes and values go through the shell's lexer, whose state lives as long as the recipe.

import { type Action, anyOf, defineLexer, include, pattern, type Scan } from '../grammar.ts'
import type { Lexer } from '../token.ts'
import { createShellLexer } from './shell.ts'

const FUNCTIONS = anyOf(`abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring
  firstword flavor foreach if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning
  wildcard word wordlist words`)

const CALL = pattern(`(\\$[({])([\\t ]*)(${FUNCTIONS})([\\t ]+)`)
const shellOf = (scan: Scan): Lexer => scan.memory['shell'] as Lexer
const delegate: Action = (scan, match) => shellOf(scan).lex(match[0], scan.emit)

export const createMakeLexer = defineLexer({
  start: (memory) => {
    memory['shell'] = createShellLexer()
  },
  states: {
    root: [
      [/\s+/, ''],
      [/#.*?\n/, 'c'],
      [/([-s]?include)((?:[\t ]+[^\t\n #]+)+)/, ['k', 'sx']],
      [/((?:ifn?def|ifn?eq|unexport)\b)([\t ]+)([^#\n]+)/, ['k', '', 'nv']],
      [/(else\b)([\t ]+)((?:ifn?def|ifn?eq)\b)([\t ]+)([^#\n]+)/, ['k', '', 'k', '', 'nv']],
      [/(?:else|endif|endef|endfor)[\t ]*(?=[#\n])/, 'k'],
      [/(export)([\t ]+)(?=[\w${}()\t -]+\n)/, ['k', ''], 'export'],
      [/export[\t ]+/, 'k'],
      [/(override\b)?([\t ]*)([\w${}().-]+)([\t ]*)([!?:+]?=)/, ['nb', '', 'nv', '', 'o'], 'shellLine'],
      [/"(?:\\.|[^"\\])*"/, 's2'],
      [/'(?:\\.|[^'\\])*'/, 's1'],
      [/([^\n:]+)(:+)([ \t]*)/, ['nl', 'o', ''], 'prerequisites'],
      [/(override\b)?([\t ])*(define)([\t ]+)([^#\n]+)/, ['nb', '', 'k', '', 'nv']],
      [CALL, ['nf', '', 'nb', ''], 'shellCall'],
    ],
    export: [
      [/[\w${}()-]/, 'nv'],
      [/\n/, '', '#pop'],
      [/[\t ]+/, ''],
    ],
    prerequisites: [
      [/[^,\\\n#]+/, 'nf'],
      [/,/, 'p'],
      [/#/, 'c'],
      [/\\\n/, ''],
      [/\\./, ''],
      [/\n/, '', '#goto:recipe'],
    ],
    recipe: [
      [/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)/, ['k', '', 'nv', 'c', '']],
      [/(else|endif)([\t ]*)(#.*)?(\n)/, ['k', '', 'c', '']],
      [/(\t[\t ]*)([@-]?)/, ['', 'p'], 'shellLine'],
      [
        /(?:)/,
        (scan) => {
          shellOf(scan).reset()
          scan.move('#pop')
        },
      ],
    ],
    shell: [
      [/\${1,2}[({]/, 'p', 'macro'],
      [CALL, ['p', '', 'nb', ''], 'shellCall'],
      [/\\[\s\S]/, delegate],
      [/[\s\S]+?(?=\${1,2}[({]|[()}\\]|$)/, delegate],
      [/[()}\\]|$/, delegate],
    ],
    macro: [[/[)}]/, 'p', '#pop'], [/\n/, '', '#pop'], include('shell')],
    shellCall: [[/[({]/, delegate, '#push'], [/[)}]/, 'p', '#pop'], include('shell')],
    shellLine: [[/\n/, '', '#pop'], include('shell')],
  },
})
