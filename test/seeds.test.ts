// The three kinds of pages that the program was made for, with the shipped theme: a chapter with navigation from its front matter, one
// with links written by hand, and a handbook page with a table of contents.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLinks } from '../src/check/index.ts'
import { buildFiles, type Files } from './site.ts'

const chapter = (number: number): string => `---
layout: custom
title: Chapter ${number}
book: okr
chapter: ${number}
---

{% include chapter-nav.html position="top" %}

# Text

{% include chapter-nav.html %}
`

const OWN: Files = {
  'okr-chapter-2.md': chapter(2).replace(
    '# Text',
    '# Types\n\n<img class="myImg" src="../images/headers/x.png" alt="x">\n\n- **a**: b\n  - **c**\n',
  ),
  'by-hand.md':
    '---\nlayout: custom\ntitle: Two\n---\n\n<div class="nav-buttons">\n  <a href="/pages/okr-chapter-1" class="custom-button right"><strong>Chapter 1</strong></a>\n</div>\n\n# What\n',
  'handbook.md':
    '---\nlayout: handbook-page-toc\ntitle: "OKRs"\n---\n\n## On this page\n{:.no_toc .hidden-md .hidden-lg}\n\n- TOC\n{:toc .hidden-md .hidden-lg}\n\n## Overview\n\nText.\n\n### Deeper\n\nMore.\n',
}

const seeds = path.resolve(process.env['OCTAVO_SHARED'] ?? path.resolve(import.meta.dirname, '../../shared'), 'seeds')
const given: Files = existsSync(seeds)
  ? {
      'okr-chapter-2.md': readFileSync(path.join(seeds, 'okr-chapter-2.md'), 'utf8'),
      'by-hand.md': readFileSync(path.join(seeds, 'okr-chapter-2-first-edition.md'), 'utf8'),
      'handbook.md': readFileSync(path.join(seeds, 'handbook-okrs.md'), 'utf8'),
    }
  : {}

const buildPages = (pages: Files) =>
  buildFiles({
    '_config.yml': 'title: Test\ntheme: octavo\n',
    'index.md': '---\nlayout: book\ntitle: Contents\nbook: okr\n---\n',
    'pages/okr-chapter-1.md': chapter(1),
    'pages/okr-chapter-3.md': chapter(3),
    'images/headers/x.png': '',
    'images/headers/yellow-okr.png': '',
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`pages/${name}`, text])),
  })

const anchors = (html: string, part: RegExp): string[] =>
  [...(part.exec(html)?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')

const both = [['of our own', OWN] as const, ...(Object.keys(given).length > 0 ? [['given', given] as const] : [])]

describe.each(both)('the pages %s', (_, pages) => {
  it('leave no template or kramdown markup behind', async () => {
    const site = await buildPages(pages)
    for (const name of Object.keys(pages)) {
      const html = site.text(`pages/${name.replace('.md', '.html')}`) ?? ''
      expect(html).not.toMatch(/\{%|\{\{|\{:/)
      expect(html).toContain('<!doctype html>')
    }
  })

  it('have navigation at both ends of a chapter, and in the head', async () => {
    const html = (await buildPages(pages)).text('pages/okr-chapter-2.html') ?? ''
    for (const place of ['top', 'bottom']) {
      const links = anchors(html, new RegExp(`<nav class="chapter-nav chapter-nav-${place}"[\\s\\S]*?</nav>`))
      expect(links).toContain('/pages/okr-chapter-1.html')
      expect(links).toContain('/pages/okr-chapter-3.html')
    }
    expect(html).toMatch(/<link rel="prev" href="[^"]*\/pages\/okr-chapter-1\.html"/)
    expect(html).toMatch(/<link rel="next" href="[^"]*\/pages\/okr-chapter-3\.html"/)
  })

  it('have links by hand that lead somewhere', async () => {
    const { result } = await buildPages(pages)
    const broken = checkLinks(result).filter(({ place }) => place?.path === 'pages/by-hand.md')
    expect(broken).toEqual([])
  })

  it('have contents without the headings that want none', async () => {
    const html = (await buildPages(pages)).text('pages/handbook.html') ?? ''
    const contents = /<ul[^>]*id="markdown-toc"[\s\S]*?\n<\/ul>/.exec(html)?.[0] ?? ''
    expect(contents).toContain('href="#overview"')
    expect(contents).not.toContain('on-this-page')
  })
})
