// `smartify` goes by the site's kramdown options.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it.each([
  ['', 'a ‘b’ c’s – “d” … © <b>x</b>'],
  ['smart_quotes: [apos, apos, quot, quot]', `a 'b' c's – "d" … © <b>x</b>`],
  ['smart_quotes: "rdquo,rsquo,quot,apos"', `a ”b’ c’s – "d' … © <b>x</b>`],
  ['typographic_symbols: { ndash: N, hellip: H }', 'a ‘b’ c’s N “d” H © <b>x</b>'],
  ['entity_output: numeric', 'a &#8216;b&#8217; c&#8217;s &#8211; &#8220;d&#8221; &#8230; &#169; <b>x</b>'],
])('with kramdown { %s }', async (options, expected) => {
  const site = await buildFiles({
    '_config.yml': `markdown: CommonMark\nkramdown: { ${options} }`,
    'a.txt': `---\ntext: a 'b' c's -- "d" ... &copy; <b>x</b>\n---\n{{ page.text | smartify }}`,
  })
  expect(site.text('a.txt')).toBe(expected)
})
