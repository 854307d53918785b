// Liquid's speed: layouts rendered here and by stock liquidjs, as ratios of one run.
//
//   node bench/liquid.mjs [--pages 1000] [--many 10000]
//
// The chapter list is that of the benchmark sites: every page looks for the pages of its book, sorts them, and lists them twice.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { Liquid } from 'liquidjs'

const { values: options } = parseArgs({
  options: { pages: { type: 'string', default: '1000' }, many: { type: 'string', default: '10000' } },
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-liquid-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true }))
const outfile = path.join(folder, 'liquid.mjs')
await build({
  entryPoints: ['src/liquid/index.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
})
const { createEngine, createReadLog, Drop, nameList } = await import(outfile)

const CHAPTER_NAV = `{% assign chapters = site.pages | where: "book", page.book | sort: "chapter" %}
<nav class="chapter-nav {{ include.position | default: 'bottom' }}">
{% assign prev = nil %}{% assign next = nil %}{% assign found = false %}
{% for c in chapters %}{% if c.chapter == page.chapter %}{% assign found = true %}{% elsif found %}{% assign next = c %}{% break %}{% else %}{% assign prev = c %}{% endif %}{% endfor %}
{% if prev %}<a rel="prev" href="{{ prev.url | relative_url }}">{{ prev.title | escape }}</a>{% endif %}
{% if next %}<a rel="next" href="{{ next.url | relative_url }}">{{ next.title | escape }}</a>{% endif %}
<ol>{% for c in chapters %}<li{% if c.url == page.url %} class="current"{% endif %}><a href="{{ c.url | relative_url }}">{{ c.title | escape }}</a></li>{% endfor %}</ol>
</nav>
`
const PAGE =
  '{% include chapter-nav.html position="top" %}\n\n# {{ page.title }}\n\nText.\n\n{% include chapter-nav.html %}\n'
const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ page.title | escape }} | {{ site.title }}</title>
<meta name="description" content="{{ page.description | strip_html | strip_newlines | escape }}">
<link rel="canonical" href="{{ page.url | absolute_url }}">
</head>
<body class="{{ page.status }}">
<main>{{ content }}</main>
<footer>{{ site.title }} - {{ site.description }}</footer>
</body>
</html>
`

const makePages = (count) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Reliability & teams ${index} - Chapter ${(index % 20) + 1}`,
    description: `Metrics <b>of</b> owner ${index}.`,
    url: `/pages/book${Math.floor(index / 20)}-chapter-${(index % 20) + 1}.html`,
    book: `book${Math.floor(index / 20)}`,
    chapter: (index % 20) + 1,
    status: 'orange',
  }))

class PageView extends Drop {
  isHash = true
  readList = 'site.pages'
  #page
  constructor(page) {
    super()
    this.#page = page
    this.readId = page.url
  }
  get(key) {
    return Object.hasOwn(this.#page, key) ? this.#page[key] : null
  }
  keys() {
    return Object.keys(this.#page)
  }
}

const CONFIG = { title: 'Bench', description: 'Bench books', url: 'https://example.org', baseurl: '' }

const octavo = (pages, noting) => {
  const engine = createEngine({
    timezone: 'UTC',
    site: {
      config: new Map(Object.entries(CONFIG)),
      findInclude: (name) =>
        name === 'chapter-nav.html' ? { path: 'includes/chapter-nav.html', source: CHAPTER_NAV } : undefined,
    },
  })
  const views = nameList(
    pages.map((page) => new PageView(page)),
    'site.pages',
  )
  const site = new Map([...Object.entries(CONFIG), ['pages', views]])
  const place = { path: 'page.md', line: 1 }
  const [page, layout] = [engine.parse(PAGE, place), engine.parse(LAYOUT, place)]
  const globals = (index, content) =>
    new Map([
      ['site', site],
      ['page', views[index]],
      ['content', content],
    ])
  const context = () => (noting ? { reads: createReadLog() } : {})
  return {
    nav: (index) => engine.render(page, globals(index), context()).output,
    plain: (index) => engine.render(layout, globals(index, '<p>Text</p>'), context()).output,
  }
}

const stock = (pages) => {
  const engine = new Liquid({
    jekyllInclude: true,
    dynamicPartials: false,
    jekyllWhere: true,
    templates: { 'chapter-nav.html': CHAPTER_NAV },
    cache: true,
  })
  engine.registerFilter('relative_url', (url) => CONFIG.baseurl + url)
  engine.registerFilter('absolute_url', (url) => CONFIG.url + CONFIG.baseurl + url)
  const site = { ...CONFIG, pages }
  const [page, layout] = [engine.parse(PAGE), engine.parse(LAYOUT)]
  return {
    nav: (index) => engine.renderSync(page, { site, page: pages[index] }),
    plain: (index) => engine.renderSync(layout, { site, page: pages[index], content: '<p>Text</p>' }),
  }
}

/** Microseconds per page, the best of several rounds over the same pages after a warm-up. */
const measure = (render, pages, { rounds, sample }) => {
  const step = Math.max(1, Math.floor(pages / sample))
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    let rendered = 0
    for (let index = 0; index < pages; index += step) {
      render(index)
      rendered++
    }
    const time = ((performance.now() - start) * 1000) / rendered
    if (round > 0) best = Math.min(best, time)
  }
  return best
}

const [few, many] = [Number(options.pages), Number(options.many)]
const quick = { rounds: 8, sample: Number.POSITIVE_INFINITY }
const slow = { rounds: 2, sample: 60 }
const [ours, theirs] = [octavo(makePages(few), false), stock(makePages(few))]
const noting = octavo(makePages(few), true)
if (ours.nav(7).replace(/\s+/g, ' ') !== theirs.nav(7).replace(/\s+/g, ' ')) throw new Error('the outputs differ')

// In turns, so that a busy machine is busy for both.
let [nav, noted] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
for (let turn = 0; turn < 6; turn++) {
  nav = Math.min(nav, measure(ours.nav, few, { ...quick, rounds: 3 }))
  noted = Math.min(noted, measure(noting.nav, few, { ...quick, rounds: 3 }))
}
const stockNav = measure(theirs.nav, few, slow)
const large = measure(octavo(makePages(many), false).nav, many, { rounds: 3, sample: Number.POSITIVE_INFINITY })
const plain = measure(ours.plain, few, quick)
const stockPlain = measure(theirs.plain, few, { rounds: 8, sample: 1000 })

const row = (name, value, ratio) => console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(10)} us/page  ${ratio}`)
row(`chapter list, ${few} pages`, nav, '')
row(`chapter list, ${few} pages, liquidjs`, stockNav, `${(stockNav / nav).toFixed(1)} x slower`)
row(`chapter list, ${few} pages, reads noted`, noted, `${((noted / nav - 1) * 100).toFixed(1)} % more`)
row(`chapter list, ${many} pages`, large, `${(large / nav).toFixed(2)} x of ${few} pages`)
row('plain layout', plain, '')
row('plain layout, liquidjs', stockPlain, `${(stockPlain / plain).toFixed(1)} x slower`)
