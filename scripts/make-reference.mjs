// Writes _data/reference.json, from which the handbook's chapter on templates shows its tables: every tag and filter that the engine
// knows, what it does, how it is written, and, for filters, what the example gives.
//
//   node scripts/make-reference.mjs
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { filterWords, tagWords } from './reference-words.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const loadEngine = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'make-reference-'))
  const outfile = path.join(folder, 'liquid.mjs')
  const entryPoints = ['src/liquid/index.ts']
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
  const engine = await import(pathToFileURL(outfile).href)
  fs.rmSync(folder, { recursive: true })
  return engine
}

/** What the examples work on. The handbook shows it too. */
const VALUES = {
  numbers: [1, 2, 3],
  data: [{ name: 'a', owner: 'Ada' }, { name: 'b', owner: 'Bob' }, { name: 'c', owner: 'Ada' }, { name: 'd' }],
  newline: '\n',
  site: { url: 'https://example.org', baseurl: '/book' },
}

const { createEngine } = await loadEngine()
const toValue = (value) => {
  if (Array.isArray(value)) return value.map(toValue)
  if (typeof value !== 'object') return value
  return new Map(Object.entries(value).map(([key, member]) => [key, toValue(member)]))
}
const globals = toValue(VALUES)
const jekyll = createEngine({
  jekyll: true,
  timezone: 'UTC',
  site: { config: globals.get('site') },
  strictFilters: true,
})
const liquid = createEngine({ jekyll: false })

const render = (expression) => {
  const template = jekyll.parse(`{{ ${expression} }}`, { path: 'example', line: 1 })
  if (template.warnings.length > 0) throw new Error(`${expression}: ${template.warnings[0].message}`)
  return jekyll.render(template, globals).output
}

const entriesOf = (words, { all, own }, example) => {
  const unknown = Object.keys(words).filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`The engine does not know ${unknown.join(', ')}.`)
  return all.map((name) => {
    if (!Object.hasOwn(words, name)) throw new Error(`scripts/reference-words.mjs does not describe ${name}.`)
    const [description, usage] = words[name]
    return { name, from: own.includes(name) ? 'Liquid' : 'Jekyll', description, usage, ...example(usage) }
  })
}

const reference = {
  values: VALUES,
  tags: entriesOf(tagWords, { all: jekyll.tagNames, own: liquid.tagNames }, () => ({})),
  filters: entriesOf(filterWords, { all: jekyll.filterNames, own: liquid.filterNames }, (usage) =>
    usage === undefined ? {} : { result: render(usage) },
  ),
}

fs.mkdirSync('_data', { recursive: true })
fs.writeFileSync('_data/reference.json', `${JSON.stringify(reference, null, 2)}\n`)
