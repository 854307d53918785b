// Vue's single-file components: HTML around a template, a script and a style, each told apart.

import { type Action, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { HTML } from './html.ts'
import { createJavascriptLexer } from './javascript.ts'

/** The languages that a `lang` attribute may name; any other is plain text. */
const NAMED: Readonly<Record<string, string>> = {
  html: 'html',
  css: 'css',
  javascript: 'javascript',
  sass: 'sass',
  scss: 'scss',
  coffee: 'coffeescript',
}

const script = (memory: Record<string, unknown>): Lexer => memory['interpolation'] as Lexer

const section = (name: string, language: string): Rule => [
  pattern(`(<)(\\s*)(${name})`),
  (scan, [, open = '', space = '', word = '']) => {
    scan.emit('nt', open)
    scan.emit('', space)
    scan.emit('k', word)
    scan.memory['language'] = language
    scan.move(name === 'template' ? name : `${name}Section`)
    scan.move('sectionTag')
  },
]

const sectionEnd = (name: string): Rule => [pattern(`(<\\s*/\\s*)(${name})(\\s*>)`), ['nt', 'k', 'nt'], '#pop']

const chooseLanguage: Action = (scan, [, name = '', space = '', value = '']) => {
  scan.emit('na', name)
  scan.emit('', space)
  scan.emit('s', value)
  scan.memory['language'] = NAMED[value.toLowerCase().replace(/["']/g, '')] ?? 'plaintext'
}

const interpolated: Action = (scan, match) => script(scan.memory).lex(match[0], scan.emit)

const defineVue = (find: FindLexer): (() => Lexer) => {
  // quirk(rouge): each piece starts afresh in the section's language.
  const piece: Action = (scan, match) => {
    const inner = find(String(scan.memory['language']))
    if (inner) inner.lex(match[0], scan.emit)
    else scan.emit('', match[0])
  }
  return defineLexer({
    start: (memory) => {
      HTML.start(memory)
      memory['interpolation'] = createJavascriptLexer()
    },
    states: {
      ...HTML.states,
      root: [
        section('template', 'html'),
        section('style', 'css'),
        section('script', 'javascript'),
        ...HTML.states.root,
      ],
      tag: [[/[a-zA-Z0-9_:#[\]()*.-]+\s*=\s*/, 'na', 'attribute'], ...HTML.states.tag],
      sectionTag: [[/(lang\s*=)(\s*)("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s>]+)/, chooseLanguage], include('tag')],
      styleSection: [sectionEnd('style'), [/[^<]+/, piece], [/<\s*\/\s*style\s*>/, 'nt', '#pop'], [/</, piece]],
      scriptSection: [sectionEnd('script'), ...HTML.states.script],
      template: [
        sectionEnd('template'),
        [
          /\{\{/,
          (scan, match) => {
            scan.emit('si', match[0])
            script(scan.memory).reset()
          },
          'interpolation',
        ],
        [/[^{<]+/, piece],
        [/[<{][^<{]*/, piece],
      ],
      // quirk(rouge): a brace that closes one of the script's own is an error, and leaves nothing.
      interpolation: [
        [/\}\}/, 'si', '#pop'],
        [/\}/, 'err'],
        [/\{/, interpolated, '#push'],
        [/[^{}]+/, interpolated],
      ],
    },
  })
}

export const createVueLexer = (_: unknown, find: FindLexer): Lexer => defineVue(find)()
