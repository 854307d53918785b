import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

// What the tags of a template remember from one page to the next. The results are Jekyll's.

const LAYOUT = '{% for i in (1..3) %}{% cycle "a", "b" %}{% endfor %}'
const page = (layout: string, text = '') => `---\nlayout: ${layout}\n---\n${text}`

const CASES: readonly (readonly [rule: string, layout: string, pages: readonly string[], results: readonly string[]])[] = [
  ["a layout's cycle goes on where it stopped", LAYOUT, ['', '', ''], ['aba', 'bab', 'aba']],
  ["a page's own begins anew", '{{ content }}', [LAYOUT, LAYOUT, ''], ['aba', 'aba', '']],
  ['counters count on through all pages', '{{ content }}', ['{% increment n %}{% increment n %}', '{% increment n %}', '{% decrement n %}{{ n }}'], ['01', '2', '22']],
  ["a layout's ifchanged remembers the page before", '{% ifchanged %}x{% endifchanged %}', ['', '', ''], ['x', '', '']],
  ["so do a layout's loops that continue", '{% for i in (1..5) limit: 2 offset: continue %}{{ i }}{% endfor %}', ['', '', ''], ['12', '34', '5']],
  ['which go on from where a plain loop of the same name came to', '{% for i in (1..5) offset: continue %}{{ i }}{% endfor %}{% for i in (1..5) limit: 2 %}{{ i }}{% endfor %}', ['', '', ''], ['1234512', '34512', '34512']],
] // biome-ignore format: a table

for (const threads of [1, 2])
  it.each(CASES)(`%s, on ${threads} threads`, async (_, layout, pages, results) => {
    const names = pages.map((_text, at) => `page-${at}.html`)
    const files = Object.fromEntries(pages.map((text, at) => [names[at], page('l', text)]))
    const site = await buildFiles({ '_layouts/l.html': layout, ...files }, { threads })
    expect(names.map((name) => site.text(name))).toEqual(results)
  })

it('renders a post that is a page as well by one template', async () => {
  const site = await buildFiles({
    '_config.yml': 'permalink: /:title.html\ninclude: [_posts]\n',
    '_posts/2024-01-02-a.html': `---\n---\n${LAYOUT}`,
  })
  expect(['_posts/2024-01-02-a.html', 'a.html'].map((name) => site.text(name)).toSorted()).toEqual(['aba', 'bab'])
})

it('gives an excerpt neither related posts nor counters', async () => {
  const site = await buildFiles({
    '_config.yml': 'permalink: /:title.html\n',
    '_posts/2024-01-02-a.md': '---\n---\n{{ site.related_posts | size }}{% increment n %}\n\n{{ page.excerpt }}',
    '_posts/2024-01-03-b.md': '',
  })
  expect(site.text('a.html')).toBe('<p>10</p>\n\n<p>00</p>\n')
})

it('shows a page in its own excerpt as a hash whose excerpt is that hash', async () => {
  const shown = '{{ page.excerpt.url }}|{{ page.excerpt | size }}|{{ page.excerpt.excerpt.title }}|{{ page | inspect }}'
  const site = await buildFiles({
    '_config.yml': 'page_excerpts: true\n',
    'a.html': `---\ntitle: T\n---\n${shown}\n\n~`,
    'b.txt': '---\n---\n{% assign a = site.pages | where: "name", "a.html" | first %}{{ a.excerpt }}',
  })
  expect(site.text('b.txt')?.split('&quot;content')[0]).toBe(
    '/a.html|7|T|{&quot;title&quot;=&gt;&quot;T&quot;, &quot;excerpt&quot;=&gt;#&lt;Jekyll::PageExcerpt id=&quot;a.html/#excerpt&quot;&gt;, ',
  )
})

it('looks for an include_relative where the page says that it is', async () => {
  const site = await buildFiles({
    'sub/a.html': '---\npath: other/x.html\n---\n{% include_relative inc.txt %}',
    'other/inc.txt': 'other',
    'sub/inc.txt': 'sub',
  })
  expect(site.text('sub/a.html')).toBe('other')
})

it('shows `jekyll` as an object with two properties', async () => {
  const template = '{{ jekyll }}|{{ jekyll | jsonify }}|{{ jekyll | inspect }}|{% for i in jekyll %}{{ i }}{% endfor %}'
  const site = await buildFiles({ 'a.txt': `---\n---\n${template}` }, { environment: 'production' })
  const name = 'Jekyll::Drops::JekyllDrop'
  expect(site.text('a.txt')).toBe(`${name}|{"version":"4.4.1","environment":"production"}|${name}|`)
})
