// What naming the gem of GitHub Pages sets.
import { describe, expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

const built = (config: string, files: Files, environment?: string) =>
  buildFiles({ '_config.yml': `plugins: [github-pages]\n${config}`, ...files }, { environment })

describe('github-pages', () => {
  it('switches its plugins on', async () => {
    const { text, result } = await built('', {
      'README.md': '# My *site*\n\n[guide](docs/guide.md)\n',
      'docs/guide.md': '# Guide\n',
      '_layouts/default.html': '<title>{{ page.title }}</title>{{ content }}',
    })
    expect(text('index.html')).toContain('<title>My site</title>')
    expect(text('index.html')).toContain('<a href="/docs/guide.html">')
    expect(result.warnings).toEqual([])
  })

  it.each([
    ['future', '', 'true'],
    ['future', 'future: false', 'false'],
    ['lsi', 'lsi: true', 'false'],
    ['highlighter', 'highlighter: none', 'rouge'],
    ['markdown', 'markdown: redcarpet', 'kramdown'],
    ['markdown', 'markdown: GFM', 'CommonMarkGhPages'],
    ['kramdown.math_engine', 'kramdown: { math_engine: katex }', 'mathjax'],
    ['kramdown.gfm_quirks', '', 'paragraph_end'],
    ['kramdown.input', '', 'GFM'],
    ['sass.style', '', ''],
  ])('%s with %j', async (key, config, expected) => {
    const site = await built(config, { 'a.html': `---\n---\n{{ site.${key} }}` })
    expect(site.text('a.html')).toBe(expected)
  })

  it('compresses style sheets in production', async () => {
    const files = { 'a.html': '---\n---\n{{ site.sass.style }}' }
    expect((await built('', files, 'production')).text('a.html')).toBe('compressed')
  })

  it('keeps CNAME to itself unless the site excludes files of its own', async () => {
    const has = async (config: string): Promise<boolean> =>
      (await built(config, { CNAME: 'x.test' })).result.outputs.some(({ path }) => path === 'CNAME')
    expect([await has(''), await has('exclude: [x]')]).toEqual([false, true])
  })

  it('is what --safe allows', async () => {
    const site = await built('safe: true', { 'README.md': '# Hello', '_plugins/a.mjs': 'throw new Error("loaded")' })
    expect(site.text('index.html')).toContain('<h1')
  })
})

describe('jekyll-coffeescript', () => {
  it('says what to do with each file, and leaves it as it is', async () => {
    const { text, result } = await built('', { 'js/app.coffee': '---\n---\nalert 1\n' })
    expect(text('js/app.coffee')).toBe('alert 1\n')
    expect(result.warnings.map(({ message, advice }) => `${message}. ${advice}`)).toEqual([
      'Octavo does not compile CoffeeScript: js/app.coffee is written as it stands. Compile it once (npx --package coffeescript coffee -c js/app.coffee), commit js/app.js and delete the .coffee file; front matter goes with it.',
    ])
  })
})
