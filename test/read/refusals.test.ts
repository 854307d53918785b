// What Jekyll fails on without saying where: each case is a few files, and what is said of which.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { UserError } from '../../src/util/error.ts'
import { buildFiles, type Files, writeSite } from '../site.ts'

const cases: readonly { readonly of: string; readonly files: Files; readonly at: string }[] = [
  {
    of: 'a document in YAML that is no hash',
    files: { '_config.yml': 'collections: [docs]\n', '_docs/a.yml': '---\ntext\n' },
    at: '_docs/a.yml',
  },
  {
    of: 'a text for a date that the URL takes apart',
    files: {
      '_config.yml': 'collections: { docs: { output: true, permalink: "/:year/:title" } }\n',
      '_docs/a.yml': '---\ndate: "2024-02-03 04:05"\n',
    },
    at: '_docs/a.yml',
  },
  {
    of: 'a collection whose permalink is nil',
    files: { '_config.yml': 'collections: { docs: { output: true, permalink: ~ } }\n', '_docs/a.md': '---\n---\n' },
    at: '_config.yml',
  },
  {
    of: 'a set of defaults without a scope behind one with',
    files: {
      '_config.yml': 'defaults: [{ scope: { path: "" }, values: { x: 1 } }, { values: { x: 2 } }]\n',
      'a.md': '---\n---\n',
    },
    at: '_config.yml',
  },
  {
    of: 'a label that is no text and is to have a page',
    files: {
      '_config.yml': 'plugins: [jekyll-paginate-v2]\npagination: { enabled: true }\nautopages: { enabled: true }\n',
      '_posts/2024-01-01-a.md': '---\ntags: [2024-01-02]\n---\n',
    },
    at: '_posts/2024-01-01-a.md',
  },
]

describe('refuses', () => {
  it.each(cases)('$of', async ({ files, at }) => {
    const error: unknown = await buildFiles(files).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).place?.path).toBe(at)
  })
})

const LATIN = Buffer.from('---\n---\né {{ 1 }}', 'latin1')

it.each(['a.md', 'a.html', '_docs/a.md', '_data/a.yml', '_data/a.json', '_data/a.csv', '_config.yml'])(
  'refuses %s in another encoding',
  async (name) => {
    const source = writeSite({ '_config.yml': 'collections: [docs]\n' })
    mkdirSync(path.dirname(path.join(source, name)), { recursive: true })
    writeFileSync(path.join(source, name), LATIN)
    await expect(build({ source, dryRun: true })).rejects.toThrow(`${name} is not valid UTF-8`)
  },
)
