// Expected dates are those of jekyll-last-modified-at over the same repository.
import { utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { gitTimes } from '../../src/plugins/git-times.ts'
import { bodyText, buildFiles } from '../site.ts'
import { commitSite, git } from './git-site.ts'

const PAGE = '{{ page.last_modified_at }}|{{ page.last_modified_at | date: "%F" }}|{% last_modified_at %}'

const textsOf = async (folder: string): Promise<Record<string, string>> => {
  const result = await build({ source: folder, destination: path.join(folder, '_site'), dryRun: true })
  return Object.fromEntries(result.outputs.map(({ path: name, body }) => [name, bodyText(body)]))
}

describe('jekyll-last-modified-at', () => {
  it('shows the last commit of each file, its own date in a post, and the time on disk where git knows nothing', async () => {
    const folder = commitSite({
      '_config.yml': 'plugins: [jekyll-last-modified-at]\ntimezone: UTC\nlast-modified-at: { date-format: "%Y %b" }',
      'a.html': `---\n---\n${PAGE}`,
      'own.html': `---\nlast_modified_at: 2001-01-01\n---\n${PAGE}`,
      '_posts/2020-01-01-x.html': `---\nlast_modified_at: 2001-01-01\n---\n${PAGE}`,
      '_posts/2020-01-02-ü.html': `---\n---\n${PAGE}`,
      'later.html': '---\n---\n',
    })
    writeFileSync(path.join(folder, 'later.html'), `---\n---\n${PAGE}`)
    git(folder, ['commit', '-qam', 'second'], '2022-01-01T00:00:00Z')
    writeFileSync(path.join(folder, 'new.html'), `---\n---\n${PAGE}`)
    utimesSync(path.join(folder, 'new.html'), 1546300800, 1546300800)
    const texts = await textsOf(folder)
    const first = '2021-03-04 03:06:07 +0000|2021-03-04|2021 Mar'
    expect(texts).toMatchObject({
      'a.html': first,
      'own.html': first,
      '2020/01/01/x.html': '2001-01-01|2001-01-01|2021 Mar',
      '2020/01/02/ü.html': first,
      'later.html': '2022-01-01 00:00:00 +0000|2022-01-01|2022 Jan',
      'new.html': '2019-01-01 00:00:00 +0000|2019-01-01|2019 Jan',
    })
  })

  it('writes a page by the first format that it is asked for', async () => {
    const folder = commitSite({
      '_config.yml': 'plugins: [jekyll-last-modified-at]\ntimezone: UTC',
      'a.html': '---\n---\n{% last_modified_at %Y:%B %}|{% last_modified_at %}',
      'b.html': '---\n---\n{% last_modified_at %}',
    })
    expect(await textsOf(folder)).toMatchObject({ 'a.html': '2021:March|2021:March', 'b.html': '04-Mar-21' })
  })

  it('works outside of any repository', async () => {
    const site = await buildFiles({
      '_config.yml': 'plugins: [jekyll-last-modified-at]',
      'a.html': '---\n---\n{{ page.last_modified_at | date: "%Y" }}',
    })
    expect(site.text('a.html')).toBe(String(new Date().getFullYear()))
  })
})

describe('gitTimes', () => {
  it('knows files below a folder of the repository, merges among their commits', async () => {
    const folder = commitSite({ 'docs/a.md': '1', 'docs/b.md': '1' })
    git(folder, ['checkout', '-qb', 'side'])
    writeFileSync(path.join(folder, 'docs/a.md'), '2')
    git(folder, ['commit', '-qam', 'side'], '2022-01-01T00:00:00Z')
    git(folder, ['checkout', '-q', 'main'])
    writeFileSync(path.join(folder, 'docs/b.md'), '2')
    git(folder, ['commit', '-qam', 'main'], '2022-02-01T00:00:00Z')
    git(folder, ['merge', '-q', '--no-edit', 'side'], '2022-03-01T00:00:00Z')
    const docs = path.join(folder, 'docs')
    const files = ['a.md', 'b.md', 'none.md'].map((name) => path.join(docs, name))
    const { times, warnings } = await gitTimes(docs, files)
    expect(warnings).toEqual([])
    expect(files.map((file) => times.get(file))).toEqual([1640995200, 1643673600, undefined])
  })

  it('warns of a shallow clone, and of a repository that git cannot read', async () => {
    const folder = commitSite({ 'a.md': '1' })
    const file = path.join(folder, 'a.md')
    writeFileSync(path.join(folder, '.git/shallow'), `${git(folder, ['rev-parse', 'HEAD'])}\n`)
    expect((await gitTimes(folder, [file])).warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/shallow clone/),
    ])
    writeFileSync(path.join(folder, '.git/shallow'), '')
    writeFileSync(path.join(folder, '.git/HEAD'), 'ref: refs/heads/none\n')
    expect((await gitTimes(folder, [file])).times.size).toBe(0)
    writeFileSync(path.join(folder, '.git/config'), '[core\n')
    expect((await gitTimes(folder, [file])).warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^git could not tell/),
    )
  })
})
