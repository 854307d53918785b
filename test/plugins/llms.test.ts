import { describe, expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

const SITE: Files = {
  '_includes/chapter-nav.html': '<nav class="chapter-nav chapter-nav-top" aria-label="x">ways</nav>',
  'guide/one.md':
    '---\ntitle: One [1]\nbook: a\nchapter: 1\ndescription: The first.\n---\n{% include chapter-nav.html %}\n\nOf {{ site.title }}, *kept*.\n\n```html\n<nav class="other">\n```\n',
  'two.md': '---\ntitle: Two\nbook: a\nchapter: 2\n---\n# A title of its own\n\ntext\n',
  'about.md': '---\ntitle: About\npermalink: /about/\n---\nUs.\n',
  'hidden.md': '---\ntitle: Hidden\nsearch: false\n---\nx\n',
  'three.html': '---\ntitle: Three\nbook: a\nchapter: 3\n---\n<p>three</p>\n',
}

const config = (octavo: string): string =>
  `title: S\ndescription: A site.\nurl: https://e.org\nbaseurl: /b\nbooks: {a: {title: The A, description: About a.}}\noctavo: ${octavo}\n`

const site = (octavo: string, more: Files = {}) => buildFiles({ ...SITE, '_config.yml': config(octavo), ...more })

describe('`octavo: markdown_twins`', () => {
  it('puts the Markdown beside each page of Markdown: after Liquid, titled, without navigation', async () => {
    const { text } = await site('{markdown_twins: true}')
    expect(text('guide/one.md')).toBe('# One [1]\n\nOf S, *kept*.\n\n```html\n<nav class="other">\n```\n')
    expect(text('two.md')).toBe('# A title of its own\n\ntext\n')
    expect(text('about/index.md')).toBe('# About\n\nUs.\n')
    expect(text('three.md')).toBeUndefined()
  })

  it('leaves a file of the site’s own in its place, and is off by default', async () => {
    const own = { 'own.txt': '---\npermalink: /two.md\n---\nmine' }
    expect((await site('{markdown_twins: true}', own)).text('two.md')).toBe('mine')
    expect((await site('{}')).text('about/index.md')).toBeUndefined()
  })
})

describe('`octavo: llms`', () => {
  it('lists the books and the other pages', async () => {
    const { text } = await site('{llms: true}')
    expect(text('llms.txt')).toBe(`# S

> A site.

## The A

About a.

- [One \\[1\\]](https://e.org/b/guide/one.html): The first.
- [Two](https://e.org/b/two.html)
- [Three](https://e.org/b/three.html)

## Pages

- [About](https://e.org/b/about/)
`)
  })

  it('leads to the twins where there are any', async () => {
    const { text } = await site('{llms: true, markdown_twins: true}')
    expect(text('llms.txt')).toContain('(https://e.org/b/guide/one.md)')
    expect(text('llms.txt')).toContain('(https://e.org/b/about/index.md)')
    expect(text('llms.txt')).toContain('(https://e.org/b/three.html)')
  })

  it('gives all of the text', async () => {
    const full = (await site('{llms: true}')).text('llms-full.txt') ?? ''
    expect(full).toMatch(/^# S\n\n> A site\.\n\n---\n\n# One \[1\]\n\nOf S/)
    expect(full).toContain('\n---\n\n# A title of its own\n\ntext\n')
    expect(full).toContain('# Three\n\n<p>three</p>\n')
    expect(full).not.toContain('ways')
  })

  it('leaves files of the site’s own in their place', async () => {
    expect((await site('{llms: true}', { 'llms.txt': '---\n---\nmine' })).text('llms.txt')).toBe('mine')
  })
})
