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
