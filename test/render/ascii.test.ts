import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it.each([
  ['{{ 1 }} "a" -- &hellip;', '<p>1 &#8220;a&#8221; &#8211; &hellip;</p>\n'],
  ['{{ page.nope }}"a"', '<p>&#8220;a&#8221;</p>\n'],
  ['{{ 1 }} &quot;a&#65; &lt;', '<p>1 "aA &lt;</p>\n'],
  ['{{ true }} "b"', '<p>true &#8220;b&#8221;</p>\n'],
  ['{{ 1 }} "a" é', '<p>1 “a” é</p>\n'],
  ['{{ "" }}"c"', '<p>“c”</p>\n'],
  ['x {{ 1 }} "a"', '<p>x 1 “a”</p>\n'],
  ['{% assign x = 1 %}{{ x }} "d"', '<p>1 “d”</p>\n'],
  ['{{ page.nope | strip_html | remove: "|" }}"a"', '<p>&#8220;a&#8221;</p>\n'],
  ['{{ 1 | prepend: "x" }} "a"', '<p>x1 “a”</p>\n'],
  ['{{ page.nope | default: "b" | upcase }} "a"', '<p>B “a”</p>\n'],
])('%s', async (source, html) => {
  expect((await buildFiles({ 'a.md': `---\n---\n${source}\n` })).text('a.html')).toBe(html)
})
