// How lists of documents and files show after filters: as they are in their list, or as templates see each of them. The results are Jekyll's.
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuiltSite, buildFiles } from '../site.ts'

const DOCUMENT = '[#<Jekyll::Document _docs/a.md collection=docs>]'
const FILE = '[#<Jekyll::StaticFile @relative_path="/s.bin">]'

const CASES: readonly (readonly [filters: string, inner: string, shown: RegExp | string])[] = [
  ['site.docs', 'inspect', DOCUMENT],
  ['site.docs | sort: "slug"', 'inspect', DOCUMENT],
  ['site.docs | where: "slug", "a"', 'inspect', DOCUMENT],
  ['site.docs | reverse', 'inspect', /^\[\{\n {2}"content": "\\n",\n/],
  ['site.docs | compact', 'inspect', /^\[\{\n {2}"content": "\\n",\n/],
  ['site.docs | uniq', 'inspect', /^\[\{\n {2}"content": "\\n",\n/],
  ['site.docs | concat: site.docs | uniq | size', 'inspect', '1'],
  ['site.docs | reverse | map: "slug"', 'join', 'a'],
  ['site.docs | reverse', 'join', '\n'],
  ['site.static_files', 'inspect', FILE],
  ['site.static_files | sort_natural: "name"', 'inspect', /^\[\{\n {2}"name": "s.bin",\n/],
]

const fileOf = (at: number): string => `case-${at}.txt`

describe('lists of documents', () => {
  let site: BuiltSite
  beforeAll(async () => {
    site = await buildFiles({
      '_config.yml': 'collections: [docs]\n',
      '_docs/a.md': '---\n---\n',
      's.bin': '',
      ...Object.fromEntries(
        CASES.map(([filters, inner], at) => [fileOf(at), `---\n---\n{% assign l = ${filters} %}{{ l | ${inner} }}`]),
      ),
      'same.txt': '---\n---\n{% assign r = site.docs | reverse %}{% if r.first == site.docs.last %}same{% endif %}',
    })
  })
  it.each(CASES.map(([filters, inner, shown], at) => ({ filters, inner, shown, at })))(
    '$filters | $inner',
    ({ at, shown }) => {
      const text = site.text(fileOf(at))?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      if (typeof shown === 'string') expect(text).toBe(shown)
      else expect(text).toMatch(shown)
    },
  )
  it('are of the same documents', () => expect(site.text('same.txt')).toBe('same'))
})
