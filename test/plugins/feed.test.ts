import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

it('writes the title into an attribute as XML wants it', async () => {
  const site = await buildFiles({
    '_config.yml': `plugins: [jekyll-feed]\ntitle: "it's <b> & \\"c\\""\n`,
    'a.html': '---\n---\n{% feed_meta %}',
  })
  expect(site.text('a.html')).toContain('title="it&apos;s &lt;b&gt; &amp; &quot;c&quot;"')
})

it.each([
  ['', undefined],
  ['tags: [x, y]', 'feed/by_tag/x.xml'],
])('makes feeds for the named tags where the site has tags at all: %s', async (tags, expected) => {
  const site = await buildFiles({
    '_config.yml': 'plugins: [jekyll-feed]\nfeed: { tags: { only: [x] } }\n',
    '_posts/2020-01-01-a.md': `---\n${tags}\n---\n`,
  })
  expect(site.result.outputs.map(({ path }) => path).find((path) => path.startsWith('feed/by_tag'))).toBe(expected)
})

it.each([
  ['a tag that no post has', 'tags: { only: [x] }'],
  ['a collection that is not there', 'collections: [docs]'],
  ['a tag that is no text', 'tags: true'],
])('refuses a feed of %s', async (_, settings) => {
  const files = {
    '_config.yml': `plugins: [jekyll-feed]\nfeed: { ${settings} }\n`,
    '_posts/2020-01-01-a.md': '---\ntags: [y, 7]\n---\n',
  }
  await expect(buildFiles(files)).rejects.toThrow()
})

it('joins a list of languages, and calls its page by the whole path', async () => {
  const site = await buildFiles({
    '_config.yml':
      'plugins: [jekyll-feed]\nlang: [e, n]\nfeed: { collections: { docs: { path: d.xml } } }\ncollections: [docs]\n',
    '_posts/2020-01-01-a.md': '---\nlang: [3, 1]\n---\n',
    'a.txt': '---\n---\n{% for p in site.pages %}{{ p.name }} {{ p.path }};{% endfor %}',
  })
  expect(site.text('feed.xml')?.match(/lang="[^"]*"/g)).toEqual(['lang="en"', 'lang="en"', 'lang="31"'])
  expect(site.text('a.txt')).toBe('a.txt a.txt;d.xml d.xml;/feed.xml feed.xml;')
})
