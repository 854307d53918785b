// jekyll-toc writes the page as a parser of HTML does. The results are the plugin's.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const ANCHOR = '<a class="anchor" href="#h" aria-hidden="true"><span class="octicon octicon-link"></span></a>'

it.each([
  ['<h2 id="h">Text</h2>', `<h2 id="h">\n${ANCHOR}Text</h2>`],
  ['<h2 id="h">A <b>b</b></h2>', `<h2 id="h">\n${ANCHOR}A <b>b</b>\n</h2>`],
  ['<ul><li><input type="checkbox" />todo</li></ul>', '<ul><li>\n<input type="checkbox">todo</li></ul>'],
  ['<ul><li>a</li><li>b</li></ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['<p>a<br />b</p>', '<p>a<br>b</p>'],
])('gives anchors to the headings of %s', async (html, written) => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-toc]\n',
    '_layouts/l.html': '{{ content | inject_anchors }}',
    'a.html': `---\nlayout: l\ntoc: true\n---\n${html}`,
  })
  expect(site.text('a.html')).toBe(written)
})
