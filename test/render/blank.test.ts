import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

// `blank` in conditions asks each value for Ruby on Rails' `blank?`, which some plugins bring along. The results are Jekyll's.

const VALUES = ['nope', '""', '" "', '"a"', 'false', 'true', '7', 'none', 'page', 'site', 'site.data', 'site.time']
const TEMPLATE = `{% assign none = "" | split: "x" %}${VALUES.map((value, at) => `{% if ${value} == blank %}${at} {% endif %}`).join('')}`

it.each([
  ['jekyll-mentions', '0 1 2 4 7 10 ', 'D'],
  ['jemoji', '0 1 2 4 7 10 ', 'D'],
  ['jekyll-avatar', '', ''],
])('with %s', async (plugin, blank, when) => {
  const site = await buildFiles({
    '_config.yml': `plugins: [${plugin}]\n`,
    'a.txt': `---\n---\n${TEMPLATE}`,
    'b.txt': '---\n---\n{% case nope %}{% when blank %}D{% endcase %}{% if "a" != blank %}-{% endif %}',
  })
  expect(site.text('a.txt')).toBe(blank)
  expect(site.text('b.txt')).toBe(`${when}-`)
})
