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

  it('names a layout for automatic pages that is not there, and writes empty ones', async () => {
    const { result, text } = await buildFiles({
      '_config.yml': 'plugins: [jekyll-paginate-v2]\npagination: { enabled: true }\nautopages: { enabled: true }',
      '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
      'index.html': '---\npagination: { enabled: true }\n---\n',
    })
    expect(result.warnings.map(({ message }) => message)).toEqual([
      'The layout autopage_tags.html, which `autopages` makes pages of, does not exist',
      'The layout autopage_collection.html, which `autopages` makes pages of, does not exist',
      "Layout 'autopage_tags' requested in tag/x/index.html does not exist.",
      "Layout 'autopage_collection' requested in collection/posts/index.html does not exist.",
    ])
    expect([text('tag/x/index.html'), text('collection/posts/index.html')]).toEqual(['', ''])
  })

  it('leaves the label of its collection in every document that automatic pages may list', async () => {
    const show = '{% for p in site.posts %}{{ p.title }} {{ p.__coll }};{% endfor %}'
    const built = (enabled: boolean) =>
      buildFiles({
        '_config.yml': `plugins: [jekyll-paginate-v2]\nautopages: { enabled: ${enabled} }`,
        '_posts/2020-01-01-a.md': '---\n---\n',
        '_posts/2020-01-02-b.md': '---\npagination: {}\n---\n',
        'o.txt': `---\n---\n${show}`,
      })
    expect((await built(true)).text('o.txt')).toBe('B ;A posts;')
    expect((await built(false)).text('o.txt')).toBe('B ;A ;')
  })

  it.each([
    ['paginated', true, '["B","/blog/index.html",".html","B"][null,"/tag/x/index.html",".html",null]'],
    ['automatic', false, '["B","/blog/","blog/index.html","B"]["L","/tag/x/index.html","index.html",null]'],
  ])('shows templates neither the folder nor a template of a page that is %s', async (_, enabled, shown) => {
    const site = await buildFiles({
      '_config.yml': `plugins: [jekyll-paginate-v2]\npagination: { enabled: ${enabled} }\npage_excerpts: true
autopages: { enabled: true, tags: { layouts: [tag.html] }, collections: { enabled: false } }`,
      '_layouts/tag.html': 'L',
      '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
      'blog/index.html': '---\npagination: { enabled: true }\n---\nB',
      'a.txt': `---\n---\n{% for p in site.pages %}{% unless p.url == page.url %}[{{ p.content | jsonify }},{{ p.url | jsonify }},{{ p.path | jsonify }},{{ p.excerpt | jsonify }}]{% endunless %}{% endfor %}`,
    })
    expect(site.text('a.txt')).toBe(shown)
  })
})
