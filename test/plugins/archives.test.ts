// Archives and front-matter defaults: their type is the archive's own, not that of pages.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it.each([
  { scope: '{ path: "", type: pages }', shown: 'own' },
  { scope: '{ path: "", type: tag }', shown: 'default' },
  { scope: '{ path: "" }', shown: 'default' },
])('compares $scope with the kind of archive', async ({ scope, shown }) => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: { enabled: [tags], layout: archive }
defaults: [{ scope: ${scope}, values: { section: default } }]`,
    '_layouts/archive.html': '{{ page.section | default: "own" }} {{ page.title }} {{ page.posts.size }}',
    '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
  })
  expect(site.text('tag/x/index.html')).toBe(`${shown} x 1`)
})

it('takes the title of a year from the defaults, for it has none of its own', async () => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: { enabled: [year, tags], layout: archive }
defaults: [{ scope: { path: "" }, values: { title: default } }]`,
    '_layouts/archive.html': '{{ page.title }}',
    '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
  })
  expect([site.text('2020/index.html'), site.text('tag/x/index.html')]).toEqual(['default', 'x'])
})

it.each([
  ['tags: [true]', 'tag/index.html', 'nil nil 1'],
  ['category: [[x, y], z]', 'c.html', undefined],
  ['categories: [[x, y], z]', 'c.html', 'nil nil 1'],
  ['categories: [[x, y], z]', 'c/x-y.html', '"["x", "y"]" nil 1'],
  ['tags: [{ k: v }]', 'tag/:name/index.html', 'nil 0000-01-01 1'],
  ['tags: [{ y: 2024, m: 5 }]', 'tag/:name/index.html', 'nil 2024-05-01 1'],
])('makes archives for labels of all kinds: %s in %s', async (labels, file, text) => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: { enabled: [tags, categories], layout: archive, permalinks: { category: '/c/:name.html' } }`,
    '_layouts/archive.html':
      '{{ page.title | jsonify | replace: "\\", "" | replace: "null", "nil" }} {{ page.date | default: "nil" }} {{ page.posts.size }}',
    '_posts/2020-01-01-a.md': `---\n${labels}\n---\n`,
  })
  expect(site.text(file)).toBe(text)
})

it.each([
  ['jekyll-archives', 'jekyll-archives: { enabled: [tags], layout: archive }', 'tag/x/index.html'],
  ['jekyll-paginate', 'paginate: 5', 'index.html'],
])('lists posts for %s as they are after later generators', async (name, settings, page) => {
  const site = await buildFiles({
    '_config.yml': `plugins: [${name}, jekyll-relative-links]
${settings}
relative_links: { collections: true }`,
    '_layouts/archive.html': '{% for post in page.posts %}{{ post.excerpt }}{{ post.content }}{% endfor %}',
    'index.html': '---\n---\n{% for post in paginator.posts %}{{ post.excerpt }}{{ post.content }}{% endfor %}\n',
    'team.md': '---\npermalink: /team/\n---\n',
    '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n[A](/team.md)\n\n[B](/team.md)\n',
  })
  expect(site.text(page)?.match(/href="[^"]*"/g)).toEqual(Array(3).fill('href="/team/"'))
})

it('shows an archive to templates by what it is of, tags first, and each year before its months', async () => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: { enabled: all, layout: archive, permalinks: { year: '/y/:year/', category: '/c/:name.html' } }`,
    '_layouts/archive.html': '{{ page.title }}',
    'all.txt': `---\n---
{% for p in site.pages %}{% if p.type %}{{ p.path }} {{ p.permalink | inspect }}{{ p.dir }}{{ p.content }} {{ p.posts | map: 'title' | join }}
{% endif %}{% endfor %}{{ site.pages | where: 'type', 'tag' | first | map: 'title' | jsonify }}`,
    '_posts/2020-01-02-a.md': '---\ntags: [x]\ncategories: [z]\n---\n',
    '_posts/2020-03-04-b.md': '---\ntags: [x]\n---\n',
    '_posts/2021-03-05-c.md': '---\n---\n',
  })
  expect(site.text('all.txt')).toBe(`tag/x/index.html nil B A
c/z.html nil A
y/2020/index.html nil B A
2020/03/index.html nil B
2020/03/04/index.html nil B
2020/01/index.html nil A
2020/01/02/index.html nil A
y/2021/index.html nil C
2021/03/index.html nil C
2021/03/05/index.html nil C
["x"]`)
})
