// npm run bench [-- PAGES]: whole builds of a site of books, from nothing, against the peers that are installed; then ten times as many
// pages, with the peak of memory. Ratios are from one run: times differ from machine to machine and from minute to minute.
//
// Jekyll and Hugo are looked for on the PATH; Eleventy 3 with its plugin for highlighting in the folder that OCTAVO_PEERS names
// (npm install --prefix FOLDER @11ty/eleventy@3 @11ty/eleventy-plugin-syntaxhighlight). A Just the Docs site is built where
// OCTAVO_JUST_THE_DOCS names the folder of one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './median.mjs'
import { writeSites } from './sites.mjs'

const pages = Number(process.argv[2] ?? 1000)
const RUNS = 3
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const eleventyHome = process.env['OCTAVO_PEERS'] ?? ''
const eleventyModules = path.join(eleventyHome, 'node_modules')

// The most memory that the process has had is told as it ends, and by each of its threads.
const TELL =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))'

const octavo = (folder, source = 'jekyll') => ({
  command: process.execPath,
  args: ['--import', TELL, cli, 'build', '-q'],
  folder: path.join(folder, source),
  output: '_site',
})

const peersIn = (folder) => [
  { name: 'jekyll', runs: 1, command: 'jekyll', args: ['build', '-q', '--disable-disk-cache'], folder: path.join(folder, 'jekyll'), output: '_site', bound: 10 },
  { name: 'hugo', runs: RUNS, command: 'hugo', args: ['--quiet'], folder: path.join(folder, 'hugo'), output: 'public', bound: 1.5 },
  {
    name: 'eleventy',
    runs: 1,
    command: existsSync(eleventyModules) ? path.join(eleventyModules, '.bin/eleventy') : 'eleventy',
    args: ['--quiet', '--config=.eleventy.cjs'],
    folder: path.join(folder, 'eleventy'),
    output: '_site',
    bound: 5,
  },
] // biome-ignore format: a table

/** Seconds and peak megabytes of one build from nothing; undefined where the command is not there. */
const build = ({ command, args, folder, output }) => {
  rmSync(path.join(folder, output), { recursive: true, force: true })
  const started = performance.now()
  const { status, error, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const seconds = (performance.now() - started) / 1000
  if (error?.code === 'ENOENT') return undefined
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`)
  return {
    seconds,
    megabytes: Math.max(...[...stderr.matchAll(/\npeak (\d+)/g)].map(([, size]) => Number(size))) / 1024,
  }
}

const measure = (what, runs) => {
  const first = build(what)
  if (first === undefined) return undefined
  const all = [first, ...Array.from({ length: runs - 1 }, () => build(what))]
  return { seconds: median(all.map((one) => one.seconds)), megabytes: Math.max(...all.map((one) => one.megabytes)) }
}

const row = (name, ...cells) => console.log([name.padEnd(12), ...cells].join('  '))

const inFolder = (run) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'))
  try {
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const compare = (folder) => {
  writeSites(folder, pages)
  if (existsSync(eleventyModules))
    symlinkSync(path.resolve(eleventyModules), path.join(folder, 'eleventy/node_modules'))
  const ours = measure(octavo(folder), RUNS)
  row('octavo', `${ours.seconds.toFixed(2)} s`, `${ours.megabytes.toFixed(0)} MB`)
  for (const peer of peersIn(folder)) {
    const theirs = measure(peer, peer.runs)
    if (theirs === undefined) row(peer.name, 'is not installed')
    else {
      const times = (theirs.seconds / ours.seconds).toFixed(1)
      row(peer.name, `${theirs.seconds.toFixed(2)} s`, `${times} times as long (wanted: ${peer.bound})`)
    }
  }
  return ours
}

console.log(`${pages} pages, whole process, from nothing, median of ${RUNS} runs`)
const few = inFolder(compare)

const many = inFolder((folder) => {
  writeSites(folder, pages * 10)
  return measure(octavo(folder), 1)
})
row(
  `x 10`,
  `${many.seconds.toFixed(2)} s`,
  `${(many.seconds / few.seconds).toFixed(1)} times as long (wanted: at most 11)`,
  `${many.megabytes.toFixed(0)} MB (wanted: under 1000)`,
)

const docs = process.env['OCTAVO_JUST_THE_DOCS']
if (docs === undefined) row('docs', 'no Just the Docs site: OCTAVO_JUST_THE_DOCS names none')
else {
  const { seconds, megabytes } = measure(octavo(path.dirname(path.resolve(docs)), path.basename(docs)), 1)
  row('docs', `${seconds.toFixed(2)} s (wanted, for 1,600 pages: at most 6)`, `${megabytes.toFixed(0)} MB`)
}
