// Archives and front-matter defaults: their type is the archive's own, not that of pages.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it.each([
  { scope: '{ path: "", type: pages }', shown: 'own' },
  { scope: '{ path: "", type: tag }', shown: 'default' },
  { scope: '{ path: "" }', shown: 'default' },
])('compares $scope with the kind of archive', async ({ scope, shown }) => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-archives]
jekyll-archives: { enabled: [tags], layout: archive }
defaults: [{ scope: ${scope}, values: { section: default } }]`,
    '_layouts/archive.html': '{{ page.section | default: "own" }} {{ page.title }} {{ page.posts.size }}',
    '_posts/2020-01-01-a.md': '---\ntags: [x]\n---\n',
  })
  expect(site.text('tag/x/index.html')).toBe(`${shown} x 1`)
})
