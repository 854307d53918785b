import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPicture } from '../../src/images/index.ts'
import { drawing } from '../images/draw.ts'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildFixture, type Served, serveFolder } from './sites.ts'

const COUNT = 10
const WIDTH = 1800
const HEIGHT = 700

// So far down that no browser fetches it yet.
const FILLING = 'A paragraph.\n\n'.repeat(200)

const CHAPTER = `---
layout: custom
title: Ten pictures
book: test
chapter: 1
---

${Array.from({ length: COUNT }, (_, i) => `${i === COUNT - 1 ? FILLING : ''}![Picture ${i}](../images/photo-${i}.jpg){: .myImg}\n\nText below picture ${i}.`).join('\n\n')}
`

const HEADED = '---\nlayout: page\ntitle: Headed\nimage: /images/picture.png\n---\n\nText.\n'

// A layout that knows nothing of pictures with a height.
const FOREIGN = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>x</title>
<link rel="icon" href="/images/picture.png">
<link rel="stylesheet" href="/foreign.css"></head><body>{{ content }}</body></html>`
const FOREIGN_CSS = `img { max-width: 100% }
.row { display: flex }
.row img { flex: 1; min-width: 0 }
`
const FOREIGN_PAGE = `---
layout: foreign
---
<p><img id="plain" src="/images/photo-0.jpg" alt="x"></p>
<div class="row"><img id="left" src="/images/photo-1.jpg" alt="x"><img id="right" src="/images/photo-2.jpg" alt="x"></div>
<p><img id="own" width="90" height="90" src="/images/photo-3.jpg" alt="x"></p>
`

const config = (more: string): string => `title: Pictures
theme: octavo
url: https://books.example.org
${more}
books:
  test:
    title: The Book
`
const ON = 'octavo:\n  pictures:\n    link: true'

describe.skipIf(browserPath === undefined)('pictures in a browser', () => {
  let browser: Browser
  const sites: BuiltSite[] = []
  const servers: Served[] = []
  let photos: Buffer[] = []

  const serve = async (settings: string, baseurl = ''): Promise<string> => {
    const site = await buildFixture((source) => {
      mkdirSync(path.join(source, '_layouts'), { recursive: true })
      for (const [i, bytes] of photos.entries()) writeFileSync(path.join(source, `images/photo-${i}.jpg`), bytes)
      writeFileSync(path.join(source, 'pages/ten.md'), CHAPTER)
      writeFileSync(path.join(source, 'pages/headed.md'), HEADED)
      writeFileSync(path.join(source, 'foreign.html'), FOREIGN_PAGE)
      writeFileSync(path.join(source, 'foreign.css'), FOREIGN_CSS)
      writeFileSync(path.join(source, '_layouts/foreign.html'), FOREIGN)
    }, config(settings))
    const served = await serveFolder(site.folder, baseurl)
    sites.push(site)
    servers.push(served)
    return served.address
  }

  let address = ''

  beforeAll(async () => {
    browser = await launchBrowser()
    photos = await Promise.all(
      Array.from({ length: COUNT }, (_, i) =>
        drawing(WIDTH, HEIGHT, i + 1)
          .jpeg({ quality: 80 })
          .toBuffer(),
      ),
    )
    address = await serve(ON)
  })

  afterAll(async () => {
    await browser.close()
    for (const one of servers) one.close()
    for (const one of sites) one.remove()
  })

  const open = async (url: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(response.url())
    })
    await page.goto(url)
    return { page, complaints, close: () => context.close() }
  }

  const currentSource = (page: Page, selector = 'img.myImg'): Promise<string> =>
    page.evaluate(async (name) => {
      const image = document.querySelector<HTMLImageElement>(name)
      await image?.decode()
      return new URL(image?.currentSrc ?? '').pathname
    }, selector)

  /** The sum of all shifts of a page whose pictures come after all else is painted, read from its top to its end on a slow machine. */
  const shiftOf = async (url: string, viewport: { width: number; height: number }): Promise<number> => {
    const context = await browser.newContext({ viewport })
    const page = await context.newPage()
    let release = (): void => {}
    const painted = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\.(?:avif|webp|jpg)$/, async (route) => {
      await painted
      await route.continue()
    })
    await page.addInitScript(() => {
      const seen = globalThis as unknown as { shift: number }
      seen.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const frames = (): Promise<unknown> =>
      page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 10 })
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForSelector('footer', { state: 'attached' })
    await page.waitForSelector('html[data-script]')
    await frames()
    release()
    const count = await page.locator('.content img').count()
    expect(count).toBe(COUNT)
    for (let i = 0; i < count; i++) {
      const image = page.locator('.content img').nth(i)
      await image.scrollIntoViewIfNeeded()
      await image.evaluate((one: HTMLImageElement) => one.decode())
    }
    await frames()
    await frames()
    const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)
    await context.close()
    return shift
  }

  it('shift nothing while they load', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1440, height: 900 },
    ])
      expect(await shiftOf(`${address}/pages/ten`, viewport)).toBe(0)
  })

  it('would shift the text without their sizes', async () => {
    const plain = await serve('')
    expect(await shiftOf(`${plain}/pages/ten`, { width: 1440, height: 900 })).toBeGreaterThan(0)
  })

  const CHOICES: readonly [options: BrowserContextOptions, end: string][] = [
    [{ viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 }, '-480.avif'],
    [{ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 }, '-1200.avif'],
    [{ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 }, '-800.avif'],
    [{ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 }, '-1600.avif'],
  ]

  it.each(CHOICES)('come in the right size: %j', async (options, end) => {
    const { page, complaints, close } = await open(`${address}/pages/ten`, options)
    expect(await currentSource(page)).toMatch(/^\/assets\/pictures\//)
    expect(await currentSource(page)).toContain(end)
    expect(complaints).toEqual([])
    await close()
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'of the kind %s have the size that a browser finds',
    async (format) => {
      const { page, close } = await open(`${address}/pages/chapter-1`)
      for (const orientation of [1, 3, 6, 8]) {
        const bytes = await drawing(120, 50).withMetadata({ orientation }).toFormat(format).toBuffer()
        const file = path.join(sites[0]?.folder ?? '', `turned.${format}`)
        writeFileSync(file, bytes)
        const { width, height } = readPicture(file) ?? {}
        const natural = await page.evaluate(async (url) => {
          const image = new Image()
          image.src = url
          await image.decode()
          return { width: image.naturalWidth, height: image.naturalHeight }
        }, `/turned.${format}?${orientation}`)
        expect(natural, `orientation ${orientation}`).toEqual({ width, height })
      }
      await close()
    },
  )

  it('load late below the first', async () => {
    const { page, close } = await open(`${address}/pages/ten`, { viewport: { width: 360, height: 740 } })
    const late = await page.locator('.content img').evaluateAll((all) => all.map((one) => one.getAttribute('loading')))
    expect(late).toEqual([null, ...Array.from({ length: COUNT - 1 }, () => 'lazy')])
    await page.waitForLoadState('load')
    const complete = await page
      .locator('.content img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).complete))
    expect(complete[0]).toBe(true)
    expect(complete[COUNT - 1]).toBe(false)
    await close()
  })

  it('open in the size of the original, by click and by key', async () => {
    const { page, complaints, close } = await open(`${address}/pages/ten`)
    await page.click('img.myImg')
    const enlarged = page.locator('.picture-dialog[open] img')
    await enlarged.evaluate((one: HTMLImageElement) => one.decode())
    expect(await enlarged.getAttribute('src')).toBe(`${address}/images/photo-0.jpg`)
    expect(await enlarged.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(WIDTH)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('picture-link')
    await page.keyboard.press('Enter')
    expect(await enlarged.isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('in a header are as wide as the text, however they open', async () => {
    for (const settings of [
      'octavo:\n  pictures:\n    widths: []\n    link: true',
      'octavo:\n  pictures:\n    widths: []',
    ]) {
      const { page, close } = await open(`${await serve(settings)}/pages/headed`, {
        viewport: { width: 1440, height: 900 },
      })
      const width = (selector: string): Promise<number> =>
        page.locator(selector).evaluate((one) => one.getBoundingClientRect().width)
      expect(await width('.header-picture')).toBeCloseTo(await width('.page-header'), 0)
      await close()
    }
  })

  it('lead to the original without JavaScript', async () => {
    const { page, close } = await open(`${address}/pages/ten`, { javaScriptEnabled: false })
    await page.click('img.myImg')
    expect(new URL(page.url()).pathname).toBe('/images/photo-0.jpg')
    await close()
  })

  it('open from a button where they are no links', async () => {
    const plain = await serve('octavo:\n  pictures:\n    formats: webp')
    const { page, close } = await open(`${plain}/pages/ten`)
    expect(await shiftOf(`${plain}/pages/ten`, { width: 1440, height: 900 })).toBe(0)
    await page.click('img.myImg')
    expect(await page.getAttribute('.picture-dialog[open] img', 'src')).toBe(`${plain}/images/photo-0.jpg`)
    expect(await page.locator('.picture-button > picture > img.myImg').count()).toBe(COUNT)
    await close()
  })

  it('are found below a baseurl', async () => {
    const below = await serve(`${ON}\n    formats: webp\nbaseurl: /deep/book`, '/deep/book')
    const { page, complaints, close } = await open(`${below}/pages/ten.html`)
    expect(await currentSource(page)).toMatch(/^\/deep\/book\/assets\/pictures\/[\w-]+\.webp$/)
    expect(complaints).toEqual([])
    await close()
  })

  it('keep their shape and their place in a layout that knows nothing of heights', async () => {
    const { page, complaints, close } = await open(`${address}/foreign.html`, { viewport: { width: 360, height: 740 } })
    const boxes = await page.locator('img').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    const [plain, left, right, own] = boxes
    expect(plain.width / plain.height).toBeCloseTo(WIDTH / HEIGHT, 1)
    expect(left.width).toBeCloseTo(right.width, 0)
    expect(left.y).toBe(right.y)
    expect(own).toMatchObject({ width: 90, height: 90 })
    expect(complaints).toEqual([])
    await close()
  })
})
