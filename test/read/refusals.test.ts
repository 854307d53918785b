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
  {
    of: 'a label that is no list and is to have a page',
    files: {
      '_config.yml': 'plugins: [jekyll-paginate-v2]\nautopages: { enabled: true }\ncollections: [docs]\n',
      '_docs/a.yml': '---\ntags: 7\n',
    },
    at: '_docs/a.yml',
  },
  {
    of: 'a collection of which something else is said',
    files: { '_config.yml': 'collections: { docs: true }\n' },
    at: '_config.yml',
  },
  { of: 'a path that is nil, with Liquid', files: { 'a.md': '---\npath: ~\n---\n{{ 1 }}' }, at: 'a.md' },
  {
    of: 'a path that is no text, with a layout',
    files: { 'a.md': '---\npath: 7\nlayout: l\n---\n', '_layouts/l.html': '' },
    at: 'a.md',
  },
  {
    of: 'a former address that is no text',
    files: { '_config.yml': 'plugins: [jekyll-redirect-from]\n', 'a.md': '---\nredirect_from: [/b, 7]\n---\n' },
    at: 'a.md',
  },
  {
    of: 'a later address that is no text',
    files: { '_config.yml': 'plugins: [jekyll-redirect-from]\n', 'a.md': '---\nredirect_to: 2024-05-01\n---\n' },
    at: 'a.md',
  },
  {
    of: 'an excerpt of a page that jekyll-relative-links is to make anew',
    files: { '_config.yml': 'plugins: [jekyll-relative-links]\npage_excerpts: true\n', 'a.md': '---\n---\nText' },
    at: 'a.md',
  },
  {
    of: 'a locale that is no text',
    files: { '_config.yml': 'plugins: [jekyll-seo-tag]\n', 'a.md': '---\nlocale: [de]\n---\n{% seo %}' },
    at: 'a.md',
  },
  {
    of: 'a permalink that makes no URL, once the URL is asked for',
    files: {
      '_config.yml': 'collections: { docs: { permalink: "/:nope" } }\n',
      '_docs/a.md': '---\n---\n',
      'b.md': '---\n---\n{{ site.docs.first.url }}',
    },
    at: '_docs/a.md',
  },
  {
    of: "a page's excerpt that is cut inside a tag",
    files: {
      '_config.yml': 'page_excerpts: true\nexcerpt_separator: "."\n',
      'a.md': '---\n---\n{% if true %}{{ page.title }}{% endif %}\n',
    },
    at: 'a.md',
  },
  {
    of: "a document's excerpt that is cut inside a tag, where a loop goes through the document",
    files: {
      '_config.yml': 'collections: [docs]\nexcerpt_separator: "."\n',
      '_docs/a.md': '---\n---\n{% for i in page %}{{ i.url }}{% endfor %}\n',
    },
    at: '_docs/a.md',
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
