// Markdown. Fenced code and front matter go through the lexers of their languages, inline HTML through that of HTML.

import { type Action, defineLexer, escapePattern, pattern, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { createHtmlLexer } from './html.ts'

import { createYamlLexer } from './yaml.ts'

const EDOT = '(?:\\\\.|[^\\\\\\n])'
const delegateTo =
  (key: string): Action =>
  (scan, match) =>
    (scan.memory[key] as Lexer).lex(match[0], scan.emit)

const frontMatter: Action = (scan, match) => {
  const yaml = createYamlLexer()
  yaml.lex(match[0], scan.emit)
}

// ```ruby     a fence to its end, or, where it has none, the rest line by line
const fence =
  (find: FindLexer): Action =>
  (scan, match) => {
    const [, indent = '', ticks = '', info = '', , code, end, close] = match
    const name = info.trim()
    const inner = find(name === '' ? 'guess' : name)
    scan.emit('', indent)
    scan.emit('p', ticks)
    scan.emit('nl', info)
    if (code !== undefined) {
      if (inner) inner.lex(code, scan.emit)
      else scan.emit('sb', code)
    }
    scan.emit('', end ?? '')
    if (close !== undefined) scan.emit('p', close)
    else {
      scan.memory['fenced'] = inner
      scan.move(`fence ${ticks}`)
    }
  }

const fencedLine: Action = (scan, match) => {
  const inner = scan.memory['fenced'] as Lexer | undefined
  if (inner) inner.lex(match[0], scan.emit)
  else scan.emit('sb', match[0])
}

// quirk(rouge): what begins like the fence ends it, and a last line without an end is an error.
const openFence = (name: string): readonly Rule[] => [
  [pattern(`^([ \\t]*)(${escapePattern(name.slice(6))})`), ['', 'p'], '#pop'],
  [/^.*\n/, fencedLine],
]

const blockRules = (find: FindLexer): readonly Rule[] => [
  [/---\s*\n[\s\S]*?\n?^---\s*$\n?/, frontMatter],
  [/\\./, 'se'],
  [/^[\S ]+\n---*\n/, 'gh'],
  [/^[\S ]+\n===*\n/, 'gu'],
  [/^#(?=[^#]).*?$/, 'gh'],
  [/^##*.*?$/, 'gu'],
  [/^([ \t]*)(`{3,}|~{3,})([^\n]*\n)(([\s\S]*?)(\n\1)(\2))?/, fence(find)],
  [/\n\n(?:(?: {4}|\t).*?\n|\n)+/, 'sb'],
  [pattern(`(\`+)(?:${EDOT}|\\n)+?\\1`), 'sb'],
  [/^(?:\s*[*]){3,}\s*$/, 'p'],
  [/^(?:\s*[-]){3,}\s*$/, 'p'],
  [/^\s*[*+-](?=\s)/, 'p'],
  [/^\s*\d+\./, 'p'],
  [/^\s*>.*?$/, 'gt'],
  [pattern(`^(\\s*)(\\[)(${EDOT}+?)(\\])(\\s*)(:)`), ['', 'p', 'ss', 'p', '', 'p'], ['title', 'url']],
]

const INLINE: readonly Rule[] = [
  [pattern(`(!?\\[)(${EDOT}*?|[^\\]]*?)(\\])(?=[\\[(])`), ['p', 'nv', 'p'], 'link'],
  [/[*]{2}[^* \n][^*\n]*[*]{2}/, 'gs'],
  [/[*]{3}[^* \n][^*\n]*[*]{3}/, 'ges'],
  [pattern(`__${EDOT}*?__`), 'gs'],
  [pattern(`[*]${EDOT}*?[*]`), 'ge'],
  [pattern(`_${EDOT}*?_`), 'ge'],
  [/<[^\n@]*?@[^\n]+[.][^\n]+>/, 'nv'],
  [pattern(`<(?:https?|mailto|ftp)://${EDOT}*?>`), 'nv'],
  [/[^\\`[*\n&<]+/, ''],
  [/&\S*;/, delegateTo('html')],
  [pattern(`<${EDOT}*?>`), delegateTo('html')],
  [/[&<]/, ''],
  [/\[/, ''],
  [/\n/, ''],
]

const TITLE: readonly Rule[] = [
  [pattern(`"${EDOT}*?"`), 'nn'],
  [pattern(`'${EDOT}*?'`), 'nn'],
  [pattern(`[(]${EDOT}*?[)]`), 'nn'],
  [/\s*(?=["'()])/, ''],
  [/(?:)/, '', '#pop'],
]

const URL_RULES: readonly Rule[] = [
  [/[ \t]+/, ''],
  [pattern(`(<)(${EDOT}*?)(>)`), ['nt', 'sx', 'nt'], '#pop'],
  [/\S+/, 'sx', '#pop'],
]

/** `before` are the rules of a language that has Markdown between its own. */
export const defineMarkdown = (find: FindLexer, before: readonly Rule[]): (() => Lexer) =>
  defineLexer({
    start: (memory) => {
      memory['html'] = createHtmlLexer()
    },
    derive: openFence,
    states: {
      root: [...before, ...blockRules(find), ...INLINE],
      link: [
        [pattern(`(\\[)(${EDOT}*?)(\\])`), ['p', 'ss', 'p'], '#pop'],
        [/[(]/, 'p', ['inlineTitle', 'inlineUrl']],
        [/[ \t]+/, ''],
        [/(?:)/, '', '#pop'],
      ],
      url: URL_RULES,
      title: TITLE,
      inlineTitle: [[/[)]/, 'p', '#pop'], ...TITLE],
      inlineUrl: [[/[^<\s)]+/, 'sx', '#pop'], [/\s+/, ''], ...URL_RULES],
    },
  })

export const createMarkdownLexer = (_: unknown, find: FindLexer): Lexer => defineMarkdown(find, [])()
