// What is said of plugins that Octavo has no counterpart for.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const warningsOf = async (plugins: string, files = {}): Promise<string[]> =>
  (await buildFiles({ '_config.yml': `plugins: [${plugins}]`, ...files })).result.warnings.map(({ message }) => message)

it.each([
  ['jekyll-admin', ['the build goes on without it']],
  ['jekyll-octicons', ['without it and without its tags ({% octicon %})']],
  ['jekyll-imgix', ['without it and without its filters (imgix_url)']],
  ['minima, jekyll-theme-cayman', []],
  ['jekyll-coffeescript, jekyll-paginate-v2, jekyll-last-modified-at, jemoji, jekyll-github-metadata', []],
])('%s', async (plugins, expected) => {
  expect(await warningsOf(plugins)).toEqual(expected.map((text) => expect.stringContaining(text)))
})

it('takes a name that nobody knows for a slip', async () => {
  await expect(warningsOf('jekyll-feeed')).rejects.toMatchObject({
    message: expect.stringContaining("There is no plugin 'jekyll-feeed'"),
    advice: "Did you mean 'jekyll-feed'?",
  })
})
