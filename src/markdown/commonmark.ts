// `markdown: CommonMark` in a _config.yml: markdown-it's own rules, with the options, the extensions and the code blocks of
// jekyll-commonmark. Counterpart of Jekyll::Converters::Markdown::CommonMark.

import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import type { Heading } from './document.ts'
import type { Markdown } from './markdown.ts'
import type { Highlight } from './options.ts'
import { highlightPlainly } from './render/code.ts'
import { escapeAll, escapeAttribute } from './render/escape.ts'

export interface CommonMarkOptions {
  /** SMART, HARDBREAKS, NOBREAKS, UNSAFE, GITHUB_PRE_LANG; in any case. */
  readonly options: readonly string[]
  /** table, strikethrough, autolink, tagfilter. */
  readonly extensions: readonly string[]
  /** As in MarkdownOptions; asked for the inside of code blocks only. */
  readonly highlight: Highlight | undefined
}

/** What GitHub's flavour adds to CommonMark. */
export const GFM_EXTENSIONS: readonly string[] = ['table', 'strikethrough', 'autolink', 'tagfilter']

const OMITTED = '<!-- raw HTML omitted -->'
const FILTERED = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s>/]|$))/gi

const codeBlock = (code: string, language: string | undefined, highlight: Highlight, onPre: boolean): string => {
  const data = language === undefined ? '' : ` data-lang="${escapeAttribute(language)}"`
  const name = language === undefined ? '' : `language-${escapeAttribute(language)} `
  const inner = highlight(code, language, 'span', { guess_lang: true, wrap: false }) ?? escapeAll(code)
  const open = onPre ? `<pre class="highlight"${data}><code>` : `<pre class="highlight"><code${data}>`
  return `<div class="${name}highlighter-rouge"><div class="highlight">${open}${inner}</code></pre></div></div>\n`
}

const ALIGN = /^text-align:(\w+)$/

// Cells are aligned by an attribute of their own.
const alignCells = (md: MarkdownIt): void => {
  for (const type of ['th_open', 'td_open']) {
    md.renderer.rules[type] = (tokens, index, options, _env, renderer) => {
      const token = tokens[index]!
      const align = ALIGN.exec(String(token.attrGet('style') ?? ''))?.[1]
      if (align !== undefined) token.attrs = [['align', align]]
      return renderer.renderToken(tokens, index, options)
    }
  }
}

const renderHtml = (md: MarkdownIt, has: (name: string) => boolean): void => {
  const html = (content: string): string => {
    if (!has('UNSAFE')) return OMITTED
    return has('tagfilter') ? content.replace(FILTERED, '&lt;') : content
  }
  md.renderer.rules['html_inline'] = (tokens, index) => html(tokens[index]!.content)
  md.renderer.rules['html_block'] = (tokens, index) => {
    const { content } = tokens[index]!
    return has('UNSAFE') ? html(content) : `${OMITTED}\n`
  }
}

const create = (has: (name: string) => boolean, highlight: Highlight): MarkdownIt => {
  const md = new MarkdownItConstructor('commonmark', {
    breaks: has('HARDBREAKS'),
    typographer: has('SMART'),
    linkify: has('autolink'),
  })
  if (has('table')) md.enable('table')
  if (has('strikethrough')) md.enable('strikethrough')
  if (has('autolink')) md.enable('linkify')
  if (has('SMART')) md.enable(['replacements', 'smartquotes'])
  md.linkify.set({ fuzzyEmail: has('autolink'), fuzzyLink: false })
  md.renderer.rules['s_open'] = () => '<del>'
  md.renderer.rules['s_close'] = () => '</del>'
  if (has('NOBREAKS')) md.renderer.rules['softbreak'] = () => ' '
  md.renderer.rules['fence'] = (tokens, index) => {
    const { content, info } = tokens[index]!
    return codeBlock(content, info.trim().split(/\s+/)[0] || undefined, highlight, has('GITHUB_PRE_LANG'))
  }
  md.renderer.rules['code_block'] = (tokens, index) => codeBlock(tokens[index]!.content, undefined, highlight, false)
  alignCells(md)
  renderHtml(md, has)
  return md
}

const collectHeadings = (md: MarkdownIt, text: string): Heading[] => {
  const env = {}
  const tokens = md.parse(text, env)
  return tokens.flatMap((token, index) => {
    const children = tokens[index + 1]?.children
    if (token.type !== 'heading_open' || !children) return []
    const plain = children.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('')
    const html = md.renderer.renderInline(children, md.options, env)
    return [{ level: Number(token.tag.slice(1)), id: '', text: plain, html, line: (token.map?.[0] ?? 0) + 1 }]
  })
}

/** CommonMark gives headings no ids. */
export const createCommonMark = (given: Partial<CommonMarkOptions> = {}): Markdown => {
  const names = new Set([...(given.options ?? []).map((name) => name.toUpperCase()), ...(given.extensions ?? [])])
  const md = create((name) => names.has(name), given.highlight ?? highlightPlainly)
  const render = (text: string): string => md.render(text)
  return {
    render,
    renderDocument: (text) => ({ html: render(text), warnings: [], headings: collectHeadings(md, text) }),
  }
}
