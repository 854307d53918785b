import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: { book: string } }

it('npm run book makes books that can be opened where they lie, as it says', { timeout: 120_000 }, () => {
  const destination = mkdtempSync(path.join(tmpdir(), 'octavo-book-'))
  const [, flags = ''] = /^node dist\/cli\.js (.*?) &&/.exec(scripts.book) ?? []
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...flags.split(' '), '-q', '-d', destination], {
    cwd: root,
  })
  expect(status).toBe(0)
  for (const page of ['index.html', 'pages/installing.html']) {
    const html = readFileSync(path.join(destination, page), 'utf8')
    const [, styles = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    expect(existsSync(path.join(destination, path.dirname(page), styles))).toBe(true)
    expect(html).not.toMatch(/\s(?:href|src)="\/(?!\/)/)
  }
  rmSync(destination, { recursive: true })
})
