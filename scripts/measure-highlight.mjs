// How close the highlighter comes to Rouge: over code blocks that Rouge marked up, the share of non-blank characters with the
// same class, and of blocks with the same bytes.
//
//   node scripts/measure-highlight.mjs [BLOCKS.json] [--show LANGUAGE] [--all]
//
// BLOCKS.json is a list of {lang, html}; without it, the blocks of the conformance cases beside the checkout are taken.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const shared = process.env.OCTAVO_SHARED ?? path.join(root, '../shared')
const outfile = path.join(root, 'node_modules/.cache/measure-highlight.mjs')
const PATTERN =
  /<div class="language-([^" ]+) highlighter-rouge"[^>]*><div class="highlight"><pre class="highlight"><code>([\s\S]*?)<\/code><\/pre><\/div>/g

const loadHighlighter = async () => {
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: [path.join(root, 'src/highlight/index.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
  })
  const { createHighlighter } = await import(`${pathToFileURL(outfile)}?${Date.now()}`)
  return createHighlighter({ wrap: false, guess_lang: true })
}

const conformanceBlocks = () =>
  ['kramdown-jekyll.json', 'kramdown-jekyll-docs.json']
    .map((name) => path.join(shared, 'conformance', name))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))
    .flatMap(({ html }) => [...html.matchAll(PATTERN)].map((match) => ({ lang: match[1], html: match[2] })))

const UNESCAPES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const unescapeCode = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => UNESCAPES[entity])

/** Each character's class, and the text itself. */
const readSpans = (html) => {
  const kinds = []
  let text = ''
  for (const [, kind, inner, plain] of html.matchAll(/<span class="([^"]*)">([^<]*)<\/span>|([^<]+)/g)) {
    const piece = unescapeCode(inner ?? plain)
    text += piece
    for (let at = 0; at < piece.length; at++) kinds.push(kind ?? '')
  }
  return { kinds, text }
}

const compare = (highlighter, block, row, show) => {
  const expected = readSpans(block.html)
  const html = highlighter.kramdown(expected.text, block.lang, 'block') ?? block.html.replace(/<[^>]*>/g, '')
  const actual = readSpans(html)
  row.blocks++
  if (html === block.html) row.same++
  else if (show) console.log(`--- expected (${block.src ?? ''})\n${block.html}\n+++ actual\n${html}\n`)
  for (let at = 0; at < expected.text.length; at++) {
    if (/\s/.test(expected.text[at])) continue
    row.characters++
    if (expected.kinds[at] === actual.kinds[at]) row.right++
    else {
      const pair = `${expected.kinds[at] || '-'}<-${actual.kinds[at] || '-'}`
      row.wrong[pair] = (row.wrong[pair] ?? 0) + 1
    }
  }
}

const percent = (part, whole) => `${((100 * part) / (whole || 1)).toFixed(1)}`.padStart(6)
const file = process.argv.slice(2).find((argument) => argument.endsWith('.json'))
const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined
const blocks = (file ? JSON.parse(readFileSync(file, 'utf8')) : conformanceBlocks()).filter(
  ({ lang }) => !['plaintext', 'text'].includes(lang) || process.argv.includes('--all'),
)
const highlighter = await loadHighlighter()
const rows = new Map()
const started = performance.now()
for (const block of blocks) {
  const row = rows.get(block.lang) ?? { blocks: 0, same: 0, characters: 0, right: 0, wrong: {} }
  rows.set(block.lang, row)
  compare(highlighter, block, row, block.lang === shown)
}
const seconds = (performance.now() - started) / 1000
const total = { blocks: 0, same: 0, characters: 0, right: 0 }
console.log('language         blocks same bytes  characters  right class  most often wrong')
for (const [lang, row] of [...rows].sort((a, b) => b[1].characters - a[1].characters)) {
  for (const key of Object.keys(total)) total[key] += row[key]
  const worst = Object.entries(row.wrong).sort((a, b) => b[1] - a[1])
  console.log(
    lang.padEnd(16).slice(0, 16),
    String(row.blocks).padStart(6),
    `${percent(row.same, row.blocks)} %`.padStart(10),
    String(row.characters).padStart(11),
    `${percent(row.right, row.characters)} %`.padStart(12),
    ' ',
    worst
      .slice(0, 5)
      .map(([pair, count]) => `${pair} ${count}`)
      .join(', '),
  )
}
console.log(
  `\n${total.blocks} blocks, ${percent(total.same, total.blocks).trim()} % with the same bytes; ${total.characters} characters, ` +
    `${percent(total.right, total.characters).trim()} % with the right class; ${seconds.toFixed(2)} s`,
)
