import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, writeSite } from '../site.ts'
import { browserPath } from '../theme/browser.ts'

const command = path.resolve(import.meta.dirname, '../../dist/cli.js')
const empty = (): string => mkdtempSync(path.join(tmpdir(), 'octavo-pdf-test-'))

const run = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'pdf', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CHROME_PATH: '', CHROMIUM: '', ...env },
  })
  return { status, output: stdout + stderr }
}

/** A program that stands in for a browser. */
const fake = (script: string): string => {
  const file = path.join(empty(), 'browser')
  writeFileSync(
    file,
    `#!/bin/sh\nfor a in "$@"; do case $a in --print-to-pdf=*) out=\${a#*=};; esac; last=$a; done\n${script}\n`,
  )
  chmodSync(file, 0o755)
  return file
}

const BOOKS: Files = {
  '_config.yml': 'baseurl: /deep/x\n',
  'a.md': '---\nbook: a\nchapter: 1\ntitle: One\n---\nSee [two](b.html).\n\n![p](/deep/x/none.png)\n',
  'b.md': '---\nbook: a\nchapter: 2\ntitle: Two\n---\nText\n',
}

const FETCH = `"${process.execPath}" -e "fetch(process.argv[1]).then(r => r.text()).then(t => process.stdout.write('%PDF-' + t))" "$last" > "$out"`

describe.skipIf(process.platform === 'win32')('octavo pdf', () => {
  it('prints each book’s page from a server that keeps to the baseurl, whether or not the site has print pages', () => {
    const folder = writeSite(BOOKS)
    const { status, output } = run(['--browser', fake(FETCH), '-o', 'out'], folder)
    expect(output).toMatch(/PDF: .*out\/a\.pdf/)
    expect(status).toBe(0)
    const printed = readFileSync(path.join(folder, 'out/a.pdf'), 'utf8')
    expect(printed).toMatch(/^%PDF-<!doctype html>[\s\S]*<h2>One<\/h2>[\s\S]*<a href="#chapter-2">two<\/a>/)
    expect(existsSync(path.join(folder, '_site'))).toBe(false)
  })

  it('writes into the destination, and takes the browser from the environment', () => {
    const folder = writeSite(BOOKS)
    expect(run([], folder, { CHROME_PATH: fake(FETCH) }).status).toBe(0)
    expect(readdirSync(path.join(folder, '_site'))).toEqual(['a.pdf'])
  })

  // A case: the browser, more arguments, and what the message says.
  const failures: readonly (readonly [string, () => string, readonly string[], RegExp])[] = [
    ['a browser that is not there', () => '/no/such/browser', [], /no program '\/no\/such\/browser'[\s\S]*--browser/],
    ['one that prints nothing', () => fake('echo "it broke" >&2'), [], /printed nothing:\n *it broke/],
    ['one that writes something else', () => fake('echo x > "$out"'), [], /printed nothing/],
    ['one that never ends', () => fake('sleep 600 & sleep 600'), ['--timeout', '1'], /within 1 seconds/],
  ]

  it.each(failures)('%s: status 1 and a clear message', (_, browser, args, said) => {
    const { status, output } = run(['--browser', browser(), ...args], writeSite(BOOKS))
    expect(output).toMatch(said)
    expect(status).toBe(1)
  })

  it('leaves no process behind', () => {
    const mark = 4_000_000 + process.pid
    const browser = fake(`sleep ${mark} & sleep ${mark}`)
    run(['--browser', browser, '--timeout', '1'], writeSite(BOOKS))
    const { stdout } = spawnSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' })
    expect(stdout ?? '').not.toContain(`sleep ${mark}`)
  })

  it('says that there is no browser, and that there is no book', () => {
    const nowhere = run([], writeSite(BOOKS), { PATH: empty() })
    if (!/\.pdf/.test(nowhere.output)) expect(nowhere.output).toMatch(/No Chromium was found[\s\S]*CHROME_PATH/)
    const { status, output } = run(['--browser', fake(FETCH)], writeSite({ 'a.md': '---\n---\nx' }))
    expect(output).toMatch(/no book to print/)
    expect(status).toBe(1)
  })

  it.skipIf(browserPath === undefined)(
    'makes a tagged PDF with an outline in a real browser',
    { timeout: 60_000 },
    () => {
      const folder = writeSite(BOOKS)
      const { status, output } = run(['--browser', browserPath ?? '', '-o', 'out'], folder)
      expect(output).toMatch(/a\.pdf/)
      expect(status).toBe(0)
      const pdf = readFileSync(path.join(folder, 'out/a.pdf'), 'latin1')
      expect(pdf).toMatch(/^%PDF-/)
      expect(pdf).toContain('/Outlines')
      expect(pdf).toContain('/StructTreeRoot')
    },
  )
})
