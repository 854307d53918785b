// npm run bench [-- PAGES]: whole builds of a site of books, from nothing, against the peers that are installed; then ten times as many
// pages, with the peak of memory. Ratios are from one run: times differ from machine to machine and from minute to minute.
//
// The sites are those that ../shared/bench (or that folder in OCTAVO_SHARED) writes; without it, our own.
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
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const shared = process.env.OCTAVO_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))
const maker = path.join(shared, 'bench/make-sites.mjs')
const eleventyHome = process.env['OCTAVO_PEERS'] ?? ''
const eleventyModules = path.join(eleventyHome, 'node_modules')

// The most memory that the process has had is told as it ends, and by each of its threads.
const TELL =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))'

const octavo = (folder, source = 'jekyll') => ({
  command: process.execPath,
  args: [cli, 'build', '-q', '-d'],
  folder: path.join(folder, source),
})

const peersIn = (folder) => [
  { name: 'jekyll', runs: 2, command: 'jekyll', args: ['build', '-q', '-d'], folder: path.join(folder, 'jekyll'), cache: '.jekyll-cache', bound: 10 },
  { name: 'hugo', runs: 5, command: 'hugo', args: ['--quiet', '-d'], folder: path.join(folder, 'hugo'), bound: 1.5 },
  {
    name: 'eleventy',
    runs: 2,
    command: existsSync(eleventyModules) ? path.join(eleventyModules, '.bin/eleventy') : 'eleventy',
    args: ['--quiet', '--config=.eleventy.cjs', '--output'],
    folder: path.join(folder, 'eleventy'),
    bound: 5,
  },
] // biome-ignore format: a table

// Every run writes into a new folder, and all are removed at the end: on some file systems a file costs more where many were just deleted.
const outputs = mkdtempSync(path.join(tmpdir(), 'octavo-bench-out-'))
process.on('exit', () => rmSync(outputs, { recursive: true, force: true }))
let runs = 0

/** Seconds and peak megabytes of one build from nothing; undefined where the command is not there. `args` end with the output's option. */
const build = ({ command, args: options, folder, cache }) => {
  if (cache !== undefined) rmSync(path.join(folder, cache), { recursive: true, force: true })
  const args = [...options, path.relative(folder, path.join(outputs, String(runs++)))]
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

const sum = (all) => ({
  seconds: median(all.map((one) => one.seconds)),
  megabytes: Math.max(...all.map((one) => one.megabytes)),
})

const measure = (what, runs) => {
  const told = { ...what, args: ['--import', TELL, ...what.args] }
  return sum(Array.from({ length: runs }, () => build(told)))
}

/** Two programs in turns, so that what else the machine does in these minutes hits both; undefined where the second is not there. */
const measureInTurns = (first, second, runs) => {
  const pairs = Array.from({ length: runs }, () => [build(first), build(second)])
  return pairs[0][1] === undefined ? undefined : [0, 1].map((which) => sum(pairs.map((pair) => pair[which])))
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

const makeSites = (folder, count) => {
  if (!existsSync(maker)) return writeSites(folder, count)
  const { status, stderr } = spawnSync(process.execPath, [maker, folder, String(count)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${maker} ended with ${status}: ${stderr.slice(-2000)}`)
}

const compare = (folder) => {
  makeSites(folder, pages)
  if (existsSync(eleventyModules))
    symlinkSync(path.resolve(eleventyModules), path.join(folder, 'eleventy/node_modules'))
  const alone = measure(octavo(folder), 3)
  row('octavo', `${alone.seconds.toFixed(2)} s`, `${alone.megabytes.toFixed(0)} MB`)
  for (const peer of peersIn(folder)) {
    const both = measureInTurns(octavo(folder), peer, peer.runs)
    if (both === undefined) {
      row(peer.name, 'is not installed')
      continue
    }
    const [ours, theirs] = both.map(({ seconds }) => seconds)
    const times = `${(theirs / ours).toFixed(2)} times as long (wanted: ${peer.bound})`
    row(peer.name, `${theirs.toFixed(2)} s`, `beside ${ours.toFixed(2)} s: ${times}`)
  }
  return alone
}

console.log(existsSync(maker) ? `Sites of ${maker}` : 'Sites of our own')
console.log(`${pages} pages, whole process, from nothing, medians of runs in turns`)
const few = inFolder(compare)

const many = inFolder((folder) => {
  makeSites(folder, pages * 10)
  return measure(octavo(folder), 2)
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
  const { seconds, megabytes } = measure(octavo(path.dirname(path.resolve(docs)), path.basename(docs)), 3)
  row('docs', `${seconds.toFixed(2)} s (wanted, for 1,600 pages: at most 6)`, `${megabytes.toFixed(0)} MB`)
}
