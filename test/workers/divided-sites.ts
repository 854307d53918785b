// Sites in which pages depend on each other in every way that there is.
import type { Files } from '../site.ts'

const posts = (count: number, body: (n: number) => string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`_posts/2024-01-${String(i + 1).padStart(2, '0')}-p${i}.md`, body(i)]),
  )

const pages = (count: number, body: (n: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${String(i).padStart(2, '0')}.md`, body(i)]))

export const SITES: Readonly<Record<string, Files>> = {
  'pages on their own': pages(9, (n) => `---\ntitle: ${n}\n---\n# {{ page.title }}\n\nText *${n}*.\n`),
  'content of the page before': {
    ...posts(9, (n) => `---\ntitle: ${n}\n---\n*${n}* after {{ page.previous.content | strip_html | size }}\n`),
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.content }}{% endfor %}\n',
  },
  'content of the page after, which is still its source': posts(
    7,
    (n) => `---\ntitle: ${n}\n---\n*${n}* before {{ page.next.content }} and {{ page.next.output }}.\n`,
  ),
  'a list of pages, some rendered and some not': {
    '_layouts/l.html': '---\n---\n{{ content }}|{% for p in site.pages %}[{{ p.content | strip }}]{% endfor %}',
    ...pages(6, (n) => `---\nlayout: l\n---\n*${n}*\n`),
  },
  'filters over pages take hashes of them': {
    ...pages(6, (n) => `---\nkind: ${n % 2}\n---\n*${n}*{% assign l = site.pages | where: "kind", 1 %}{{ l | map: "content" | join: "," }}\n`),
  },
  'a page that prints itself and others': pages(5, (n) => `---\n---\n*${n}* {{ site.pages[1] }} {{ site.pages[4] }}\n`),
  'excerpts that are asked for from everywhere': {
    ...posts(6, (n) => `---\n---\nFirst *${n}* {{ page.title }}.\n\n{{ page.previous.excerpt }} {{ page.next.excerpt }}\n`),
    'a.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}\n',
    'b.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}\n',
  },
  'layouts that outlive their pages': {
    '_layouts/a.html': '---\nx: from a\nlayout: b\n---\na({{ layout.x }}{{ layout.y }}{{ content }})',
    '_layouts/b.html': '---\ny: from b\n---\nb({{ layout.x }}{{ layout.y }}{{ content }})',
    'm1.md': '---\nlayout: a\n---\n{{ layout.x }}-{{ layout.y }}\n',
    'm2.md': '---\nlayout: none\n---\n{{ layout.x }}-{{ layout.y }}\n',
    'm3.md': '---\n---\n{{ layout.x }}-{{ layout.y }}\n',
    'm4.md': '---\nlayout: b\n---\n{{ layout.x }}-{{ layout.y }}\n',
    'm5.md': '---\nlayout: none\n---\n{{ layout.x }}-{{ layout.y }}\n',
    'm6.md': '---\nlayout: none\n---\n{{ layout.x }}-{{ layout.y }}\n',
  },
  'cached includes that look at the page': {
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
    '_includes/who.html': '<i>{{ page.title }}</i>',
    ...pages(8, (n) => `---\ntitle: ${n}\n---\n{% include_cached who.html %}{% if page.title == 3 %}{% include_cached who.html a=1 %}{% endif %}\n`),
  },
  'cached includes that leave variables behind': {
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
    '_includes/set.html': '{% assign seen = "set here" %}{{ include.k }}',
    ...pages(8, (n) => `---\n---\n{% include_cached set.html k=${n % 3} %}-{{ seen }}-{% include_cached set.html k=1 %}-{{ seen }}\n`),
  },
  'cached includes within cached includes, for objects': {
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
    '_includes/outer.html': '({% include_cached inner.html p=include.p %}{{ page.url }})',
    '_includes/inner.html': '[{{ include.p.title }}{{ page.url }}]',
    ...pages(6, (n) => `---\ntitle: ${n}\n---\n{% include_cached outer.html p=page %}{% include_cached outer.html p=site %}{% assign q = site.pages[0] %}{% include_cached outer.html p=q %}\n`),
  },
  'style sheets and their source maps in the list of pages': {
    'a.md': '---\n---\n{{ site.pages | size }}\n',
    'b.scss': '---\n---\n$c: red; p { color: $c }\n',
    'c.md': '---\n---\n{{ site.pages | size }}{% for p in site.pages %} {{ p.url }}{% endfor %}\n',
    'd.md': '---\n---\n{% for p in site.pages %}{{ p.content | size }} {% endfor %}\n',
  },
  'plugins that look at all posts': {
    '_config.yml': 'title: T\nurl: https://example.org\nplugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-paginate]\npaginate: 2\n',
    ...posts(5, (n) => `---\ntitle: ${n}\n---\n{% seo %}\n\nText *${n}* of {{ page.title }}.\n`),
    'index.html': '---\n---\n{% for post in paginator.posts %}{{ post.excerpt }}{{ post.content }}{% endfor %}\n',
  },
  'a mistake, and others after it': {
    ...pages(9, (n) => `---\n---\n${n > 3 ? `{% include nowhere-${n}.html %}` : 'Text'}\n`),
  },
  'a mistake behind a page that waits': {
    ...posts(4, (n) => `---\n---\n${n === 2 ? '{{ page.previous.content }}{% include nowhere.html %}' : `{{ page.previous.content }}${n}`}\n`),
    'z.md': '---\n---\n{% include elsewhere.html %}\n',
  },
  'warnings, once for each page': {
    '_layouts/l.html': '---\n---\n{{ content }}{{ page.a | | b }}',
    ...pages(5, (n) => `---\nlayout: ${n === 2 ? 'missing' : 'l'}\n---\n{{ page.x | | y }}\n`),
  },
  'remarks on what is converted': {
    '_config.yml': 'octavo:\n  math: true\n',
    ...pages(6, (n) => `---\n---\nText *${n}*.\n\n${n === 4 ? '$$\\frac{$$' : 'More.'}\n`),
  },
  'what the layouts of the page before were given': {
    '_layouts/outer.html': '---\n---\n<{{ content }}>',
    '_layouts/inner.html': '---\nlayout: outer\n---\n({{ content }})',
    ...pages(6, (n) => `---\nlayout: ${n % 3 === 0 ? 'inner' : n % 3 === 1 ? 'none' : 'outer'}\n---\n*${n}* {{ content }}\n`),
  },
} // biome-ignore format: a site is a few lines
