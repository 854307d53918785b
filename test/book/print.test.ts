import { describe, expect, it } from 'vitest'
import { type PrintedBook, printBook } from '../../src/book/print.ts'
import { buildFiles, type Files } from '../site.ts'

const chapterOf = (number: number, content: string, more: Partial<PrintedBook['chapters'][number]> = {}) => ({
  number,
  title: `C${number}`,
  part: undefined,
  description: undefined,
  language: undefined,
  url: `/p/c${number}.html`,
  path: `p/c${number}.md`,
  content,
  ...more,
})

const printed = (first: string, second = '<p id="x">two</p><p id="y:1">three</p>'): string => {
  const book = { front: undefined, chapters: [chapterOf(1, first), chapterOf(2, second)] }
  const html = printBook(book, { baseurl: '/base', url: 'https://example.org', contentsLabel: 'Contents' })
  const from = html.indexOf('<h2>C1</h2>\n') + '<h2>C1</h2>\n'.length
  return html.slice(from, html.indexOf('\n</section>', from))
}

// What the first of two chapters holds, and what becomes of it.
const cases: readonly (readonly [string, string, string])[] = [
  ['ids', '<p id="a">t</p>', '<p id="chapter-1-a">t</p>'],
  ['an id that is there twice', '<p id="a">t</p><p id="a">u</p>', '<p id="chapter-1-a">t</p><p>u</p>'],
  [
    'a link within the chapter',
    '<p id="a"><a href="#a">t</a></p>',
    '<p id="chapter-1-a"><a href="#chapter-1-a">t</a></p>',
  ],
  ['a link to an id that is not there', '<a href="#b">t</a>', '<a href="#chapter-1">t</a>'],
  ['a relative link to a chapter', '<a href="c2.html">t</a>', '<a href="#chapter-2">t</a>'],
  ['a relative link to a heading', '<a href="./c2.html#x">t</a>', '<a href="#chapter-2-x">t</a>'],
  ['a link without extension', '<a href="c2#y:1">t</a>', '<a href="#chapter-2-y:1">t</a>'],
  ['a link below the baseurl', '<a href="/base/p/c2.html#x">t</a>', '<a href="#chapter-2-x">t</a>'],
  [
    'a link with the site’s address',
    '<a href="https://example.org/base/p/c2.html">t</a>',
    '<a href="#chapter-2">t</a>',
  ],
  ['a link to another page', '<a href="../other.html#q">t</a>', '<a href="/base/other.html#q">t</a>'],
  ['a link with a query', '<a href="c2.html?a=1">t</a>', '<a href="/base/p/c2.html?a=1">t</a>'],
  ['a link out', '<a href="https://example.com/a b">t</a>', '<a href="https://example.com/a b">t</a>'],
  ['a link to nowhere', '<a href="http://[">t</a>', '<a href="http://[">t</a>'],
  ['a picture', '<img src="i/a.png" loading="lazy">', '<img src="/base/p/i/a.png">'],
  ['a source set', '<img srcset="i/a.png 1x, /base/b.png 2x">', '<img srcset="/base/p/i/a.png 1x, /base/b.png 2x">'],
  ['a label', '<label for="i">l</label><input id="i">', '<label for="chapter-1-i">l</label><input id="chapter-1-i">'],
  ['aria', '<p id="a" aria-labelledby="a gone">t</p>', '<p id="chapter-1-a" aria-labelledby="chapter-1-a">t</p>'],
  [
    'a drawing',
    '<svg><g id="g" fill="url(#g)"></g><use xlink:href="#g"></use></svg>',
    '<svg><g id="chapter-1-g" fill="url(#chapter-1-g)"></g><use xlink:href="#chapter-1-g"></use></svg>',
  ],
  [
    'a footnote',
    '<sup id="fnref:1"><a href="#fn:1">1</a></sup><li id="fn:1"></li>',
    '<sup id="chapter-1-fnref:1"><a href="#chapter-1-fn:1">1</a></sup><li id="chapter-1-fn:1"></li>',
  ],
  ['headings from the second level', '<h2>a</h2><h3>b</h3>', '<h3>a</h3><h4>b</h4>'],
  ['headings from the first level', '<h1>a</h1><h6>b</h6>', '<h3>a</h3><h6 aria-level="8">b</h6>'],
  ['what is folded', '<details><summary>s</summary>t</details>', '<details open=""><summary>s</summary>t</details>'],
  ['navigation', '<nav class="chapter-nav"><a href="c2.html">t</a></nav><p class="no-print">n</p>t', 't'],
  ['an unclosed tag', '<div><p>t', '<div><p>t</p></div>'],
]

describe('a chapter on the print page', () => {
  it.each(cases)('%s', (_, given, expected) => {
    expect(printed(given)).toBe(expected)
  })

  it('takes the text’s own title for the chapter’s', () => {
    const book = {
      front: undefined,
      chapters: [chapterOf(1, '<h1 id="own">“C” 1</h1><p><a href="#own">t</a></p>', { title: '"C" 1' })],
    }
    const html = printBook(book, { baseurl: '', url: undefined, contentsLabel: 'Contents' })
    expect(html).toContain('<h2 id="chapter-1-own">&quot;C&quot; 1</h2>')
    expect(html).toContain('<a href="#chapter-1-own">t</a>')
    expect(html.match(/<h1/g)).toBeNull()
  })

  it('stands below its part', () => {
    const chapters = [
      chapterOf(1, '<h2>a</h2>', { part: 'One & only' }),
      chapterOf(2, '', { part: 'One & only' }),
      chapterOf(3, '', { part: undefined }),
    ]
    const html = printBook({ front: undefined, chapters }, { baseurl: '', url: undefined, contentsLabel: 'Contents' })
    const headings = [...html.matchAll(/<h(\d)[^>]*>([^<]*)/g)].map(([, level, text]) => `${level} ${text}`)
    expect(headings).toEqual(['2 Contents', '2 One &amp; only', '3 C1', '4 a', '3 C2', '2 C3'])
  })

  it('may nest as deeply as an author likes', () => {
    const deep = '<div>'.repeat(20_000)
    expect(printed(`${deep}t`).endsWith('</div>')).toBe(true)
  })
})

const chapter = (book: string, number: number): string =>
  `---\nbook: ${book}\nchapter: ${number}\ntitle: ${book} ${number}\n---\n## Same\n\n[next](${book}${number + 1}.html#same)\n`
const LAYOUT = '---\n---\n<title>{{ page.title }}</title>{{ page.robots }}|{{ content }}'

describe('`octavo: print`', () => {
  const site = (more: Files): Files => ({
    '_layouts/print.html': LAYOUT,
    'a1.md': chapter('a', 1),
    'a2.md': chapter('a', 2),
    'forms.html': '---\n---\n{{ site.data.book_forms.a.print }}',
    ...more,
  })

  it('makes one page of one book', async () => {
    const { text, result } = await buildFiles(
      site({ '_config.yml': 'octavo: {print: true}\nplugins: [jekyll-sitemap]\n' }),
    )
    expect(text('print.html')).toMatch(/^<title>a<\/title>noindex\|<div class="print-front"/)
    expect(text('print.html')).toContain('<h3 id="chapter-1-same">Same</h3>')
    expect(text('print.html')).toContain('<a href="#chapter-2-same">next</a>')
    expect(text('forms.html')).toBe('/print.html')
    expect(text('sitemap.xml')).toContain('a1.html')
    expect(text('sitemap.xml')).not.toContain('print.html')
    expect(result.warnings).toEqual([])
  })

  it('makes a page of each of several, and a list of them', async () => {
    const { text } = await buildFiles(
      site({ '_config.yml': 'baseurl: /x\noctavo: {print: {path: /paper/all.html}}\n', 'b1.md': chapter('b', 1) }),
    )
    expect(text('paper/a/all.html')).toContain('<h2>a 2</h2>')
    expect(text('paper/b/all.html')).toContain('<h2>b 1</h2>')
    expect(text('paper/all.html')).toContain('<a href="/x/paper/a/all.html">a</a>')
    expect(text('forms.html')).toBe('/paper/a/all.html')
  })

  it('is a page by itself where the site has no layout for it', async () => {
    const { text } = await buildFiles({ '_config.yml': 'octavo: {print: true}\n', 'a1.md': chapter('a', 1) })
    expect(text('print.html')).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<h1>a<\/h1>[\s\S]*<h2>a 1<\/h2>/)
  })

  it('leaves a page of the site’s own in its place', async () => {
    const { text } = await buildFiles(
      site({ '_config.yml': 'octavo: {print: true}\n', 'print.html': '---\n---\nmine' }),
    )
    expect(text('print.html')).toBe('mine')
  })

  it('makes nothing where it is off, or where there is no book', async () => {
    expect((await buildFiles(site({}))).text('print.html')).toBeUndefined()
    expect((await buildFiles({ '_config.yml': 'octavo: {print: true}\n' })).text('print.html')).toBeUndefined()
  })

  it('holds what the contents page says, and chapters that are documents', async () => {
    const { text } = await buildFiles({
      '_config.yml': 'octavo: {print: true}\ncollections: {parts: {output: true}}\n',
      '_layouts/print.html': '{{ content }}',
      '_layouts/book.html': '{{ content }}',
      'index.md': '---\nlayout: book\nbook: a\n---\nWelcome to [one](parts/a1.html).\n',
      '_parts/a1.md': chapter('a', 1),
    })
    expect(text('print.html')).toContain('<p>Welcome to <a href="#chapter-1">one</a>.</p>')
  })
})
