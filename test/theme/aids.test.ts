import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { type BuiltSite, buildFixture, type Served, serveFolder } from './sites.ts'

const CONFIG = `theme: octavo
title: Site
lang: en
octavo:
  admonitions: true
  tabs: true
  regions: true
  code_fences: true
  math: katex
  mermaid: true
`

const TEXT = readFileSync(path.join(import.meta.dirname, 'aids.md'), 'utf8')

const addPages = (source: string): void => {
  writeFileSync(path.join(source, 'aids.md'), TEXT)
  writeFileSync(path.join(source, 'plain.md'), '---\ntitle: Plain\nlayout: page\n---\nText\n')
}

// Where the package is installed, its drawings are looked at too.
const hasMermaid = (createRequire(import.meta.url).resolve.paths('mermaid') ?? []).some((folder) =>
  existsSync(path.join(folder, 'mermaid/dist/mermaid.min.js')),
)

describe.skipIf(browserPath === undefined)('writing aids', () => {
  let browser: Browser
  let site: BuiltSite
  let served: Served

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await buildFixture(addPages, CONFIG)
    served = await serveFolder(site.folder)
  })

  afterAll(async () => {
    await browser?.close()
    served?.close()
    site?.remove()
  })

  const open = async (options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> => {
    const page = await browser.newPage(options)
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(`${served.address}/aids.html`)
    return { page, problems }
  }

  const shown = (page: Page): Promise<string[]> => page.locator('.tab-panel:visible').allInnerTexts()

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
    [1440, 'sepia'],
  ] as const)('break no rule at %i pixels in %s', async (width, theme) => {
    const { page, problems } = await open({
      viewport: { width, height: 900 },
      colorScheme: theme === 'dark' ? 'dark' : 'light',
    })
    if (theme === 'sepia') await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'sepia'))
    if (hasMermaid) await page.locator('.diagram svg').first().waitFor()
    const { violations } = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(problems).toEqual([])
    await page.close()
  })

  it('load only where they are used', () => {
    expect(site.read('aids.html')).toMatch(/assets\/tabs\.js[\s\S]*assets\/katex\/katex\.css[\s\S]*assets\/aids\.css/)
    expect(site.read('plain.html')).not.toMatch(/tabs\.js|katex|aids\.css|draw\.js/)
    expect(site.read('assets/tabs.js').length).toBeLessThan(2200)
    expect(site.read('assets/aids.css').length).toBeLessThan(3000)
  })

  it('show tabs by the keyboard, those of one name together, and remember them', async () => {
    const { page } = await open()
    const tabs = page.getByRole('tab')
    expect(await tabs.allInnerTexts()).toEqual(['Linux', 'macOS', 'Windows', 'Linux', 'macOS'])
    expect((await shown(page)).length).toBe(2)
    await tabs.first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('macOS')
    expect((await shown(page)).join()).toMatch(/brew[\s\S]*On a Mac/)
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Windows')
    expect((await shown(page)).join()).toMatch(/winget[\s\S]*On a Mac/)
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Linux')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.reload()
    expect((await shown(page)).join()).toMatch(/brew[\s\S]*On a Mac/)
    expect(await page.locator('[role=tab][tabindex="0"]').allInnerTexts()).toEqual(['macOS', 'macOS'])
    await page.close()
  })

  it('read well without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    expect((await shown(page)).length).toBe(5)
    expect(await page.locator('.tab-title:visible').count()).toBe(5)
    expect(await page.locator('pre:visible', { hasText: 'flowchart LR' }).count()).toBe(1)
    await page.close()
  })

  it('print all panels with their titles', async () => {
    const { page } = await open()
    await page.emulateMedia({ media: 'print' })
    expect((await shown(page)).length).toBe(5)
    expect(await page.locator('.tab-title:visible').count()).toBe(5)
    expect(await page.getByRole('tab').count()).toBe(0)
    await page.close()
  })

  it.skipIf(!hasMermaid)('draw diagrams, and again when the colours change', async () => {
    const { page, problems } = await open()
    const colour = () => page.locator('.diagram svg').evaluate((svg) => getComputedStyle(svg).getPropertyValue('fill'))
    await page.locator('.diagram svg').waitFor()
    const light = await colour()
    await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'dark'))
    await expect.poll(colour).not.toBe(light)
    expect(problems).toEqual([])
    await page.close()
  })
})
