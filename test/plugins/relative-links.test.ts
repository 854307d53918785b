// jekyll-relative-links and excerpts. The results are the plugin's.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const ALL =
  'plugins: [jekyll-relative-links]\nrelative_links: { collections: true }\ncollections: { docs: { output: true } }\n'

it.each([
  {
    of: 'its own where documents are left alone',
    config: 'plugins: [jekyll-relative-links]\ncollections: { docs: { output: true } }\n',
    excerpt: 'own',
  },
  { of: 'a new one', config: ALL, excerpt: '<p>Text</p>\n' },
  {
    of: 'a new one in place of a default',
    config: `${ALL}defaults: [{ scope: { path: "" }, values: { excerpt: d } }]\n`,
    excerpt: '<p>Text</p>\n',
  },
])('gives a document $of', async ({ config, excerpt }) => {
  const site = await buildFiles({
    '_config.yml': config,
    '_docs/a.md': `---\n${config.includes('defaults') ? '' : 'excerpt: own\n'}---\nText\n\nMore\n`,
    'x.txt': '---\n---\n{{ site.docs.first.excerpt }}',
  })
  expect(site.text('x.txt')).toBe(excerpt)
})

it('gives a page without Liquid a new one', async () => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-relative-links]\n',
    'a.md': '---\nrender_with_liquid: false\nexcerpt: own\n---\nText {{ 1 }}\n\nMore\n',
    'x.txt': '---\n---\n{% assign a = site.pages | where: "name", "a.md" | first %}{{ a.excerpt }}',
  })
  expect(site.text('x.txt')).toBe('<p>Text {{ 1 }}</p>\n')
})

it('leaves the markup of a gist that is not shown unread', async () => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-gist]\n',
    'x.txt': '---\n---\n[{% if page.nope %}{% gist 1 "a b" %}{% endif %}]',
  })
  expect(site.text('x.txt')).toBe('[]')
})

it('leads nowhere above the site', async () => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-relative-links]\n',
    'a.md': '---\n---\n[a](../b.md) [b](sub/../b.md)\n',
    'b.md': '---\n---\n',
  })
  expect(site.text('a.html')).toBe('<p><a href="../b.md">a</a> <a href="/b.html">b</a></p>\n')
})

it('leaves the excerpt of a page alone that another plugin has looked at', async () => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-relative-links, jekyll-redirect-from]\n',
    'a.md': '---\nexcerpt: own\n---\nText\n',
    'x.txt': '---\n---\n{% assign a = site.pages | where: "name", "a.md" | first %}{{ a.excerpt }}',
  })
  expect(site.text('x.txt')).toBe('own')
})
