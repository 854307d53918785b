// node bench/markdown-growth.mjs [--room] [NAME...]: how the time that hostile texts take grows with their size. Time of the processor, not of the
// clock, in a process of its own for each shape; the median of three after a run to warm up. The ratio of two sizes is to stay near ten.
//
// Small texts are done before the collector of garbage looks at them, and what it does for large ones is paid for by their trees being
// alive: that alone makes the ratio grow. `--room` gives young objects so much room that the collector has next to nothing to do: what is
// left is the growth of the parser's own work.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { median } from './median.mjs'

const SIZES = [10_000, 100_000, 1_000_000]
const RUNS = 3
const LIMIT = 120_000
const MOST = 12

const here = path.dirname(fileURLToPath(import.meta.url))

// A text of 10 KB takes less time than the clock can tell: it is rendered as often as it takes to read the same number of characters.
const measure = (render, text, times) => {
  const before = process.cpuUsage()
  for (let index = 0; index < times; index++) render(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

const runShape = async (bundle, name) => {
  const { createMarkdown, SHAPES } = await import(pathToFileURL(bundle).href)
  const { render } = createMarkdown()
  const texts = SIZES.map((size) => SHAPES[name](size))
  for (const text of texts) measure(render, text, 2)
  const results = texts.map((text, index) => {
    const times = [20, 3, 1][index]
    return median(Array.from({ length: RUNS }, () => measure(render, text, times)))
  })
  console.log(JSON.stringify(results))
}

const bundleShapes = async (outfile) => {
  const contents = [
    "export { createMarkdown } from './src/markdown/index.ts'",
    "export { SHAPES } from './test/markdown/pathological-shapes.ts'",
  ].join('\n')
  const stdin = { contents, resolveDir: path.dirname(here), loader: 'ts' }
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
}

const row = (name, cells) => console.log([name.padEnd(36), ...cells.map((cell) => cell.padStart(9))].join(' '))

const runAll = async (wanted, flags) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'markdown-growth-'))
  const bundle = path.join(folder, 'bundle.mjs')
  await bundleShapes(bundle)
  const { SHAPES } = await import(pathToFileURL(bundle).href)
  const names = Object.keys(SHAPES).filter((name) => wanted.length === 0 || wanted.includes(name))
  row('ms of the processor', ['10 KB', '100 KB', '1 MB', 'x', 'x'])
  const above = []
  for (const name of names) {
    const args = [...flags, fileURLToPath(import.meta.url), '--shape', bundle, name]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT })
    if (stdout === '') {
      row(name, ['not done'])
      above.push(name)
      continue
    }
    const times = JSON.parse(stdout)
    const ratios = times.slice(1).map((time, index) => time / times[index])
    row(name, [...times.map((time) => time.toFixed(2)), ...ratios.map((ratio) => ratio.toFixed(1))])
    if (ratios.some((ratio) => ratio > MOST)) above.push(name)
  }
  rmSync(folder, { recursive: true })
  console.log(`${names.length} shapes, ${above.length} above ${MOST}${above.map((name) => `\n  ${name}`).join('')}`)
}

const given = process.argv.slice(2).filter((argument) => argument !== '--' && argument !== '--room')
const flags = process.argv.includes('--room') ? ['--min-semi-space-size=1024', '--max-semi-space-size=1024'] : []
if (given[0] === '--shape') await runShape(given[1], given[2])
else await runAll(given, flags)
