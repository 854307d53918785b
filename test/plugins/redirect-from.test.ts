import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it.each([
  ['false', false],
  ['[false, /b]', false],
  ['null', false],
  ['[]', false],
  ['[null, /b]', true],
  ['/b', true],
])('redirect_to: %s', async (value, leads) => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-redirect-from]',
    'a.md': `---\nredirect_to: ${value}\n---\nText\n`,
  })
  const html = site.text('a.html') ?? ''
  expect(html.includes('Redirecting')).toBe(leads)
  expect(html.includes('<p>Text</p>')).toBe(!leads)
})

it('leaves the pages of a paginated one that leads away as they are written', async () => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-redirect-from, jekyll-paginate]\npaginate: 1\npaginate_path: /b/:num/',
    'b/index.html': '---\nredirect_to: /c\n---\nPage {{ paginator.page }}',
    '_posts/2024-01-01-x.md': '',
    '_posts/2024-01-02-y.md': '',
  })
  expect(site.text('b/index.html')).toContain('Redirecting')
  expect(site.text('b/2/index.html')).toBe('Page 2')
})
