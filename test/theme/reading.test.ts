// The comforts of the theme: notes that open, parts that fold, words in the page's language, and each of them left out.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildFixture, type Served, serveFolder } from './sites.ts'

const CONFIG =
  'title: A Site\ntheme: octavo\nbooks:\n  long:\n    title: A Long Book\noctavo:\n  search: true\n  print: true\n'
const EVERYTHING = 'pages/everything.html'

describe('words', () => {
  const read = async (config: string): Promise<string> => {
    const site = await buildFixture(undefined, CONFIG.replace('theme:', `${config}\ntheme:`))
    const html = site.read(EVERYTHING)
    site.remove()
    return html
  }

  it.each([
    ['lang: en', 'lang="en"', 'Skip to the text'],
    ['lang: de', 'lang="de"', 'Zum Text springen'],
    ['lang: pt-BR', 'lang="pt-BR"', 'Ir para o texto'],
    ['lang: ar', 'lang="ar" dir="rtl"', 'انتقل إلى النص'],
    ['{lang: ar, direction: ltr}', 'lang="ar" dir="ltr"', 'انتقل إلى النص'],
    ['lang: xx', 'lang="xx"', 'Skip to the text'],
    ['lang: ja', 'data-copied="コピーしました"', '本文へ移動'],
  ])('with %s', async (config, attributes, skip) => {
    const html = await read(config.replace(/[{}]/g, '').replace(', ', '\n'))
    expect(html).toContain(attributes)
    expect(html).toContain(`href="#main">${skip}<`)
  })

  it('are left where no language is set', async () => {
    expect(await read('lang: en')).not.toContain('octavo-labels')
  })
})

describe('comforts that are left out', () => {
  it('are not in the page', async () => {
    const whole = await buildFixture(undefined, CONFIG)
    const less = await buildFixture(
      undefined,
      `${CONFIG}  without: [breadcrumbs, copy, display, footnotes, parts, pictures, position]\n`,
    )
    const marks = [
      'class="breadcrumbs"',
      'code.js',
      'data-display',
      'notes.js',
      '<summary>The Middle',
      'picture.js',
      'chapter-nav-position',
    ]
    for (const mark of marks) {
      expect(whole.read(EVERYTHING), mark).toContain(mark)
      expect(less.read(EVERYTHING), mark).not.toContain(mark)
    }
    expect(less.read(EVERYTHING)).toContain('<li class="sidebar-part">The Middle</li>')
    whole.remove()
    less.remove()
  })
})

describe.skipIf(browserPath === undefined)('in a browser', () => {
  let browser: Browser
  let site: BuiltSite
  let served: Served
  let context: BrowserContext

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await buildFixture((source) => {
      const first = path.join(source, 'pages/chapter-1.md')
      writeFileSync(first, readFileSync(first, 'utf8').replace(/^(chapter: .*)$/m, '$1\npart: The Start'))
      writeFileSync(
        path.join(source, 'pages/links.md'),
        '---\nlayout: page\ntitle: Links\n---\n[out](https://example.org/) and [in](everything.html)\n',
      )
    }, CONFIG)
    served = await serveFolder(site.folder)
  })

  afterAll(async () => {
    await browser.close()
    served.close()
    site.remove()
  })

  const open = async (pathname: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    await page.goto(served.address + pathname)
    return page
  }

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }

  const MARK = 'a.footnote'
  const isOpen = (page: Page): Promise<boolean> => page.isVisible('.footnote-box')

  it('a note opens by click, takes the focus, and gives it back on Escape', async () => {
    const page = await open('/pages/everything.html')
    const heights = [await page.evaluate(() => document.documentElement.scrollHeight)]
    await page.click(MARK)
    expect((await page.innerText('.footnote-box')).trim()).toBe('The note.')
    heights.push(await page.evaluate(() => document.documentElement.scrollHeight))
    expect(heights[1]).toBe(heights[0])
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('footnote-box')
    expect(new URL(page.url()).hash).toBe('')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await isOpen(page)).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('footnote')
    await page.keyboard.press('Enter')
    expect(await isOpen(page)).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(page.url()).toContain('everything')
    await context.close()
  })

  it('a note opens under the pointer and with the focus, near its mark', async () => {
    const page = await open('/pages/everything.html')
    await page.hover(MARK)
    await page.waitForSelector('.footnote-box', { state: 'visible' })
    const [mark, note] = [await page.locator(MARK).boundingBox(), await page.locator('.footnote-box').boundingBox()]
    expect(Math.abs((note?.y ?? 0) - (mark?.y ?? 0))).toBeLessThan(80)
    await page.hover('.site-title')
    await page.waitForSelector('.footnote-box', { state: 'hidden' })
    await page.keyboard.press('Tab')
    await page.focus(MARK)
    await page.waitForSelector('.footnote-box', { state: 'visible' })
    await page.keyboard.press('Tab')
    await page.waitForSelector('.footnote-box', { state: 'hidden' })
    await context.close()
  })

  it('a note opens by touch, and a mark is a link without JavaScript', async () => {
    const touched = await open('/pages/everything.html', { hasTouch: true, viewport: { width: 360, height: 740 } })
    await touched.tap(MARK)
    await touched.waitForSelector('.footnote-box', { state: 'visible' })
    expect(await violations(touched)).toEqual([])
    await context.close()
    const plain = await open('/pages/everything.html', { javaScriptEnabled: false })
    await plain.click(MARK)
    expect(new URL(plain.url()).hash).toBe('#fn:1')
    await context.close()
  })

  it('parts fold, the current one stays open, and what is unfolded lasts', async () => {
    const page = await open('/pages/everything.html')
    const states = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLDetailsElement>('.sidebar details')].map(
          (part) => `${part.innerText.split('\n')[0]} ${part.open}`,
        ),
      )
    const before = await states()
    expect(before.filter((state) => state.endsWith('true'))).toEqual(['The Middle true'])
    const closed = page.locator('.sidebar details:not([open]) summary').first()
    await closed.click()
    await page.waitForFunction(() => sessionStorage.length > 0)
    await page.reload()
    expect((await states()).filter((state) => state.endsWith('true')).length).toBe(2)
    await context.close()
  })

  it('links that lead away are marked', async () => {
    const page = await open('/pages/links.html')
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll('.content a')].map((link) => getComputedStyle(link, '::after').content),
    )
    expect(marks.map((mark) => mark.includes('↗'))).toEqual([true, false])
    await context.close()
  })

  it.each(['/search.html', '/print.html'])('%s is accessible', async (pathname) => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1440]) {
        const page = await open(pathname, { colorScheme, viewport: { width, height: 800 } })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        expect(await violations(page)).toEqual([])
        await context.close()
      }
  })
})
