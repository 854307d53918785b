// paginate-v2.json holds small sites, and for each page of theirs what jekyll-paginate-v2 3.0.0 makes of it; `show` is a template that
// prints all that a page and its paginator say.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

interface Recorded {
  readonly show: string
  readonly shared: Files
  readonly cases: readonly { readonly name: string; readonly files: Files; readonly expected: Files }[]
}

const file = path.join(import.meta.dirname, 'paginate-v2.json')
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded

describe('jekyll-paginate-v2', () => {
  it.each(recorded.cases)('$name', async (one) => {
    const own = Object.entries(one.files).map(([name, text]) => [name, text.replaceAll('SHOW', recorded.show)])
    const site = await buildFiles({ ...recorded.shared, ...Object.fromEntries(own) })
    const found = site.result.outputs.map((output) => [output.path, site.text(output.path) ?? ''] as const)
    expect(Object.fromEntries(found.filter(([, text]) => text.includes('|')))).toEqual(one.expected)
  })

  it('makes nothing where it is off, and says so where no page asks for it', async () => {
    const built = (config: string, page: string) =>
      buildFiles({ '_config.yml': `plugins: [jekyll-paginate-v2]\n${config}`, 'index.html': page })
    const off = await built('', '---\npagination: { enabled: true }\n---\n{{ paginator.page }}')
    expect(off.text('index.html')).toBe('')
    const { result } = await built('pagination: { enabled: true }', '---\n---\n')
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Is enabled, but I couldn't find any pagination page/),
    ])
  })

  it.each(['paginate: 5', 'paginate: 5\npagination: { enabled: true }'])('refuses %j', async (config) => {
    await expect(buildFiles({ '_config.yml': `plugins: [jekyll-paginate-v2]\n${config}` })).rejects.toThrow(/paginate/)
  })

  it('names a layout for automatic pages that is not there', async () => {
    const { result } = await buildFiles({
      '_config.yml': 'plugins: [jekyll-paginate-v2]\npagination: { enabled: true }\nautopages: { enabled: true }',
      '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
      'index.html': '---\npagination: { enabled: true }\n---\n',
    })
    expect(result.warnings.map(({ message }) => message)).toEqual([
      'The layout autopage_tags.html, which `autopages` makes pages of, does not exist',
      'The layout autopage_collection.html, which `autopages` makes pages of, does not exist',
    ])
  })
})
