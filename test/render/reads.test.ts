import { describe, expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

// What rendering notes of a site: each page's reads, as an incremental build needs them. A plugin shows what every page came with.

interface Reads {
  readonly objects: Readonly<Record<string, readonly string[]>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly includes: readonly string[]
  readonly links: readonly string[]
  readonly layouts: readonly string[]
}

const SHOW_READS = `
const names = (map) => Object.fromEntries([...map].map(([name, set]) => [name, [...set].sort()]).sort())
const show = ({ page, reads, layouts }) => [page.relativePath, {
  objects: names(reads.objects), lists: names(reads.lists), includes: [...reads.includes], links: [...reads.links],
  layouts: layouts.map((layout) => layout.relativePath),
}]
export default {
  name: 'show-reads',
  finish: (site, rendered) => [{ path: 'reads.json', body: JSON.stringify(Object.fromEntries(rendered.map(show))) }],
}
`

const readsOf = async (files: Files): Promise<Readonly<Record<string, Reads>>> => {
  const site = await buildFiles({ '_config.yml': 'title: Books\n', '_plugins/show-reads.mjs': SHOW_READS, ...files })
  return JSON.parse(site.text('reads.json') ?? '{}') as Readonly<Record<string, Reads>>
}

const NAV =
  '{% assign chapters = site.pages | where: "book", page.book | sort: "chapter" %}' +
  '{% for c in chapters %}<a href="{{ c.url }}">{{ c.title }}</a>{% endfor %}'

const chapter = (book: string, number: number): Files => ({
  [`${book}-${number}.md`]: `---\nlayout: page\nbook: ${book}\nchapter: ${number}\ntitle: T${number}\nstatus: red\n---\n{% include nav.html %}\n`,
})

const chapters = (book: string, count: number): Files =>
  Object.assign({}, ...Array.from({ length: count }, (_, i) => chapter(book, i + 1)))

const LAYOUTS = {
  '_layouts/page.html': '---\nlayout: outer\n---\n<h1>{{ page.title }}</h1>{{ content }}',
  '_layouts/outer.html': '<title>{{ site.title }}</title>{{ content }}',
  '_includes/nav.html': NAV,
}
const PLAIN = { 'plain.md': '---\nlayout: outer\ntitle: Plain\n---\n{{ page.title }}, see {% link a-1.md %}\n' }

describe('the reads of a rendered page', () => {
  it('are the projection of a list and what was read of single members', async () => {
    const reads = await readsOf({ ...LAYOUTS, ...chapters('a', 3), ...chapters('b', 9), ...PLAIN })
    expect(reads['a-2.md']).toEqual({
      objects: {
        'a-1.md': ['chapter', 'title', 'url'],
        'a-2.md': ['book', 'chapter', 'title', 'url'],
        'a-3.md': ['chapter', 'title', 'url'],
        site: ['pages', 'title'],
      },
      lists: { 'site.pages': ['book', 'chapter'] },
      includes: ['_includes/nav.html'],
      links: [],
      layouts: ['_layouts/page.html', '_layouts/outer.html'],
    })
  })

  it('are a projection alone where a page walks over a long list', async () => {
    const reads = await readsOf({ ...LAYOUTS, ...chapters('a', 120) })
    for (const [name, { objects, lists }] of Object.entries(reads)) {
      expect(lists, name).toEqual({ 'site.pages': ['book', 'chapter', 'title', 'url'] })
      expect(Object.keys(objects).length, name).toBeLessThan(4)
    }
  })

  it('hold nothing of lists that a page does not look at', async () => {
    const reads = await readsOf({ ...LAYOUTS, ...chapters('a', 3), ...PLAIN })
    expect(reads['plain.md']).toEqual({
      objects: { 'plain.md': ['title'], site: ['title'] },
      lists: {},
      includes: [],
      links: ['a-1.md'],
      layouts: ['_layouts/outer.html'],
    })
  })

  it('are the same whichever page asked first', async () => {
    const reads = await readsOf({ ...LAYOUTS, ...chapters('b', 12) })
    const lists = Object.values(reads).map((page) => page.lists)
    expect(lists).toEqual(lists.map(() => ({ 'site.pages': ['book', 'chapter'] })))
  })

  it('are those of every member where a list has no name', async () => {
    const lookup = '{% assign firsts = paginator.posts | where: "title", "P1" %}{{ firsts.size }}\n'
    const post = (n: number): Files => ({ [`_posts/2024-01-0${n}-p.md`]: `---\ntitle: P${n}\n---\nText.\n` })
    const reads = await readsOf({
      '_config.yml': 'paginate: 9\nplugins: [jekyll-paginate]\n',
      ...Object.assign({}, ...Array.from({ length: 9 }, (_, i) => post(i + 1))),
      'index.html': `---\n---\n${lookup}${lookup}`,
    })
    const { objects } = reads['index.html']!
    expect(Object.keys(objects).filter((name) => name.startsWith('_posts/'))).toHaveLength(9)
    expect(objects['_posts/2024-01-05-p.md']).toEqual(['title'])
  })

  it('hold whole pages where a list is printed', async () => {
    const reads = await readsOf({
      ...LAYOUTS,
      ...chapter('a', 1),
      'list.html': '---\n---\n{{ site.pages }}',
      'some.html': '---\n---\n{{ site.pages | where: "book", "a" | reverse | join }}',
    })
    expect(reads['list.html']?.lists).toEqual({ 'site.pages': ['*'] })
    expect(reads['some.html']?.objects['a-1.md']).toContain('*')
  })

  it('name collections and posts, and note the reads of an excerpt with its post', async () => {
    const reads = await readsOf({
      '_config.yml': 'collections: { recipes: { output: true } }\n',
      '_recipes/soup.md': '---\ntitle: Soup\n---\n{{ site.recipes | sort: "title" | map: "url" }}\n',
      '_posts/2024-01-01-a.md': '---\ntitle: A\n---\nOn {{ site.time | date: "%Y" }}\n\nMore.\n',
      'index.md': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}\n',
    })
    expect(reads['_recipes/soup.md']?.lists).toEqual({ 'collections/recipes': ['title'] })
    expect(reads['index.md']?.lists).toEqual({ 'collections/posts': [] })
    expect(reads['index.md']?.objects).toEqual({ '_posts/2024-01-01-a.md': ['excerpt'], site: ['posts'] })
    expect(reads['_posts/2024-01-01-a.md']?.objects['site']).toEqual(['time'])
  })
})
