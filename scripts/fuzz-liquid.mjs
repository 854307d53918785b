// Random templates, rendered here and by the real Liquid and Jekyll (a Ruby with their gems must be there), and what differs, shrunk.
//
//   node scripts/fuzz-liquid.mjs --count 2000 --seed 1 [--show 20] [--mode warn] [--strict] [--bare]
//     [--timezone Europe/Berlin]
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { createGenerator, data, includes, smaller, toText } from './fuzz-liquid-grammar.mjs'
import { startRuby } from './ruby-oracle.mjs'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
    mode: { type: 'string', default: 'warn' },
    strict: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
    timezone: { type: 'string', default: 'UTC' },
  },
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-liquid-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true }))

const bundle = async (entry, name) => {
  const outfile = path.join(folder, name)
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  return import(outfile)
}
const { createEngine, RubyError } = await bundle('src/liquid/index.ts', 'liquid.mjs')
const { fromJson } = await bundle('test/liquid/case-data.ts', 'case-data.mjs')

const startOracle = () => {
  const includesFile = path.join(folder, 'includes.json')
  fs.writeFileSync(includesFile, JSON.stringify(includes))
  const environment = { TZ: options.timezone, BARE: options.bare ? '1' : '' }
  return startRuby([path.join(import.meta.dirname, 'fuzz-liquid-oracle.rb'), includesFile], environment, 'ignore')
}

const engine = createEngine({
  errorMode: options.mode,
  strictFilters: options.strict,
  strictVariables: options.strict,
  timezone: options.timezone,
  jekyll: !options.bare,
  site: {
    config: new Map([
      ['url', 'http://example.org'],
      ['baseurl', '/base'],
    ]),
    findInclude: (name) =>
      Object.hasOwn(includes, name) ? { path: `_includes/${name}`, source: includes[name] } : undefined,
  },
})

const globals = fromJson(data)

/** Ruby adds a piece of its own source to some messages, and addresses to others. */
const clean = (text) => text.split('\n\n ')[0].split(/\nDid you mean/)[0].replaceAll(/"[^"]*_includes"/g, '"_includes"').replaceAll(/#<([\w:]+):0x[^>]*>/g, '#<$1>').trim() // biome-ignore format: one pipeline

const ours = (template) => {
  try {
    const parsed = engine.parse(template, { path: 'fuzz', line: 1 })
    const { output } = engine.render(parsed, globals)
    return { output, warnings: parsed.warnings.map(({ message }) => message) }
  } catch (error) {
    if (!(error.cause instanceof RubyError)) return { error: `CRASH ${error.stack}` }
    return { error: `${error.cause.rubyClass}: ${error.message}` }
  }
}

const agrees = (a, b) => {
  if (a.error !== undefined || b.error !== undefined)
    return a.error !== undefined && b.error !== undefined && clean(a.error) === clean(b.error)
  return a.output === b.output && a.warnings.join('\n') === b.warnings.join('\n')
}

const oracle = startOracle()
const compare = async (template) => {
  const theirs = await oracle.ask({ template, data, mode: options.mode, strict: options.strict })
  const mine = ours(template)
  return { same: agrees(mine, theirs), mine, theirs }
}

/** A smaller tree that still differs, until there is none. */
const shrink = async (tree) => {
  let smallest = tree
  for (let tries = 0; tries < 400; ) {
    let found = false
    for (const candidate of smaller(smallest)) {
      if (++tries > 400) break
      if ((await compare(toText(candidate))).same) continue
      smallest = candidate
      found = true
      break
    }
    if (!found) break
  }
  return smallest
}

const count = Number(options.count)
const generate = createGenerator(Number(options.seed), options)
let wrong = 0
for (let index = 0; index < count; index++) {
  const tree = generate()
  if ((await compare(toText(tree))).same) continue
  wrong++
  if (wrong > Number(options.show)) continue
  const template = toText(await shrink(tree))
  const { mine, theirs } = await compare(template)
  console.log(`--- ${JSON.stringify(template)}\n  ours   ${JSON.stringify(mine)}\n  theirs ${JSON.stringify(theirs)}`)
}
oracle.stop()
console.log(`${count - wrong} of ${count} agree (${(((count - wrong) / count) * 100).toFixed(2)} %)`)
