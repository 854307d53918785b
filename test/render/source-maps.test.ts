// Source maps among the site's pages: seen by what is rendered after their style sheet, and by nothing before.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const LIST =
  '---\n---\n{% for page in site.pages %}[{{ page.name }} {{ page.path }} {{ page.url }} {{ page.title }}]{% endfor %}'

it.each([
  { sass: '', shown: '[main.css.map css/main.css.map /css/main.css.map Sheet]' },
  { sass: 'sass: { sourcemap: never }', shown: '' },
])('lists the source maps of sheets that are rendered: $sass', async ({ sass, shown }) => {
  const site = await buildFiles({
    '_config.yml': sass,
    'css/main.scss': '---\ntitle: Sheet\n---\na { b: c }',
    'a.txt': LIST,
    'z.txt': LIST,
  })
  const pages = '[a.txt a.txt /a.txt ][main.scss css/main.scss /css/main.css Sheet][z.txt z.txt /z.txt ]'
  expect(site.text('a.txt')).toBe(pages)
  expect(site.text('z.txt')).toBe(pages + shown)
})
