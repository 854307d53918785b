// Liquid's speed: layouts rendered here, by stock liquidjs, and by Ruby's Liquid with Jekyll's filters where a Ruby has them, as ratios
// of one run on one thread.
//
//   node bench/liquid.mjs [--pages 1000] [--many 10000]
//
// The chapter list is that of the benchmark sites: every page looks for the pages of its book, sorts them, and lists them twice.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { Liquid } from 'liquidjs'

const { values: options } = parseArgs({
  options: { pages: { type: 'string', default: '1000' }, many: { type: 'string', default: '10000' } },
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-liquid-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true }))
const root = path.resolve(import.meta.dirname, '..')
const load = async (name) => {
  const outfile = path.join(root, 'node_modules', `.bench-${process.pid}-${name}.mjs`)
  const entryPoints = [path.join(root, `src/${name}/index.ts`)]
  try {
    await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
    return await import(pathToFileURL(outfile).href)
  } finally {
    fs.rmSync(outfile, { force: true })
  }
}
const { createEngine, createReadLog, Drop, nameList } = await load('liquid')
const { createMarkdown } = await load('markdown')

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

/** A chapter's text as chapters are: some 4 KB of headings, paragraphs, lists, a table and code. */
const makeText = (index) => {
  const sentence = (n) =>
    `The *team* of quarter ${n} reads its \`metric ${index + n}\` and [plans](https://example.org/${n}) the next one. `
  const section = (n) =>
    `## Objective ${n}\n\n${sentence(n).repeat(4)}\n\n- ${sentence(n)}\n- ${sentence(n + 1)}\n- **${n}** results\n\n${sentence(n).repeat(3)}\n\n`
  const table = '| Name | Target |\n|------|-------:|\n| latency | 12 |\n| errors | 3 |\n\n'
  return `${section(1)}\`\`\`yaml\nteam:\n  name: "a"\n  count: ${index}\n\`\`\`\n\n${section(2)}${table}${section(3)}${section(4)}`
}

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

const markdown = createMarkdown()
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
    /** All that a build does to a page: its own template is parsed, rendered and turned into HTML, and put into the layout. */
    whole: (index) => {
      const shared = context()
      const own = engine.parse(
        PAGE.replace('Text.', () => makeText(index)),
        place,
      )
      const html = markdown.render(engine.render(own, globals(index), shared).output)
      return engine.render(layout, globals(index, html), shared).output
    },
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

/** The same pages and templates as a site on disk, rendered by Ruby; undefined where there is no Ruby that has Jekyll. */
const ruby = (pages) => {
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  write('_config.yml', JSON.stringify(CONFIG))
  write('_includes/chapter-nav.html', CHAPTER_NAV)
  write('_layouts/plain.html', `---\n---\n${LAYOUT}`)
  pages.forEach((page, index) => {
    const { url, ...data } = page
    write(url.slice(1), `---\n${JSON.stringify({ ...data, index })}\n---\n${PAGE}`)
  })
  const script = path.join(root, 'bench/liquid.rb')
  const { status, stdout } = spawnSync('ruby', ['-W0', script, folder, '60'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', TZ: 'UTC' },
  })
  return status === 0 ? JSON.parse(stdout) : undefined
}

/** Microseconds per page: one pass over the pages, or over a sample of them. */
const pass = (render, pages, sample = pages) => {
  const step = Math.max(1, Math.floor(pages / sample))
  const start = performance.now()
  let rendered = 0
  for (let index = 0; index < pages; index += step) {
    render(index)
    rendered++
  }
  return ((performance.now() - start) * 1000) / rendered
}

/** The best of several passes of each, after one to warm up. They take turns, so that a busy machine is busy for all. */
const measure = (passes, rounds) => {
  const best = passes.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round <= rounds; round++) {
    for (const [i, run] of passes.entries()) {
      const time = run()
      if (round > 0) best[i] = Math.min(best[i], time)
    }
  }
  return best
}

const row = (name, value, ratio) => console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(10)} us/page  ${ratio}`)
const slower = (theirs, ours) => `${(theirs / ours).toFixed(1)} x slower`

const [few, many] = [Number(options.pages), Number(options.many)]
const pages = makePages(few)
const [ours, noting, theirs] = [octavo(pages, false), octavo(pages, true), stock(pages)]
const large = octavo(makePages(many), false)
const inRuby = ruby(pages)
const sample = Math.min(7, few - 1)
if (ours.nav(sample).replace(/\s+/g, ' ') !== theirs.nav(sample).replace(/\s+/g, ' '))
  throw new Error('liquidjs differs')
if (inRuby && inRuby.output !== ours.nav(sample)) throw new Error('the output of Ruby differs')

const rounds = 16
const [nav, navNoted, navLarge, plain, plainNoted, plainStock] = measure(
  [
    () => pass(ours.nav, few),
    () => pass(noting.nav, few),
    () => pass(large.nav, many),
    () => pass(ours.plain, few),
    () => pass(noting.plain, few),
    () => pass(theirs.plain, few),
  ],
  rounds,
)
const [navStock] = measure([() => pass(theirs.nav, few, 60)], 2)
const [whole] = measure([() => pass(ours.whole, few)], 3)

row(`chapter list, ${few} pages`, nav, '')
row(`chapter list, ${few} pages, liquidjs`, navStock, slower(navStock, nav))
if (inRuby) row(`chapter list, ${few} pages, Ruby`, inRuby.nav, slower(inRuby.nav, nav))
row(`chapter list, ${many} pages`, navLarge, `${(navLarge / nav).toFixed(2)} x of ${few} pages`)
row('plain layout', plain, '')
row('plain layout, liquidjs', plainStock, slower(plainStock, plain))
if (inRuby) row('plain layout, Ruby', inRuby.plain, slower(inRuby.plain, plain))
const noted = navNoted - nav + plainNoted - plain
row('a whole page: Liquid, Markdown, layout', whole, '')
row('noting what a page reads', noted, `${((noted / whole) * 100).toFixed(1)} % of a whole page`)
if (!inRuby) console.log('Ruby with Jekyll is not here (ruby -rjekyll)')
