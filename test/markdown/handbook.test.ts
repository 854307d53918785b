// The handbook tells the truth: its examples of the dialect stand in it as code and as themselves, it leaves out no construct and no option,
// and the rule that it adds as an example works.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { BLOCK_RULES, INLINE_RULES } from '../../src/markdown/grammar.ts'
import { createKramdown } from '../../src/markdown/markdown.ts'
import { KRAMDOWN_DEFAULTS } from '../../src/markdown/options.ts'

const root = path.resolve(import.meta.dirname, '../..')
const readPage = (name: string): string => readFileSync(path.join(root, 'pages', name), 'utf8')
const dialect = readPage('markdown.md')

/** The fenced blocks of a language. */
const blocksOf = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^(\`{3,})${language}\n(.*?\n)\\1$`, 'gms'))].map((match) => match[2] ?? '')

// What the page calls each rule of the grammar.
const TOLD_AS: Readonly<Record<string, string>> = {
  blank_line: 'A blank line',
  codeblock: 'indented by four spaces',
  codeblock_fenced: 'backticks or tildes',
  blockquote: '### Blockquotes',
  atx_header: 'one to six hashes',
  horizontal_rule: '### Horizontal rules',
  list: '### Lists',
  definition_list: '### Definition lists',
  block_html: '### HTML',
  setext_header: 'underlined with',
  block_math: '### Math',
  table: '### Tables',
  footnote_definition: '### Footnotes',
  link_definition: 'link definition',
  abbrev_definition: '### Abbreviations',
  block_extensions: '## Extensions',
  eob_marker: 'end-of-block marker',
  paragraph: '### Paragraphs',
  content: 'plain text',
  emphasis: '### Emphasis',
  codespan: '### Code spans',
  autolink: 'An address in angle brackets',
  span_html: '<kbd>',
  footnote_marker: '[^binding]',
  link: '### Links and images',
  smart_quotes: 'quotes',
  inline_math: '### Inline math',
  span_extensions: '## Extensions',
  html_entity: '### Entities',
  typographic_syms: '### Typographic symbols',
  line_break: 'line breaks',
  escaped_chars: 'escapes',
  strikethrough_gfm: '~~and this is gone~~',
}

describe('the chapter on the dialect', () => {
  it.each(blocksOf(dialect, 'markdown'))('shows what it says: %j', (example) =>
    expect(dialect).toContain(`\n\n${example}\n`),
  )

  it.each([...new Set([...BLOCK_RULES.map(([name]) => name), ...INLINE_RULES.map(([, { name }]) => name)])])(
    'tells of %s',
    (name) => expect(dialect).toContain(TOLD_AS[name] ?? `a word for ${name}`),
  )

  it.each(Object.keys(KRAMDOWN_DEFAULTS))('tells of the option %s', (name) => expect(dialect).toContain(`\`${name}\``))
})

describe('the chapter on a new rule', () => {
  it('adds one that works', async () => {
    const page = readPage('adding-a-rule.md')
    const code = blocksOf(page, 'ts').find((block) => block.includes('export const mark')) ?? ''
    const folder = mkdtempSync(path.join(tmpdir(), 'rule-'))
    const outfile = path.join(folder, 'rule.mjs')
    const resolveDir = path.join(root, 'src/markdown/inline')
    await build({ stdin: { contents: code, resolveDir, loader: 'ts' }, bundle: true, format: 'esm', outfile })
    const { mark } = (await import(pathToFileURL(outfile).href)) as { readonly mark: never }
    rmSync(folder, { recursive: true })
    const { md } = createKramdown({})
    md.inline.ruler.push('mark', mark)
    const text = blocksOf(page, 'markdown')[0] ?? ''
    expect(text).not.toBe('')
    expect(md.render(text)).toBe(blocksOf(page, 'html')[0])
  })
})
