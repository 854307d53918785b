// How fast our Markdown is against stock markdown-it with the same features, and against kramdown where Ruby has it. All in one run, one
// thread, warm: for each document the median of several renderings, then the median of the ratios over all documents.
//
// The documents are those of ../shared/conformance (or of OCTAVO_SHARED); without it, our own pages.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { median } from './median.mjs'

const root = path.resolve(import.meta.dirname, '..')
const ROUNDS = Number(process.env.ROUNDS ?? 9)

const loadDocuments = () => {
  const shared = process.env.OCTAVO_SHARED ?? path.resolve(root, '../shared')
  const file = path.join(shared, 'conformance/kramdown-jekyll-docs.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).map(({ markdown }) => markdown)
  return readdirSync(path.join(root, 'pages'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(root, 'pages', name), 'utf8'))
}

const loadOurs = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-markdown-'))
  const outfile = path.join(folder, 'markdown.mjs')
  const entryPoints = [path.join(root, 'src/markdown/index.ts')]
  await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
  const { createMarkdown } = await import(pathToFileURL(outfile).href)
  rmSync(folder, { recursive: true })
  const markdown = createMarkdown()
  return (text) => markdown.render(text)
}

const PLUGINS = ['footnote', 'deflist', 'abbr', 'attrs']

const loadStock = async () => {
  const { default: MarkdownIt } = await import('markdown-it')
  const md = new MarkdownIt({ html: true, typographer: true })
  const missing = []
  for (const name of PLUGINS) {
    const plugin = await import(`markdown-it-${name}`).catch(() => undefined)
    if (plugin === undefined) missing.push(name)
    else md.use(plugin.default)
  }
  if (missing.length > 0) console.log(`stock markdown-it is without these plugins: ${missing.join(', ')}`)
  return (text) => md.render(text)
}

// A rendering of a short document takes too little time to be measured alone.
const measure = (render, text) => {
  const repeats = Math.max(1, Math.round(20_000 / (text.length + 100)))
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint()
    for (let i = 0; i < repeats; i++) render(text)
    times.push(Number(process.hrtime.bigint() - start) / repeats)
  }
  return median(times)
}

const RUBY = `
require 'json'
texts = JSON.parse(STDIN.read)
options = { input: 'GFM', hard_wrap: false, syntax_highlighter: nil }
texts.first(60).each { |text| Kramdown::Document.new(text, options).to_html }
puts JSON.generate(texts.map { |text|
  3.times.map {
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
    Kramdown::Document.new(text, options).to_html
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - start
  }.min
})
`

const measureKramdown = (texts) => {
  const args = ['-W0', '-rkramdown', '-rkramdown-parser-gfm', '-e', RUBY]
  const { status, stdout } = spawnSync('ruby', args, {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: 'C.UTF-8' },
  })
  return status === 0 ? JSON.parse(stdout) : undefined
}

const report = (name, theirs, ours) => {
  const ratio = median(theirs.map((time, index) => time / ours[index]))
  const total = theirs.reduce((a, b) => a + b, 0) / ours.reduce((a, b) => a + b, 0)
  console.log(`against ${name}: ${ratio.toFixed(2)} x as fast (median of documents), ${total.toFixed(2)} x in total`)
}

const texts = loadDocuments()
const render = await loadOurs()
const renderStock = await loadStock()
for (let i = 0; i < 4; i++) for (const text of texts) for (const one of [render, renderStock]) one(text)
const ours = []
const stock = []
for (const text of texts) {
  ours.push(measure(render, text))
  stock.push(measure(renderStock, text))
}
const size = texts.reduce((sum, text) => sum + text.length, 0)
console.log(
  `${texts.length} documents, ${(size / 1024).toFixed(0)} KB: ${(ours.reduce((a, b) => a + b, 0) / 1e6).toFixed(1)} ms`,
)
report('markdown-it', stock, ours)
const kramdown = measureKramdown(texts)
if (kramdown === undefined) console.log('kramdown is not here (ruby -rkramdown -rkramdown-parser-gfm)')
else report('kramdown', kramdown, ours)
