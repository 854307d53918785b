// Where a page is edited and when it was last changed.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { bodyText, buildFiles } from '../site.ts'
import { commitSite, git } from './git-site.ts'

const SHOW = '---\n---\n{{ page.edit_url }} {{ page.last_changed | date: "%F %T" }}'
const CONFIG = 'timezone: UTC\nrepository: own/book\n'

const outputsOf = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const { outputs } = await build({ source: folder, destination: path.join(folder, '_site'), dryRun: true })
  return new Map(outputs.map(({ path: name, body }) => [name, bodyText(body)]))
}

describe('a page', () => {
  it('knows its place in the repository and its last commit', async () => {
    const octavo = 'octavo:\n  edit_url: true\n  last_changed: true\n'
    const folder = commitSite({
      '_config.yml': CONFIG + octavo,
      'a.html': SHOW,
      'sub/b c.html': SHOW,
      'own.html': SHOW.replace('---\n', '---\nedit_url: https://example.org/\nlast_changed: 2020-01-02\n'),
      '_posts/2020-01-01-p.html': SHOW,
    })
    writeFileSync(path.join(folder, 'new.html'), SHOW)
    git(folder, ['commit', '-q', '--allow-empty', '-m', 'more'])
    const outputs = await outputsOf(folder)
    const edit = 'https://github.com/own/book/edit/main'
    expect(outputs.get('a.html')).toBe(`${edit}/a.html 2021-03-04 03:06:07`)
    expect(outputs.get('sub/b c.html')).toBe(`${edit}/sub/b%20c.html 2021-03-04 03:06:07`)
    expect(outputs.get('own.html')).toBe('https://example.org/ 2020-01-02 00:00:00')
    expect(outputs.get('2020/01/01/p.html')).toBe(`${edit}/_posts/2020-01-01-p.html 2021-03-04 03:06:07`)
    expect(outputs.get('new.html')).toBe(`${edit}/new.html `)
  })

  it('knows nothing of that unless it is asked', async () => {
    const outputs = await outputsOf(commitSite({ '_config.yml': CONFIG, 'a.html': SHOW }))
    expect(outputs.get('a.html')?.trim()).toBe('')
  })

  it.each([
    [
      'edit_url: https://git.example.org/x/_edit/main/docs/:path',
      'https://git.example.org/x/_edit/main/docs/a.html',
      [],
    ],
    ['edit_url: https://git.example.org/', '', ["'octavo.edit_url' is no address with ':path' in it"]],
    ['edit_url: javascript::path', '', ["'octavo.edit_url' is no address with ':path' in it"]],
    ['edit_url: true', '', ["'octavo.edit_url' is on, but nothing says which repository"]],
  ])('with %s', async (setting, wanted, warnings) => {
    const { text, result } = await buildFiles({ '_config.yml': `octavo:\n  ${setting}\n`, 'a.html': SHOW })
    expect(text('a.html')?.trim()).toBe(wanted)
    expect(result.warnings.map(({ message }) => message)).toEqual(
      warnings.map((start) => expect.stringContaining(start)),
    )
  })
})
