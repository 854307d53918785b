// Random data files and front matter, read here and by the real Jekyll (a Ruby with its gems must be there), and what differs, shrunk.
//
//   node scripts/fuzz-data.mjs --count 2000 --seed 1 [--show 20] [--only yml]
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { createGenerator } from './fuzz-data-grammar.mjs'
import { smaller, toText } from './fuzz-liquid-grammar.mjs'
import { startRuby } from './ruby-oracle.mjs'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
})

process.env.TZ = 'UTC'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-data-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true }))

const bundle = async (entry) => {
  const outfile = path.join(import.meta.dirname, '../node_modules/.cache/fuzz-data', `${path.basename(entry)}.mjs`)
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'error' }) // biome-ignore format: one line
  return import(outfile)
}
const { readData } = await bundle('src/read/data.ts')
const { splitFrontMatter } = await bundle('src/read/front-matter.ts')
const { inspect } = await bundle('src/util/inspect.ts')

const config = { source: folder, data: new Map(), encoding: 'utf-8' }
const data = path.join(folder, '_data')

const readMatter = (text) => {
  const { value, content, error, line } = splitFrontMatter(text, 'file.md')
  if (error) throw error
  return value === undefined && line === 1 ? null : [value ?? null, content]
}

const readFile = async (kind, text) => {
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(data)
  fs.writeFileSync(path.join(data, `file.${kind}`), text)
  return (await readData(data, config)).get('file')
}

const ours = async (kind, text) => {
  try {
    return { value: inspect(kind === 'matter' ? readMatter(text) : await readFile(kind, text)) }
  } catch (error) {
    return { error: error.constructor.name === 'UserError' || error.place ? error.message : `CRASH ${error.stack}` }
  }
}

const oracle = startRuby([path.join(import.meta.dirname, 'fuzz-data-oracle.rb')], { TZ: 'UTC' }, 'ignore')
const compare = async (kind, text) => {
  const [theirs, mine] = [await oracle.ask({ kind, text }), await ours(kind, text)]
  const crashed = mine.error?.startsWith('CRASH')
  const same = !crashed && (mine.error !== undefined ? theirs.error !== undefined : mine.value === theirs.value)
  return { same, mine, theirs }
}

const outcomeKind = ({ mine, theirs }) => `${mine.error === undefined} ${theirs.error === undefined}`

/** A smaller tree that still differs in the same way, until there is none. */
const shrink = async (kind, tree) => {
  const wanted = outcomeKind(await compare(kind, toText(tree)))
  let smallest = tree
  for (let tries = 0, found = true; found && tries < 600; ) {
    found = false
    for (const candidate of smaller(smallest)) {
      if (++tries > 600) break
      const result = await compare(kind, toText(candidate))
      if (result.same || outcomeKind(result) !== wanted) continue
      smallest = candidate
      found = true
      break
    }
  }
  return smallest
}

const count = Number(options.count)
const generate = createGenerator(Number(options.seed))
let [done, wrong, failing] = [0, 0, 0]
while (done < count) {
  const { kind, tree } = generate()
  if (options.only && kind !== options.only) continue
  done++
  const { same, theirs } = await compare(kind, toText(tree))
  if (theirs.error !== undefined) failing++
  if (same || ++wrong > Number(options.show)) continue
  const text = toText(await shrink(kind, tree))
  const result = await compare(kind, text)
  console.log(`--- ${kind} ${JSON.stringify(text)}\n  ours   ${JSON.stringify(result.mine)}\n  theirs ${JSON.stringify(result.theirs)}`) // biome-ignore format: one line
}
oracle.stop()
console.log(
  `${count - wrong} of ${count} agree (${(((count - wrong) / count) * 100).toFixed(2)} %), ${failing} fail there`,
)
