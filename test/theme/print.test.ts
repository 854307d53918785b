import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { writeHardBook } from '../book/hard-book.ts'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildBooks, buildFixture, type Served, serveFolder } from './sites.ts'

const root = path.resolve(import.meta.dirname, '../..')
const CONFIG = 'title: Fixture\ntheme: octavo\nbaseurl: /deep\noctavo: {print: true, epub: true}\n'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

describe('the print page and the book’s other forms', () => {
  it('come out the same where the theme’s templates are the site’s own', async () => {
    const themed = await buildFixture(undefined, CONFIG)
    const copied = await buildFixture(
      (source) => {
        for (const name of ['layouts', 'includes'])
          cpSync(path.join(root, name), path.join(source, `_${name}`), { recursive: true })
        cpSync(path.join(root, 'assets'), path.join(source, 'assets'), { recursive: true })
      },
      CONFIG.replace('theme: octavo\n', ''),
    )
    const html = filesBelow(themed.folder).filter((file) => file.endsWith('.html'))
    expect(html.some((file) => file.endsWith('print.html'))).toBe(true)
    expect(filesBelow(copied.folder)).toEqual(filesBelow(themed.folder))
    for (const file of html) expect(copied.read(file), file).toBe(themed.read(file))
    themed.remove()
    copied.remove()
  })
})

describe.skipIf(browserPath === undefined)('the print page in a browser', () => {
  let browser: Browser
  let books: BuiltSite
  let served: Served
  let hard: Served

  beforeAll(async () => {
    browser = await launchBrowser()
    books = await buildBooks()
    served = await serveFolder(books.folder)
    const source = writeHardBook(16, 'baseurl: /deep\ntheme: octavo\noctavo: {print: true}\n')
    writeFileSync(path.join(source, '_layouts/book.html'), '---\nlayout: default\n---\n{{ content }}')
    await build({ source, destination: path.join(source, '_site') })
    hard = await serveFolder(path.join(source, '_site'), '/deep')
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    served.close()
    hard.close()
    books.remove()
  })

  const open = async (address: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage(options)
    await page.goto(address)
    return page
  }

  const dangling = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main a[href^="#"]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href !== '#' && document.getElementById(decodeURIComponent(href.slice(1))) === null),
    )

  const repeated = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return ids.filter((id, i) => ids.indexOf(id) !== i)
    })

  it.each(['/handbook/print.html', '/okr/print.html', '/print.html'])(
    '%s: links lead somewhere, ids are unique, axe is content',
    async (name) => {
      for (const [colorScheme, width] of [
        ['light', 360],
        ['dark', 1440],
      ] as const) {
        const page = await open(served.address + name, { colorScheme, viewport: { width, height: 800 } })
        expect(await dangling(page)).toEqual([])
        expect(await repeated(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        await page.evaluate(axe.source)
        const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
        expect(
          found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        ).toEqual([])
        await page.close()
      }
    },
  )

  it('holds together whatever the chapters hold', async () => {
    const page = await open(`${hard.address}/print.html`)
    expect(await dangling(page)).toEqual([])
    expect(await repeated(page)).toEqual([])
    const pictures = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('p > img')].filter(
          ({ src, naturalWidth }) => src.includes('dot.png') && naturalWidth === 0,
        ).length,
    )
    expect(pictures).toBe(0)
    await page.close()
  })

  it('is read without JavaScript, and chapter by chapter on paper', async () => {
    const page = await open(`${served.address}/handbook/print.html`, { javaScriptEnabled: false })
    await page.click('.print-contents a:has-text("Writing")')
    expect(new URL(page.url()).hash).toBe('#chapter-2')
    await page.close()
    const paper = await open(`${served.address}/handbook/print.html`)
    await paper.emulateMedia({ media: 'print' })
    const breaks = await paper.evaluate(() =>
      [...document.querySelectorAll('.print-chapter')].map((chapter) => getComputedStyle(chapter).breakBefore),
    )
    expect(breaks.slice(0, 3)).toEqual(['avoid', 'page', 'page'])
    expect(await paper.isVisible('.site-header')).toBe(false)
    await paper.close()
  })
})
