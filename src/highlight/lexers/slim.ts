// Slim: tags by indentation, with Ruby in them.

import { type Action, defineLexer, include, pattern, type Rule, wordSet } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { rubyUpTo } from './haml.ts'
import { beginLine, forgetBlock, startBlock } from './indentation.ts'

const RUBY = '[\\w!?@$]'
// A character of a line, which a backslash at its end carries on.
const ANY = '(?:\\\\\\n|.)'
const HTML = '<\\/?[\\w\\s=\'"]+?\\/?>'
const FILTERS = wordSet('coffee css erb javascript markdown ruby sass scss')

const beginText: Action = (scan, match) => {
  scan.emit('p', match[0])
  scan.move('#pop')
  startBlock(scan, 'text')
  scan.move('#goto:text')
}

const filtered: Action = (scan, match) => {
  const filter = scan.memory['filter'] as Lexer | undefined
  if (filter) filter.lex(match[0], scan.emit)
  else scan.emit('nd', match[0])
}

const ENTITY: Rule = [/&\S*?;/, 'ni']
const END_LINE: Rule = [/\n/, '', '#root']
const INTERPOLATION: Rule = [/#\{/, 'si', 'interpolation']
const CSS: readonly Rule[] = [
  [/\.[\w-]*/, 'nc', '#goto:tag'],
  [/#[a-zA-Z][\w:-]*/, 'nf', '#goto:tag'],
]

const defineSlim = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const ruby = embedded.lex('ruby')
  const splat: Action = (scan, match) => {
    scan.emit('p', match[1] ?? '')
    embedded.lex('ruby', 2)(scan, match)
  }
  const beginFilter: Action = (scan, match) => {
    scan.emit('nd', match[0])
    scan.move('#pop')
    startBlock(scan, 'filter')
    const name = match[1] ?? ''
    const filter = FILTERS.has(name) ? embedded.lexer(scan, name) : undefined
    filter?.reset()
    scan.memory['filter'] = filter
  }
  return defineLexer({
    start: (memory) => {
      embedded.start(memory)
      forgetBlock(memory)
    },
    states: {
      root: [
        [/\s*\n/, ''],
        [/\s*/, beginLine],
      ],
      content: [
        ...CSS,
        [pattern(`/${ANY}*`), 'c', 'endLine'],
        [/(doctype)(\s+)(.*)/, ['nn', 'w', ''], '#pop'],
        [/(\w*):\s*\n/, beginFilter],
        [/[|'](?=\s)/, beginText],
        [/-|==|=/, 'p', 'rubyLine'],
        [pattern(`(\\*)(${RUBY}+\\(.*?\\))`), splat, 'tag'],
        [pattern(`(\\*)(${RUBY}+)`), splat, 'tag'],
        [pattern(HTML), embedded.lex('html'), '#pop'],
        [/\w+/, 'nt', 'tag'],
      ],
      tag: [
        ...CSS,
        END_LINE,
        INTERPOLATION,
        [/[<>]/, 'p'],
        [/\s/, 'w'],
        [pattern(`(\\*)(${RUBY}+)`), splat],
        [pattern(`(\\*)(\\{${ANY}+?\\})`), splat],
        [/([\w-]+)(\s*)(=)/, ['na', 'w', 'p'], 'attribute'],
        [/[\w-]+/, ''],
        [pattern(`(=)(${ANY}+)`), splat],
        ENTITY,
        [pattern(ANY), ''],
      ],
      attribute: [
        [pattern(`\\s*(['"])${ANY}*?\\1`), 's', '#pop'],
        [pattern(`${RUBY}+\\(.*?\\)`), ruby, '#pop'],
        [pattern(`${RUBY}+`), ruby, '#pop'],
        [/\s+/, 'w'],
      ],
      rubyLine: [END_LINE, [/[,\\]\s*\n/, ruby], [/ \|[ \t]*\n/, 'se'], [pattern(rubyUpTo('[,\\\\]')), ruby]],
      endLine: [END_LINE],
      filter: [[/(?:[^#\n]|#[^{\n])+/, filtered], INTERPOLATION, END_LINE],
      text: [INTERPOLATION, [pattern(HTML), embedded.lex('html')], ENTITY, [pattern(ANY), ''], END_LINE],
      interpolation: [[/\}/, 'si', '#pop'], include('ruby')],
      ruby: [
        [/\{/, ruby, 'ruby'],
        [/\}/, ruby, '#pop'],
        [/[^{}]+/, ruby],
      ],
    },
  })
}

export const createSlimLexer = (_: unknown, find: FindLexer): Lexer => defineSlim(find)()
