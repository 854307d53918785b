import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildFixture, POLICY, type Served, serveFolder } from './sites.ts'

const CONFIG = 'theme: octavo\ntitle: Site\nlang: en\noctavo:\n  search: true\n'

const PAGES: Readonly<Record<string, string>> = {
  'heron.md':
    '---\ntitle: Birds\nlayout: page\n---\nBefore all else.\n\n## Herons\n\nThe heron waits for &lt;fish&gt; & frogs.\n\n## Owls\n\nAn owl hoots.\n',
  'hidden.md': '---\ntitle: Hidden\nlayout: page\nsearch: false\n---\nNo heron is here.\n',
  'tokyo.md':
    '---\ntitle: 東京の本\nlayout: page\nlang: ja\n---\n私は東京都に住んでいます。毎日図書館で本を読みます。\n',
  'german.md': '---\ntitle: Bücher\nlayout: page\nlang: de\n---\nDie Bäume stehen im Wald, und viele Häuser am See.\n',
}

const addPages = (source: string): void => {
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(path.join(source, name), text)
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  )

// Pagefind's own program may run only under the second: under the first the plain reader takes its place.
const POLICIES = [
  ['a policy that forbids WebAssembly', POLICY],
  ['a policy that allows it', `${POLICY}; script-src 'self' 'wasm-unsafe-eval'`],
] as const

describe.skipIf(browserPath === undefined).each(POLICIES)('search under %s', (_, policy) => {
  let browser: Browser
  let site: BuiltSite
  let served: Served

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await buildFixture(addPages, `${CONFIG}baseurl: /below\n`)
    served = await serveFolder(site.folder, '/below', policy)
  })

  afterAll(async () => {
    await browser?.close()
    served?.close()
    site?.remove()
  })

  const open = async (
    pathname: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; problems: string[] }> => {
    const page = await browser.newPage(options)
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(served.address + pathname)
    return { page, problems }
  }

  const resultsOf = async (page: Page, count: number): Promise<string[]> => {
    await page.waitForFunction((least) => document.querySelectorAll('.search-result').length >= least, count)
    return page
      .locator('.search-result a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  }

  it('finds pages and headings with the keyboard alone', async () => {
    const { page, problems } = await open('/index.html')
    await page.keyboard.press('/')
    await page.waitForSelector('.search-dialog[open]')
    await page.keyboard.insertText('heron')
    expect(await resultsOf(page, 1)).toEqual([`${served.address}/heron.html`, `${served.address}/heron.html#herons`])
    expect(await page.locator('.search-result a').first().getAttribute('href')).toBe('/below/heron.html')
    expect(await page.locator('.search-excerpt mark').allInnerTexts()).toContain('heron')
    expect(await page.locator('.search-excerpt').last().innerText()).toContain('<fish> & frogs')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/heron.html#herons')
    await page.keyboard.press('Control+k')
    await page.waitForSelector('.search-dialog[open]')
    await page.keyboard.press('Escape')
    expect(await page.locator('.search-dialog').isVisible()).toBe(false)
    expect(problems).toEqual([])
    await page.close()
  })

  it.each([
    ['/tokyo.html', '図書館', 'tokyo.html'],
    ['/german.html', 'Häuser', 'german.html'],
    ['/german.html', 'am See', 'german.html'],
  ])('on %s, %s finds %s', async (from, words, found) => {
    const { page } = await open(`/search.html`)
    await page.goto(served.address + from)
    await page.keyboard.press('/')
    await page.waitForSelector('.search-dialog[open]')
    await page.keyboard.insertText(words)
    expect((await resultsOf(page, 1))[0]).toBe(`${served.address}/${found}`)
    await page.close()
  })

  it('has a page of its own, which takes the words from its address', async () => {
    const { page, problems } = await open('/search.html?q=owl')
    expect(await resultsOf(page, 1)).toContain(`${served.address}/heron.html#owls`)
    await page.fill('input[name="q"]', 'no such word anywhere')
    await page.waitForFunction(() => document.querySelector('.search-status')?.textContent === 'Nothing was found.')
    expect(new URL(page.url()).searchParams.get('q')).toBe('no such word anywhere')
    expect(problems).toEqual([])
    await page.close()
  })

  it('leads to that page, and says what is missing, without JavaScript', async () => {
    const { page } = await open('/index.html', { javaScriptEnabled: false })
    await page.click('[data-search]')
    expect(page.url()).toBe(`${served.address}/search.html`)
    expect(await page.locator('noscript').innerText()).toContain('JavaScript')
    await page.close()
  })
})

describe('the search index', () => {
  it('is made only where it is asked for', async () => {
    const site = await buildFixture(addPages, 'theme: octavo\n')
    expect(filesBelow(site.folder).filter((name) => /pagefind|search\.html/.test(name))).toEqual([])
    expect(site.read('index.html')).not.toContain('search')
    site.remove()
  })

  it('holds what is meant to be found', async () => {
    const site = await buildFixture(addPages, CONFIG)
    const entry = JSON.parse(site.read('pagefind/pagefind-entry.json')) as {
      languages: Record<string, { page_count: number }>
    }
    expect(entry.languages['ja']?.page_count).toBe(1)
    expect(entry.languages['de']?.page_count).toBe(1)
    const pages = filesBelow(site.folder).filter((name) => /(?<!404|search|hidden|tokyo|german)\.html$/.test(name))
    expect(entry.languages['en']?.page_count).toBe(pages.length)
    site.remove()
  })
})
