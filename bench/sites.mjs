// The same books as a site for Octavo and Jekyll, for Hugo and for Eleventy, each in its own idiom: books of 20 chapters, the list of a
// book's chapters with the ways back and on at both ends of each page, headings, lists, a table and blocks of code.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const PER_BOOK = 20
const WORDS =
  'objective result team quarter release review plan metric budget owner service pipeline upgrade customer'.split(' ')

// A small generator of its own, so that the same words come out on every machine.
const createRandom = () => {
  let seed = 11
  return (below) => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
}

const createText = () => {
  const next = createRandom()
  const word = () => WORDS[next(WORDS.length)]
  const sentence = () => `${Array.from({ length: 8 + next(8) }, word).join(' ')}.`
  const paragraph = () => Array.from({ length: 3 + next(4) }, sentence).join(' ')
  const ruby = () => `def ${word()}(rows)\n  # ${word()}\n  rows.sum { |row| row["${word()}"] + ${next(100)} }\nend`
  const yaml = () =>
    Array.from({ length: 4 }, () => `${word()}:\n  count: ${next(100)}\n  name: "${word()}"`).join('\n')
  const section = (i) =>
    [
      `## ${word()} ${i}`,
      paragraph(),
      Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
      `\`\`\`${i % 2 ? 'ruby' : 'yaml'}\n${i % 2 ? ruby() : yaml()}\n\`\`\``,
      `| ${word()} | ${word()} |\n|---|---|\n| ${next(9)} | ${next(9)} |`,
    ].join('\n\n')
  return () => [1, 2, 3].map(section).join('\n\n')
}

const HEAD = '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'

const JEKYLL_NAV = `{% assign chapters = site.pages | where: "book", page.book | sort: "chapter" %}
{% assign prev = nil %}{% assign next = nil %}{% assign found = false %}
{% for c in chapters %}{% if c.chapter == page.chapter %}{% assign found = true %}{% elsif found %}{% assign next = c %}{% break %}{% else %}{% assign prev = c %}{% endif %}{% endfor %}
{% if prev %}<a rel="prev" href="{{ prev.url | relative_url }}">{{ prev.title | escape }}</a>{% endif %}
{% if next %}<a rel="next" href="{{ next.url | relative_url }}">{{ next.title | escape }}</a>{% endif %}
<ol>{% for c in chapters %}<li{% if c.url == page.url %} class="current"{% endif %}><a href="{{ c.url | relative_url }}">{{ c.title | escape }}</a></li>{% endfor %}</ol>
`

const ELEVENTY_NAV = `{% assign chapters = collections[book] | sort: "data.chapter" %}
{% assign prev = nil %}{% assign next = nil %}{% assign found = false %}
{% for c in chapters %}{% if c.data.chapter == chapter %}{% assign found = true %}{% elsif found %}{% assign next = c %}{% break %}{% else %}{% assign prev = c %}{% endif %}{% endfor %}
{% if prev %}<a rel="prev" href="{{ prev.url }}">{{ prev.data.title | escape }}</a>{% endif %}
{% if next %}<a rel="next" href="{{ next.url }}">{{ next.data.title | escape }}</a>{% endif %}
<ol>{% for c in chapters %}<li{% if c.url == page.url %} class="current"{% endif %}><a href="{{ c.url }}">{{ c.data.title | escape }}</a></li>{% endfor %}</ol>
`

// A section is Hugo's own idiom for a book: no search through all pages.
const HUGO_NAV = `{{ $page := .Page }}
{{ with $page.NextInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with $page.PrevInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
<ol>{{ range $page.CurrentSection.RegularPages }}<li{{ if eq .RelPermalink $page.RelPermalink }} class="current"{{ end }}><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>
`

const FRAMES = {
  'jekyll/_config.yml': 'title: Bench\nurl: https://example.org\n',
  'jekyll/_layouts/chapter.html': `${HEAD}<title>{{ page.title | escape }}</title></head>\n<body>{{ content }}</body>\n</html>\n`,
  'jekyll/_includes/nav.html': JEKYLL_NAV,
  'hugo/config.toml':
    'baseURL = "https://example.org/"\ntitle = "Bench"\ndisableKinds = ["RSS","sitemap","taxonomy","term","home","404","robotsTXT"]\n[markup.goldmark.renderer]\nunsafe = true\n[markup.highlight]\nnoClasses = false\n',
  'hugo/layouts/_default/single.html': `${HEAD}<title>{{ .Title }}</title></head>\n<body>{{ .Content }}</body>\n</html>\n`,
  'hugo/layouts/shortcodes/nav.html': HUGO_NAV,
  'eleventy/.eleventy.cjs':
    "module.exports = (config) => {\n  config.addPlugin(require('@11ty/eleventy-plugin-syntaxhighlight'))\n  return { dir: { input: '.', includes: '_includes', layouts: '_layouts', output: '_site' } }\n}\n",
  'eleventy/_layouts/chapter.html': `${HEAD}<title>{{ title | escape }}</title></head>\n<body>{{ content }}</body>\n</html>\n`,
  'eleventy/_includes/nav.html': ELEVENTY_NAV,
}

/** Writes the three sites with so many pages into `folder`, as jekyll/, hugo/ and eleventy/. */
export const writeSites = (folder, pages) => {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  for (const [name, text] of Object.entries(FRAMES)) write(name, text)
  const body = createText()
  for (let i = 0; i < pages; i++) {
    const book = `book${Math.floor(i / PER_BOOK)}`
    const chapter = (i % PER_BOOK) + 1
    const title = `title: "Chapter ${i}"`
    const text = body()
    const around = (nav) => `\n${nav}\n\n# Chapter ${i}\n\n${text}\n\n${nav}\n`
    const front = (...lines) => `---\n${lines.join('\n')}\n---\n`
    write(
      `jekyll/pages/${book}-${chapter}.md`,
      front('layout: chapter', title, `book: ${book}`, `chapter: ${chapter}`) + around('{% include nav.html %}'),
    )
    write(
      `hugo/content/${book}/chapter-${chapter}.md`,
      front(title, `weight: ${chapter}`, `chapter: ${chapter}`) + around('{{< nav >}}'),
    )
    write(
      `eleventy/pages/${book}-${chapter}.md`,
      front('layout: chapter.html', title, `book: ${book}`, `tags: ${book}`, `chapter: ${chapter}`) +
        around('{% include "nav.html" %}'),
    )
  }
}
