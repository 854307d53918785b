import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMarkdown, type Highlight, type MarkdownOptions } from '../../src/markdown/index.ts'

// The recorded output of the originals, where the data is at hand (see test/markdown/cases for what is always here).

interface Case {
  readonly id: string
  readonly markdown: string
  readonly html: string
  readonly options?: Partial<MarkdownOptions>
  readonly oracleHtml?: string
  readonly htmlNoTokens?: string
  readonly oracleAgrees?: boolean
  readonly highlighter?: string
}

const folder = path.join(
  process.env['OCTAVO_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared'),
  'conformance',
)

const load = (name: string): readonly Case[] => {
  const data: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  return data as readonly Case[]
}

const CODE = /<code([^>]*)>([\s\S]*?)<\/code>/g
const TOKEN = /<span class="[a-z0-9]+">([^<]*)<\/span>/g

/** Takes the highlighter's spans out of code. */
const withoutTokens = (html: string): string =>
  html.replace(CODE, (_, attributes: string, code: string) => `<code${attributes}>${code.replace(TOKEN, '$1')}</code>`)

const KRAMDOWN: Partial<MarkdownOptions> = { input: 'kramdown', syntax_highlighter_opts: {}, hard_wrap: true }

// The suite's own formatter, which one case names as an option: here it is a highlighter.
const highlight: Highlight = (code, _language, place, { formatter }) => {
  const escaped = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const html = `<div class="highlight"><pre class="highlight"><code>${escaped}</code></pre></div>`
  if (place === 'span') return escaped
  return formatter === undefined ? html : `<div class="custom-class">${html}</div>`
}

const formatterOf = (options: Case['options']): Partial<MarkdownOptions> =>
  JSON.stringify(options ?? {}).includes('"formatter"') ? { highlight } : {}

const check = (cases: readonly Case[], base: Partial<MarkdownOptions>): void => {
  for (const { id, markdown, options, html, oracleHtml, htmlNoTokens, highlighter } of cases) {
    it(id, () => {
      const expected = htmlNoTokens ?? oracleHtml ?? html
      const actual = createMarkdown({ ...base, ...options, ...formatterOf(options) }).render(markdown)
      expect(actual).toBe(highlighter !== undefined && htmlNoTokens === undefined ? withoutTokens(expected) : expected)
    })
  }
}

describe.skipIf(!existsSync(folder))('kramdown, case by case', () => {
  if (!existsSync(folder)) return
  // The suite registers a formatter of its own for one case, which no option can name here.
  const isOwnFormatter = ({ id }: Case): boolean => id === 'block/06_codeblock/rouge/multiple'
  describe('kramdown', () =>
    check(
      load('kramdown.json').filter((one) => !isOwnFormatter(one)),
      KRAMDOWN,
    ))
  describe('GFM', () =>
    check(
      load('kramdown-gfm.json').filter(({ oracleAgrees }) => oracleAgrees),
      KRAMDOWN,
    ))
  describe('as Jekyll sets it up', () => check(load('kramdown-jekyll.json'), {}))
  describe('whole documents', () => check(load('kramdown-jekyll-docs.json'), {}))
})
