import { cpSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildBooks, buildFixture, type Served, serveFolder } from './sites.ts'

const root = path.resolve(import.meta.dirname, '../..')
const navigations = (html: string): string[] => html.match(/<nav class="chapter-nav[\s\S]*?<\/nav>/g) ?? []
const headLinks = (html: string): string[] => html.match(/<link rel="(?:prev|next)"[^>]*>/g) ?? []
const CHAPTERS = ['chapter-1', 'chapter-2', 'everything', 'chapter-10', 'chapter-a']

describe('the portable navigation', () => {
  it('gives the same links as the one that knows books', async () => {
    const own = await buildFixture()
    const portable = await buildFixture((source) => {
      const includes = path.join(source, '_includes')
      cpSync(path.join(root, 'includes/chapter-nav-portable.html'), path.join(includes, 'chapter-nav.html'))
    })
    for (const name of CHAPTERS) {
      const file = `pages/${name}.html`
      expect(navigations(own.read(file)).length, name).toBe(2)
      expect(navigations(portable.read(file)), name).toEqual(navigations(own.read(file)))
    }
    expect(headLinks(own.read('pages/chapter-1.html'))).toEqual(['<link rel="next" href="/pages/chapter-2.html">'])
    expect(headLinks(own.read('pages/everything.html'))).toEqual([
      '<link rel="prev" href="/pages/chapter-2.html">',
      '<link rel="next" href="/pages/chapter-10.html">',
    ])
    own.remove()
    portable.remove()
  })

  it('says where the book begins and ends', async () => {
    const site = await buildFixture()
    expect(site.read('pages/chapter-1.html')).toContain('First chapter')
    expect(site.read('pages/chapter-a.html')).toContain('Last chapter')
    site.remove()
  })
})

describe('the contents of a page', () => {
  it('holds its headings, without those marked no_toc', async () => {
    const site = await buildFixture()
    const html = site.read('pages/everything.html')
    const contents = html.slice(html.indexOf('<aside class="page-toc"'), html.indexOf('</aside>'))
    expect([...contents.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, id, text]) => `${id} ${text}`)).toEqual([
      'first-heading First heading',
      'below-it Below it',
      'last--final Last &amp; final',
    ])
    site.remove()
  })
})

describe.skipIf(browserPath === undefined)('in a browser', () => {
  let browser: Browser
  let books: BuiltSite
  let fixture: BuiltSite
  let served: Record<'books' | 'fixture', Served>

  beforeAll(async () => {
    browser = await launchBrowser()
    books = await buildBooks()
    fixture = await buildFixture()
    served = { books: await serveFolder(books.folder), fixture: await serveFolder(fixture.folder) }
  })

  afterAll(async () => {
    await browser.close()
    for (const one of Object.values(served)) one.close()
    books.remove()
    fixture.remove()
  })

  const open = async (
    site: 'books' | 'fixture',
    pathname: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(served[site].address)) complaints.push(`a request to ${request.url()}`)
    })
    await page.goto(served[site].address + pathname)
    return { page, complaints, close: () => context.close() }
  }

  const PAGES = [
    ['books', '/'],
    ['books', '/404.html'],
    ['books', '/pages/handbook'],
    ['books', '/pages/writing'],
    ['books', '/pages/okr-chapter-2'],
    ['fixture', '/'],
    ['fixture', '/pages/everything'],
    ['fixture', '/pages/chapter-1'],
    ['fixture', '/2024/02/03/post'],
  ] as const

  const VIEWS = [
    { colorScheme: 'light', viewport: { width: 360, height: 740 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
    { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  ] as const

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  it.each(PAGES)('%s %s is accessible and stays in its policy and its width', async (site, pathname) => {
    for (const view of VIEWS) {
      const { page, complaints, close } = await open(site, pathname, view)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `wider than the screen at ${view.viewport.width}`).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      expect(await violations(page), `${view.colorScheme} ${view.viewport.width}`).toEqual([])
      await close()
    }
  })

  it('is accessible in sepia and with the settings open', async () => {
    const { page, close } = await open('fixture', '/pages/everything')
    await page.click('.display summary')
    await page.check('input[value="sepia"]')
    expect(await violations(page)).toEqual([])
    await close()
  })

  it('sets 60 to 75 letters to the line', async () => {
    const { page, close } = await open('books', '/pages/architecture', { viewport: { width: 1440, height: 900 } })
    const letters = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('.content > p')].filter(
        (p) => (p.textContent ?? '').length > 250,
      )
      return paragraphs.map((paragraph) => {
        const range = document.createRange()
        range.selectNodeContents(paragraph)
        const bottoms = [...range.getClientRects()].map((rect) => Math.round(rect.bottom / 12))
        return (paragraph.textContent ?? '').length / new Set(bottoms).size
      })
    })
    expect(letters.length).toBeGreaterThan(0)
    const mean = letters.reduce((sum, one) => sum + one, 0) / letters.length
    expect(mean).toBeGreaterThan(55)
    expect(mean).toBeLessThan(76)
    await close()
  })

  it('is read with the keyboard alone', async () => {
    const { page, close } = await open('books', '/pages/okr-chapter-1')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/okr-chapter-2*')
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**/okr-chapter-1*')
    await close()
  })

  it('opens a picture by click and by key, closes it on Escape and gives the focus back', async () => {
    const { page, close } = await open('books', '/pages/okr-chapter-2')
    const isOpen = (): Promise<boolean> =>
      page.evaluate(() => document.querySelector<HTMLDialogElement>('.picture-dialog')?.open === true)
    await page.click('img.myImg')
    expect(await isOpen()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await isOpen()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('picture-link')
    await page.keyboard.press('Enter')
    expect(await isOpen()).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(page.url()).toContain('okr-chapter-2')
    await page.keyboard.press('Enter')
    expect(await isOpen()).toBe(false)
    await close()
  })

  it('keeps the chosen theme from page to page, set before the page is painted', async () => {
    const { page, close } = await open('books', '/pages/okr-chapter-1', { colorScheme: 'light' })
    await page.focus('.display summary')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await page.route('**/reader.js', (route) => route.abort())
    await page.goto(`${served.books.address}/pages/okr-chapter-2`)
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(25, 26, 28)')
    await close()
  })

  it('marks the current heading, copies code and lets wide things scroll by key', async () => {
    const { page, close } = await open('fixture', '/pages/everything', { viewport: { width: 1440, height: 700 } })
    await page.evaluate(() => document.getElementById('last--final')?.scrollIntoView())
    await page.waitForSelector('.page-toc a[aria-current="location"]:has-text("Last")')
    expect(await page.getAttribute('.content pre:has(.c1)', 'tabindex')).toBe('0')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.focus('.content div.highlight .copy-button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.copy-button[data-copied]')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('class Book < Shelf')
    await close()
  })

  it('prints dark on white, whatever the theme', async () => {
    const { page, close } = await open('books', '/pages/writing', { colorScheme: 'dark' })
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark'
    })
    await page.emulateMedia({ media: 'print' })
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return [backgroundColor, color]
    })
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    expect(await page.isVisible('.sidebar')).toBe(false)
    expect(await page.isVisible('.chapter-nav')).toBe(false)
    await close()
  })

  it('works without JavaScript', async () => {
    const { page, close } = await open('books', '/pages/okr-chapter-2', {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    expect(await page.isVisible('img.myImg')).toBe(true)
    expect(await page.isVisible('.display')).toBe(false)
    expect(await page.isVisible('.sidebar a[aria-current="page"]')).toBe(true)
    await page.click('.chapter-nav-bottom .chapter-nav-next')
    expect(page.url()).toContain('okr-chapter-3')
    await page.click('.chapter-nav-top .chapter-nav-contents')
    expect(page.url()).toContain('/pages/okr')
    expect(await page.locator('.book-contents a').count()).toBe(3)
    await page.goto(`${served.books.address}/pages/publishing`)
    await page.click('.toc-inline summary')
    await page.click('.toc-inline a[href="#addresses"]')
    expect(page.url()).toContain('#addresses')
    await close()
  })

  it('works below a baseurl', async () => {
    const site = await buildFixture((source) => {
      cpSync(path.join(import.meta.dirname, 'baseurl.yml'), path.join(source, '_config.yml'))
    })
    const below = await serveFolder(site.folder, '/deep/book')
    const context = await browser.newContext()
    const page = await context.newPage()
    const missing: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url())
    })
    await page.goto(`${below.address}/pages/everything.html`)
    await page.click('.chapter-nav-top .chapter-nav-next')
    await page.click('.sidebar-title a')
    await page.click('.breadcrumbs a')
    expect(new URL(page.url()).pathname).toBe('/deep/book/')
    expect(missing).toEqual([])
    await context.close()
    below.close()
    site.remove()
  })

  it('weighs little', async () => {
    const assets = ['octavo.css', 'theme.js', 'reader.js', 'code.js', 'picture.js', 'notes.js'].map(
      (name) => `assets/${name}`,
    )
    const sizes = ['pages/okr-chapter-1.html', ...assets].map((file) => gzipSync(books.read(file)).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000)
    expect(books.read('assets/octavo.css').length).toBeLessThan(30_000)
    const scripts = assets.slice(1).map((file) => books.read(file).length)
    expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000)
  })
})
