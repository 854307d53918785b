import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { build } from '../../../src/build.ts'
import { isCopy } from '../../../src/model/output.ts'
import { fillTemplate, TEMPLATE } from '../../../src/plugins/social-cards/template.ts'
import { type BuiltSite, buildFiles, type Files } from '../../site.ts'

const META = '{{ page.social_card.path }}|{{ page.image.path | default: page.image }}'

const site = (settings = ' true', more = ''): string =>
  `title: The Site\nurl: https://example.org\noctavo:\n  social_cards:${settings}\n${more}`

const remarks = ({ result }: BuiltSite): string[] =>
  result.warnings.map(({ message, place }) => `${place?.path ?? ''}: ${message}`)

const buildSite = (files: Files): Promise<BuiltSite> => buildFiles({ '_config.yml': site(), ...files })

const cardOf = (built: BuiltSite, text: string | undefined): string => {
  const name = /assets\/cards\/\w+\.png/.exec(text ?? '')?.[0]
  const body = built.result.outputs.find((output) => output.path === name)?.body
  if (body === undefined || !isCopy(body)) throw new Error(`There is no card ${name}`)
  return body.copy
}

describe('social cards', () => {
  it('are drawn for pages and documents, each in its own words', async () => {
    const built = await buildSite({
      'a.html': `---\ntitle: First\n---\n${META}`,
      '_posts/2024-01-01-b.html': `---\ntitle: Second\n---\n${META}`,
      'feed.xml': `---\n---\n${META}`,
      '404.html': `---\n---\n${META}`,
    })
    expect(remarks(built)).toEqual([])
    const [one, two] = [cardOf(built, built.text('a.html')), cardOf(built, built.text('2024/01/01/b.html'))]
    expect(one).not.toBe(two)
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect([built.text('feed.xml'), built.text('404.html')]).toEqual(['|', '|'])
  })

  it('leave a picture that the author gave, and pages that want none', async () => {
    const built = await buildSite({
      'own.html': `---\nimage: /own.png\n---\n${META}`,
      'hash.html': `---\nimage: {path: /own.png}\n---\n${META}`,
      'none.html': `---\nsocial_card: false\n---\n${META}`,
    })
    expect(['own', 'hash', 'none'].map((name) => built.text(`${name}.html`))).toEqual(['|/own.png', '|/own.png', '|'])
  })

  it('stand in for the picture of {% seo %}', async () => {
    const plugins = 'plugins: [jekyll-seo-tag]\n'
    const files = { 'a.html': '---\ntitle: First\n---\n{% seo %}', 'b.html': '---\nimage: /own.png\n---\n{% seo %}' }
    const built = await buildFiles({ '_config.yml': site(' true', plugins), ...files })
    expect(built.text('a.html')).toMatch(
      /<meta property="og:image" content="https:\/\/example\.org\/assets\/cards\/\w+\.png" \/>/,
    )
    expect(built.text('a.html')).toContain('<meta property="og:image:width" content="1200" />')
    expect(built.text('a.html')).toContain('content="summary_large_image"')
    expect(built.text('b.html')).toContain('content="https://example.org/own.png"')
  })

  it("may be the page's picture itself", async () => {
    const built = await buildFiles({ '_config.yml': site('\n    key: image'), 'a.html': `---\n---\n${META}` })
    expect(built.text('a.html')).toMatch(/^\|\/assets\/cards\/\w+\.png$/)
  })

  it('stand in the head of the shipped theme, which says nothing without them', async () => {
    const files = { 'index.md': '---\nlayout: page\ntitle: A "quoted" & <b>title</b>\ndescription: Text\n---\nx\n' }
    const on = await buildFiles({ '_config.yml': site(' true', 'theme: octavo\nbaseurl: /deep\n'), ...files })
    const head = on.text('index.html') ?? ''
    expect(head).toMatch(/<meta property="og:image" content="https:\/\/example\.org\/deep\/assets\/cards\/\w+\.png">/)
    expect(head).toContain('<meta property="og:title" content="A &quot;quoted&quot; &amp; title">')
    expect(head).toContain('<meta property="og:description" content="Text">')
    expect(head).toContain('<meta property="og:url" content="https://example.org/deep/">')
    const off = await buildFiles({ '_config.yml': 'theme: octavo\n', ...files })
    expect(off.text('index.html')).not.toContain('og:')
  })

  it('are drawn after a template of your own', async () => {
    const template =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><text data-wrap="200" y="50">{{title}} {{ page.mood }}</text></svg>'
    const config = site('\n    template: card.svg')
    const files = { 'card.svg': template, 'a.html': `---\ntitle: A\nmood: glad\n---\n${META}` }
    const built = await buildFiles({ '_config.yml': config, ...files })
    expect(remarks(built)).toEqual([])
    expect(await sharp(cardOf(built, built.text('a.html'))).metadata()).toMatchObject({ width: 300, height: 200 })
    const wrong = await buildFiles({
      '_config.yml': config,
      ...files,
      'card.svg': template.replace('{{title}}', '{{titel}}'),
    })
    expect(remarks(wrong)).toEqual(["card.svg: The template for social cards asks for 'titel', which there is not"])
    const broken = await buildFiles({ '_config.yml': config, ...files, 'card.svg': '<svg' })
    expect(remarks(broken)).toEqual([expect.stringContaining('A social card cannot be drawn')])
    expect(broken.text('a.html')).toBe('|')
    await expect(buildFiles({ '_config.yml': config })).rejects.toThrow('There is no template')
    await expect(buildFiles({ '_config.yml': site('\n    template: ../../card.svg') })).rejects.toThrow(
      'There is no template',
    )
  })

  it('need an address, and say which setting is none', async () => {
    const built = await buildFiles({ '_config.yml': 'octavo:\n  social_cards:\n    colour: red\n' })
    expect(remarks(built)).toEqual([
      "_config.yml: 'octavo.social_cards' has no setting 'colour'",
      expect.stringContaining('_config.yml: Social cards need the address'),
    ])
  })

  it('are drawn once', async () => {
    const built = await buildSite({ 'a.html': '---\ntitle: A\n---\n', 'b.html': '---\ntitle: B\n---\n' })
    const at = path.join(built.folder, '.octavo-cache/cards')
    const times = (): number[] => readdirSync(at).map((name) => statSync(path.join(at, name)).mtimeMs)
    const before = times()
    expect(before.length).toBe(2)
    await build({ source: built.folder, destination: path.join(built.folder, '_site'), dryRun: true })
    expect(times()).toEqual(before)
    rmSync(built.folder, { recursive: true })
  })
})

describe('the template', () => {
  const fill = (template: string, title: string): string => fillTemplate(template, new Map([['title', title]]))

  it('escapes what it is given, once', () => {
    const text = 'A <b> & "c" \u0000 \ud800 {{ title }}'
    expect(fill('<text>{{title}}</text><g id="{{ title }}"/>', text)).toBe(
      '<text>A &lt;b&gt; &amp; &quot;c&quot;  \ufffd {{ title }}</text><g id="A &lt;b&gt; &amp; &quot;c&quot;  \ufffd {{ title }}"/>',
    )
    expect(fill('<text data-wrap="4000" x="1" y="2" font-size="10">{{title}}</text>', text)).toBe(
      '<text font-size="10" x="1" y="2">A &lt;b&gt; &amp; &quot;c&quot;  \ufffd {{ title }}</text>',
    )
  })

  it('begins a text that runs from right to left at the other end', () => {
    expect(fill('<text data-wrap="400" x="80" y="9" font-size="20">{{ title }}</text>', 'שלום')).toBe(
      '<text font-size="20" direction="rtl" x="480" y="9">שלום</text>',
    )
  })

  it('gives a drawing for any title', async () => {
    for (const title of ['', 'x'.repeat(9999), '目'.repeat(300), '👩‍👩‍👧 family', ']]> <!-- &amp; \u0007', 'كتاب']) {
      const svg = fillTemplate(TEMPLATE, new Map([['title', title]]))
      expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ width: 1200, height: 630 })
    }
  })
})
