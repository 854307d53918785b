// Random sites, built here and by the real Jekyll (a Ruby with its gems must be there), and what differs, shrunk.
//
//   npm run build && node scripts/fuzz-site.mjs --count 200 --seed 1 [--show 5] [--plugins] [--rich] [--real] [--errors] [--tries 600] [--keep folder]
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createSite, keptFiles } from './fuzz-site-grammar.mjs'
import { startRuby } from './ruby-oracle.mjs'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
    plugins: { type: 'boolean', default: false },
    rich: { type: 'boolean', default: false },
    real: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    tries: { type: 'string', default: '600' },
    keep: { type: 'string' },
  },
})

process.env.TZ = 'UTC'
const { build, UserError } = await import('../dist/index.js')

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-site-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true }))
const [source, ours, theirs] = ['site', 'ours', 'theirs'].map((name) => path.join(folder, name))

const startOracle = () => startRuby([path.join(import.meta.dirname, 'fuzz-site-oracle.rb')], { TZ: 'UTC' })

const MODIFIED = new Date('2024-02-03T04:05:06Z')

const writeTree = (root, files) => {
  fs.rmSync(root, { recursive: true, force: true })
  fs.mkdirSync(root, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    if (text.startsWith('@link:')) {
      // One that leads nowhere stops a Jekyll, and so tells nothing.
      if (fs.existsSync(path.join(path.dirname(file), text.slice(6)))) fs.symlinkSync(text.slice(6), file)
      continue
    }
    fs.writeFileSync(file, text.startsWith('@latin1:') ? Buffer.from(text.slice(8), 'latin1') : text)
    fs.utimesSync(file, MODIFIED, MODIFIED)
  }
}

const readTree = (root) => {
  const files = {}
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    files[path.relative(root, file)] = fs.readFileSync(file, 'utf8')
  }
  return files
}

// Two Sass compilers lay out their text in two ways.
const clean = (name, text) => (name.endsWith('.css') ? text.replaceAll(/[\s;]+/g, '') : text)

/** The files of a site's settings where there are two of them. */
const settingsFiles = () => {
  const files = ['_config.yml', '_extra.yml'].map((name) => path.join(source, name))
  return fs.existsSync(files[1]) ? files : undefined
}

const buildOurs = async () => {
  process.env.TZ = 'UTC'
  try {
    const config = settingsFiles()
    await build({ source, destination: ours, threads: 1, config, overrides: new Map([['disable_disk_cache', true]]) })
    return {}
  } catch (error) {
    return { error: error instanceof UserError ? error.message : `CRASH ${error.stack}` }
  }
}

/** Where `a` and `b` first differ, with what is around. */
const firstDifference = (a, b) => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 140))
  return `\n    ours   ${part(a)}\n    theirs ${part(b)}`
}

const differenceOf = (mine, real) => {
  if (mine.error?.startsWith('CRASH')) return mine.error
  if (mine.error !== undefined || real.error !== undefined) {
    if (mine.error !== undefined && real.error !== undefined) return undefined
    return `ours ${mine.error ?? 'builds'}\n  theirs ${real.error ?? 'builds'} ${real.at?.join(' ') ?? ''}`
  }
  const [left, right] = [readTree(ours), readTree(theirs)]
  for (const name of Object.keys({ ...right, ...left }).sort()) {
    // Jekyll copies a link to a file as a link.
    if (fs.lstatSync(path.join(theirs, name), { throwIfNoEntry: false })?.isSymbolicLink()) continue
    if (left[name] === undefined) return `${name} is missing`
    if (right[name] === undefined) return `${name} should not be there`
    const [a, b] = [clean(name, left[name]), clean(name, right[name])]
    if (a !== b) return `${name} differs${firstDifference(a, b)}`
  }
  return undefined
}

const oracle = startOracle()
const compare = async (files) => {
  writeTree(source, files)
  writeTree(ours, keptFiles)
  writeTree(theirs, keptFiles)
  const real = await oracle.ask({ source, destination: theirs, config: settingsFiles() })
  return { difference: differenceOf(await buildOurs(), real), error: real.error, at: real.at }
}

/** The kind of a difference: shrinking must not slip from one into another. */
const kindOf = (difference) =>
  difference
    .split('\n')
    .slice(0, difference.startsWith('ours') ? 2 : 1)
    .map((line) => line.slice(0, 30))
    .join(' ')

const without = (list, from, count) => [...list.slice(0, from), ...list.slice(from + count)]

function* smaller(files) {
  const names = Object.keys(files)
  for (const name of names.slice(1)) yield Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))
  for (const name of names) {
    const lines = files[name].split(/(?<=\n)/)
    // The build's time stands on the first line of the settings, and both must have the same one.
    const start = name === '_config.yml' ? 1 : 0
    for (let size = lines.length >> 1; size > 0; size >>= 1)
      for (let from = start; from < lines.length; from += size)
        yield { ...files, [name]: without(lines, from, size).join('') }
  }
}

const mostTries = Number(options.tries)

/** A smaller site that still differs in the same way, until there is none. */
const shrink = async (files, kind) => {
  let smallest = files
  for (let tries = 0, found = true; found && tries < mostTries; ) {
    found = false
    for (const candidate of smaller(smallest)) {
      if (++tries > mostTries) break
      const { difference } = await compare(candidate)
      if (difference === undefined || kindOf(difference) !== kind) continue
      smallest = candidate
      found = true
      break
    }
  }
  return smallest
}

const count = Number(options.count)
let wrong = 0
let failing = 0
for (let index = 0; index < count; index++) {
  const seed = Number(options.seed) + index
  const files = createSite(seed, options)
  const { difference, error, at } = await compare(files)
  if (error !== undefined) failing++
  if (error !== undefined && options.errors) console.log(`${seed} ${error.split('\n')[0]} ${at}`)
  if (difference === undefined) continue
  wrong++
  if (wrong > Number(options.show)) continue
  const small = await shrink(files, kindOf(difference))
  if (options.keep) writeTree(path.join(options.keep, String(seed)), small)
  console.log(`--- seed ${seed}: ${(await compare(small)).difference}`)
  for (const [name, text] of Object.entries(small)) console.log(`  ${name}: ${JSON.stringify(text)}`)
}
oracle.stop()
const share = (((count - wrong) / count) * 100).toFixed(2)
console.log(`${count - wrong} of ${count} agree (${share} %), ${failing} of them fail in both`)
