// A book without a server, and one that was kept for when there is no network.
import { appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { buildFixture, POLICY, type Served, serveFolder } from './sites.ts'

const CONFIG = 'title: A Site\ntheme: octavo\nbaseurl: /deep/book\nbooks:\n  long:\n    title: A Long Book\noctavo:\n'
const ALL = `${CONFIG}  search: true\n  print: true\n`

// The browser asks for the icon by itself, past the page and its worker.
const isIcon = (url: string): boolean => url.endsWith('/favicon.svg')

const watch = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !isIcon(message.location().url)) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => {
    if (!isIcon(request.url()) && request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`no answer for ${request.url()}`)
  })
  return complaints
}

describe.skipIf(browserPath === undefined)('a book', () => {
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
  })

  const newPage = async (): Promise<Page> => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    return context.newPage()
  }

  it('is read from the file system', async () => {
    const site = await buildFixture(
      (source) =>
        writeFileSync(
          path.join(source, 'pages/pretty.md'),
          '---\nlayout: page\ntitle: Pretty\npermalink: /pretty/\n---\n[home](/deep/book/)\n',
        ),
      `${ALL}  relative: true\n  offline: true\n`,
    )
    const root = pathToFileURL(`${site.folder}/`).href
    const page = await newPage()
    const complaints = watch(page)
    await page.goto(`${root}index.html`)
    await page.goto(`${root}pages/chapter-1.html`)
    for (const name of ['chapter-2', 'everything', 'chapter-10', 'chapter-a']) {
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')
      expect(await page.isVisible('.display')).toBe(true)
      await page.click('.chapter-nav-bottom .chapter-nav-next')
      await page.waitForURL(`${root}pages/${name}.html`)
    }
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(`${root}pages/chapter-10.html`)
    await page.click('.sidebar-title a')
    await page.click('.book-forms a:has-text("Print")')
    await page.waitForURL(`${root}print.html`)
    await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth > 0))
    await page.click('.print-contents a')
    await page.click('.breadcrumbs a')
    await page.waitForURL(`${root}index.html`)
    await page.goto(`${root}pretty/index.html`)
    await page.click('.content a')
    await page.waitForURL(`${root}index.html`)
    await page.waitForLoadState()
    await page.keyboard.press('/')
    await page.waitForURL(`${root}search.html`)
    expect(await page.locator('[data-search-results]').innerText()).toContain('without a web server')
    expect(complaints).toEqual([])
    await context.close()
    site.remove()
  })

  const build = (text: string, mode = 'true') =>
    buildFixture(
      (source) => appendFileSync(path.join(source, 'pages/chapter-2.md'), `\n${text}\n`),
      `${ALL}  offline: ${mode}\n`,
    )

  const clickKeep = async (page: Page, wanted: string): Promise<void> => {
    await page.click('.display summary')
    await page.click('[data-offline]')
    await page.waitForFunction(
      (state) => document.querySelector('[data-offline]')?.getAttribute('data-state') === state,
      wanted,
    )
    await page.keyboard.press('Escape')
  }

  const serve = (folder: string, port = 0): Promise<Served> => serveFolder(folder, '/deep/book', POLICY, port)

  // A browser under load may lose a worker: once more, then.
  it('is kept for reading without a network, and follows what is published', { retry: 2 }, async () => {
    const first = await build('As it was first.')
    let served = await serve(first.folder)
    const { address } = served
    const port = Number(new URL(address).port)
    const page = await newPage()
    const complaints = watch(page)
    await page.goto(`${address}/pages/chapter-1.html`)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    await clickKeep(page, 'kept')
    await page.goto(`${address}/pages/chapter-1.html`)
    served.close()

    await page.click('.chapter-nav-bottom .chapter-nav-next')
    expect(await page.innerText('.content')).toContain('As it was first.')
    await page.goto(`${address}/pages/everything`)
    await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth > 0))
    await page.keyboard.press('/')
    await page.waitForSelector('.search-dialog[open]')
    await page.keyboard.insertText('first')
    await page.waitForSelector('.search-result a[href$="/pages/chapter-2.html"]')
    await page.goto(`${address}/`)
    expect(await page.innerText('.site-title')).toBe('A Site')
    const status = await page.evaluate(async (url) => {
      const part = await fetch(url, { headers: { Range: 'bytes=1-3' } })
      return [part.status, part.headers.get('Content-Range')?.split('/')[0], (await part.text()).length]
    }, `${address}/assets/theme.js`)
    expect(status).toEqual([206, 'bytes 1-3', 3])
    expect(complaints).toEqual([])

    const second = await build('As it is now.')
    served = await serve(second.folder, port)
    await page.goto(`${address}/pages/chapter-2.html`)
    expect(await page.innerText('.content')).toContain('As it was first.')
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      const coming = registration.installing
      if (coming)
        await new Promise<void>((resolve) => {
          coming.addEventListener('statechange', () => resolve())
        })
    })
    await page.goto(`${address}/pages/chapter-1.html#below`)
    await page.waitForSelector('.content')
    expect(page.url()).toBe(`${address}/pages/chapter-1.html#below`)
    await page.goto(`${address}/pages/chapter-2.html`)
    await page.waitForFunction(() => document.querySelector('.content')?.textContent?.includes('As it is now.'))
    served.close()
    await page.goto(`${address}/pages/chapter-2.html`)
    expect(await page.innerText('.content')).toContain('As it is now.')
    expect((await page.evaluate(() => caches.keys())).length).toBe(1)

    served = await serve(second.folder, port)
    await page.goto(`${address}/pages/chapter-1.html`)
    await clickKeep(page, '')
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    served.close()
    await context.close()
    first.remove()
    second.remove()
  })

  it('is kept without being asked where the site says so', async () => {
    const site = await build('Text.', '{mode: auto}')
    const served = await serve(site.folder)
    const page = await newPage()
    const complaints = watch(page)
    await page.goto(`${served.address}/`)
    await page.waitForSelector('[data-offline][data-state="kept"]', { state: 'attached' })
    served.close()
    await page.goto(`${served.address}/pages/chapter-a.html`)
    expect(await page.innerText('h1')).not.toBe('')
    expect(complaints).toEqual([])
    await context.close()
    site.remove()
  })
})
