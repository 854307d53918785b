import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const chapter = (book: string, number: string, title: string): string =>
  `---\nbook: ${book}\nchapter: ${number}\ntitle: ${title}\n---\nx\n`
const LIST = `---\n---\n{% for b in site.books %}{{ b.name }}({{ b.title }}):{% for c in b.chapters %}{{ c.title }}{% unless forloop.last %},{% endunless %}{% endfor %};{% endfor %}`
const NAV =
  '{{ page.book_nav.previous.title }}<{{ page.title }}>{{ page.book_nav.next.title }} {{ page.book_nav.position }}/{{ page.book_nav.total }}'

const orders: [string, Record<string, string>, string][] = [
  ['numbers as numbers', { a: '10', b: '2', c: '2.1', d: '1' }, 'd,b,c,a'],
  ['numbers in quotes too', { a: '"10"', b: '"9"', c: '8.5' }, 'c,b,a'],
  ['dotted text segment by segment', { a: '1.10.1', b: '1.9.1', c: '1.2.3' }, 'c,b,a'],
  ['text after numbers', { a: 'A', b: '99', c: 'B' }, 'b,a,c'],
  ['no chapter last', { a: '~', b: '5' }, 'b,a'],
]

describe('the order of chapters', () => {
  it.each(orders)('%s', async (_, chapters, expected) => {
    const files = Object.fromEntries(
      Object.entries(chapters).map(([title, number]) => [`${title}.md`, chapter('x', number, title)]),
    )
    const site = await buildFiles({ ...files, 'list.html': LIST })
    expect(site.text('list.html')).toBe(`x(x):${expected};`)
  })

  it('follows the list in the configuration, with parts, and then the numbers', async () => {
    const site = await buildFiles({
      '_config.yml':
        'books:\n  x:\n    title: The X\n    parts:\n      - title: One\n        chapters: [c.md]\n      - title: Two\n        chapters: [a, /b.html]\n',
      'a.md': '---\ntitle: a\n---\n',
      'b.md': '---\ntitle: b\n---\n',
      'c.md': '---\ntitle: c\n---\n',
      'd.md': chapter('x', '1', 'd'),
      'list.html': LIST,
      'parts.html':
        '---\n---\n{% for p in site.books[0].parts %}{{ p.title }}={{ p.chapters | map: "title" | join: "+" }};{% endfor %}',
    })
    expect(site.text('list.html')).toBe('x(The X):c,a,b,d;')
    expect(site.text('parts.html')).toBe('One=c;Two=a+b;=d;')
  })
})

describe('page.book_nav', () => {
  it('knows neighbours, place and contents page', async () => {
    const site = await buildFiles({
      '_layouts/c.html': NAV,
      '_config.yml': 'defaults: [{scope: {path: ""}, values: {layout: c}}]\n',
      'a.md': chapter('x', '1', 'a'),
      'b.md': chapter('x', '2', 'b'),
      'c.md': chapter('x', '3', 'c'),
      'other.md': '---\ntitle: o\n---\n',
    })
    expect(site.text('a.html')).toBe('<a>b 1/3')
    expect(site.text('b.html')).toBe('a<b>c 2/3')
    expect(site.text('c.html')).toBe('b<c> 3/3')
    expect(site.text('other.html')).toBe('<o> /')
  })

  it('leaves the data of a site that says books itself', async () => {
    const site = await buildFiles({
      '_config.yml': 'books: [one, two]\n',
      'i.html': '---\n---\n{{ site.books | join: "," }}',
    })
    expect(site.text('i.html')).toBe('one,two')
  })
})

describe('warnings about books', () => {
  const messages = async (files: Record<string, string>) =>
    (await buildFiles(files)).result.warnings.map(
      ({ message, place }) => `${place?.path}:${place?.line ?? ''} ${message}`,
    )

  it('names file and line of a chapter that is missing, repeated or no number', async () => {
    const found = await messages({
      'a.md': '---\ntitle: a\nbook: x\n---\n',
      'b.md': chapter('x', '1', 'b'),
      'c.md': chapter('x', '1', 'c'),
      'd.md': chapter('x', 'A', 'd'),
    })
    expect(found).toEqual([
      expect.stringMatching(/^a\.md:3 .*has no chapter/),
      expect.stringMatching(/^c\.md:3 Chapter 1 .* twice: b\.md/),
      expect.stringMatching(/^d\.md:3 The chapter "A" .* not a number/),
    ])
  })

  it('names a chapter that is listed but absent', async () => {
    expect(
      await messages({ '_config.yml': 'books: {x: {chapters: [a.md, gone.md]}}\n', 'a.md': '---\n---\n' }),
    ).toEqual([expect.stringMatching(/lists the chapter "gone\.md"/)])
  })

  it('are errors under --strict', async () => {
    await expect(buildFiles({ 'a.md': '---\nbook: x\n---\n' }, { strict: true })).rejects.toThrow(/has no chapter/)
  })
})

describe('the chapter navigation includes', () => {
  const root = path.resolve(import.meta.dirname, '../../includes')
  const include = (name: string): string => readFileSync(path.join(root, name), 'utf8')
  const links = (html: string | undefined): string[] =>
    [...(html ?? '').matchAll(/<a\b[^>]*\brel="(prev|next)"[^>]*>|<a\b[^>]*>/g)].flatMap(([tag, rel]) =>
      rel ? [`${rel} ${/href="([^"]*)"/.exec(tag)?.[1]}`] : [],
    )

  it('agree, position by position', async () => {
    const files: Record<string, string> = { '_config.yml': 'baseurl: /base\n' }
    for (const name of ['chapter-nav.html', 'chapter-nav-portable.html', 'words.html'])
      files[`_includes/${name}`] = include(name)
    files['_layouts/c.html'] =
      '<!--a-->{% include chapter-nav.html position="top" %}<!--b-->{% include chapter-nav-portable.html position="top" %}'
    for (let i = 1; i <= 12; i++)
      files[`p/c${i}.md`] = `---\nlayout: c\nbook: x\nchapter: ${i}\ntitle: C${i} & <co>\n---\n`
    const site = await buildFiles(files)
    for (let i = 1; i <= 12; i++) {
      const [own, portable] = (site.text(`p/c${i}.html`) ?? '').split('<!--b-->')
      const expected = [
        ...(i > 1 ? [`prev /base/p/c${i - 1}.html`] : []),
        ...(i < 12 ? [`next /base/p/c${i + 1}.html`] : []),
      ]
      expect([...new Set(links(own))].sort().reverse()).toEqual(expected.sort().reverse())
      expect([...new Set(links(portable))].sort().reverse()).toEqual(expected.sort().reverse())
    }
  })
})
