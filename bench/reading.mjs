// What a reader waits for, measured in a real Chromium against a local server: first paint, long tasks, weight and layout shift of a
// chapter, and search over many pages.
//
//   npm run build && npm run bench:reading [pages]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { median } from './median.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(path.join(tmpdir(), 'octavo-reading-'))
const PAGES = Number(process.argv[2] ?? 2000)
const RUNS = 5
const CHAPTER = '/pages/okr-chapter-1.html'
const PICTURES = '/pictures.html'

const BROWSER = [process.env.OCTAVO_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file !== undefined && existsSync(file),
)
const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png' } // biome-ignore format: a table

const build = (source, destination) => {
  const run = spawnSync(process.execPath, [
    path.join(root, 'dist/cli.js'),
    'build',
    '-q',
    '-s',
    source,
    '-d',
    destination,
  ])
  if (run.status !== 0) throw new Error(String(run.stderr))
}

const serve = (folder) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const name = path.join(folder, path.posix.normalize(decodeURIComponent(request.url.split(/[?#]/)[0])))
      const file = [name, path.join(name, 'index.html')].find((one) => existsSync(one) && statSync(one).isFile())
      if (file === undefined) return response.writeHead(404).end()
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': "default-src 'self'",
      })
      return response.end(readFileSync(file))
    })
    server.listen(0, '127.0.0.1', () => resolve({ server, address: `http://127.0.0.1:${server.address().port}` }))
  })

const WORDS = 'river stone lantern harbour winter garden copper meadow signal orchard thunder ribbon anchor velvet cinder marble willow engine pebble castle'.split(' ') // biome-ignore format: one line

// Always the same text: a page's words follow from its number.
const textOf = (page) => {
  let seed = page * 7919 + 13
  const word = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    const one = WORDS[(seed >>> 8) % WORDS.length]
    return (seed >>> 16) % 5 === 0 ? `${one}${(seed >>> 12) % 997}` : one
  }
  const paragraph = () => Array.from({ length: 60 }, word).join(' ')
  return `## ${word()} ${word()}\n\n${paragraph()}.\n\n## ${word()}\n\n${paragraph()}.\n`
}

const writeSite = (folder, config, pages) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '_config.yml'), config)
  for (const [name, text] of pages) writeFileSync(path.join(folder, name), text)
}

const writeManyPages = (folder) =>
  writeSite(
    folder,
    'title: Many\ntheme: octavo\nlang: en\noctavo:\n  search: true\n',
    Array.from({ length: PAGES }, (_, i) => [`p${i}.md`, `---\ntitle: Page ${i}\nlayout: page\n---\n${textOf(i)}`]),
  )

const writePictures = (folder) => {
  const picture = (i) => `<img src="images/p${i % 3}.png" width="640" height="400" alt="Picture ${i}">`
  const text = Array.from({ length: 10 }, (_, i) => `${textOf(i)}\n${picture(i)}\n`).join('\n')
  writeSite(folder, 'title: Pictures\ntheme: octavo\n', [
    ['pictures.md', `---\ntitle: Ten\nlayout: page\n---\n${text}`],
  ])
  mkdirSync(path.join(folder, 'images'))
  const shipped = readFileSync(path.join(root, 'test/theme/fixture/images/picture.png'))
  for (let i = 0; i < 3; i++) writeFileSync(path.join(folder, 'images', `p${i}.png`), shipped)
}

const observe = () => {
  globalThis.seen = { tasks: [], shift: 0 }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.seen.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.seen.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
}

// A browser of its own each time: nothing is warm.
const visit = async (address) => {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const bodies = []
  page.on('response', (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))))
  await page.addInitScript(observe)
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.waitForTimeout(300)
  const seen = await page.evaluate(() => ({
    ...globalThis.seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  }))
  const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  await browser.close()
  return { ...seen, weight }
}

const search = async (address) => {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.goto(`${address}/p1.html`, { waitUntil: 'networkidle' })
  await page.keyboard.press('/')
  await page.waitForTimeout(500)
  const times = []
  for (const words of ['lantern', 'copper meadow', 'river', 'willow engine', 'harbour']) {
    await page.fill('.search-dialog .search-input', '')
    await page.waitForFunction(() => !document.querySelector('.search-result'))
    const started = performance.now()
    await page.keyboard.insertText(words)
    await page.waitForSelector('.search-result')
    times.push(performance.now() - started)
  }
  await browser.close()
  return times
}

const biggest = (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.pf_|\.json$/.test(name))
  return Math.max(...files.map((name) => statSync(path.join(folder, name)).size))
}

const chapter = async () => {
  const folder = path.join(work, 'books')
  build(root, folder)
  const { server, address } = await serve(folder)
  const visits = []
  for (let run = 0; run < RUNS; run++) visits.push(await visit(address + CHAPTER))
  server.close()
  return [
    ['chapter, cold: first contentful paint (median)', median(visits.map(({ paint }) => paint)), 300, 'ms'],
    ['chapter, cold: longest task (median)', median(visits.map(({ tasks }) => Math.max(0, ...tasks))), 50, 'ms'],
    ['chapter: all that it loads, gzip', visits[0].weight / 1000, 40, 'KB'],
  ]
}

const pictures = async () => {
  writePictures(path.join(work, 'pictures'))
  build(path.join(work, 'pictures'), path.join(work, 'pictures-site'))
  const { server, address } = await serve(path.join(work, 'pictures-site'))
  const { shift } = await visit(address + PICTURES)
  server.close()
  return [['ten pictures: layout shift', shift, 0.001, '']]
}

const manyPages = async () => {
  writeManyPages(path.join(work, 'many'))
  build(path.join(work, 'many'), path.join(work, 'many-site'))
  const { server, address } = await serve(path.join(work, 'many-site'))
  const times = await search(address)
  server.close()
  return [
    [`search over ${PAGES} pages: first words to first results`, times[0], 300, 'ms'],
    [`search over ${PAGES} pages: median of ${times.length}`, median(times), 300, 'ms'],
    [
      `search over ${PAGES} pages: biggest piece of the index`,
      biggest(path.join(work, 'many-site/pagefind')) / 1000,
      100,
      'KB',
    ],
  ]
}

try {
  const rows = [...(await chapter()), ...(await pictures()), ...(await manyPages())]
  for (const [what, value, bound, unit] of rows)
    console.log(
      `${value < bound ? 'ok  ' : 'OVER'} ${what.padEnd(58)} ${value.toFixed(1).padStart(7)} ${unit.padEnd(2)} (bound ${bound})`,
    )
  process.exitCode = rows.every(([, value, bound]) => value < bound) ? 0 : 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
