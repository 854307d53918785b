import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { build, prepareSite } from '../../src/build.ts'
import { type HeadStart, takeHeadStart } from '../../src/cli/head-start.ts'
import type { Output } from '../../src/model/output.ts'
import { createRenderer, renderSite } from '../../src/render/index.ts'
import { createClaimMemory, openClaims } from '../../src/workers/claims.ts'
import { startCrew } from '../../src/workers/crew.ts'
import { settlePages } from '../../src/workers/settle.ts'
import { bodyText, type Files, writeSite } from '../site.ts'

const FILES: Files = {
  '_config.yml':
    'title: T\nurl: https://example.org\ntime: 2024-05-06 07:08:09 +0000\nplugins: [jekyll-feed, jekyll-seo-tag]\n',
  '_layouts/l.html': '---\n---\n<html>{% seo %}{{ content }}{% for p in site.pages %}{{ p.url }} {% endfor %}</html>',
  'main.scss': '---\n---\n$c: red; p { color: $c }\n',
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `p${n}.md`,
      `---\nlayout: l\ntitle: ${n}\n---\n# {{ page.title }}\n\n\`\`\`ruby\nputs ${n}\n\`\`\`\n`,
    ]),
  ),
  '_posts/2024-01-01-a.md': '---\n---\nOne ü.\n',
  '_posts/2024-01-02-b.md': '---\n---\n{{ page.previous.content }} two.\n',
}

const source = writeSite(FILES)
const options = { source, destination: `${source}/_site`, dryRun: true }

const texts = (outputs: readonly Output[]): Record<string, string> =>
  Object.fromEntries(outputs.map(({ path, body }) => [path, bodyText(body)]))

describe('threads', () => {
  const crews: { dismiss(): void }[] = []
  afterAll(() => {
    for (const crew of crews) crew.dismiss()
  })

  it('render every page that they can claim, just as it is rendered in order', async () => {
    const prepared = await prepareSite(options)
    const { config, site, books, rendering } = prepared
    const claims = openClaims(createClaimMemory(), 44)
    const crew = startCrew({ config, site, books, claims: claims.memory }, 2)
    crews.push(crew!)
    const reports = await crew!.reports()
    const own = createRenderer(rendering)
    own.share()
    // All but the style sheet, which is for the build's own thread, and what waits for others: the feed, and the post that shows another.
    expect(reports.length).toBeGreaterThanOrEqual(own.order.length - 3)
    expect(claims.take()).toBeUndefined()
    const pages = settlePages(
      own,
      own.order.map((_, at) => reports.find(([place]) => place === at)?.[1]),
    )
    const expected = renderSite((await prepareSite(options)).rendering)
    expect(pages.map(({ page }) => page.outputPath)).toEqual(expected.pages.map(({ page }) => page.outputPath))
    for (const [i, { output, content, text, layouts }] of pages.entries()) {
      const other = expected.pages[i]!
      expect([output, content, text, layouts.map(({ name }) => name)]).toEqual([
        other.output,
        other.content,
        other.text,
        other.layouts.map(({ name }) => name),
      ])
    }
    prepared.processors.sass.made()?.dispose()
  })

  it('put off a page that shows one which has been handed over', async () => {
    const many = writeSite({
      ...Object.fromEntries(
        Array.from({ length: 150 }, (_, n) => [
          `p${String(n).padStart(3, '0')}.md`,
          `---\n---\n${`Word *${n}*. `.repeat(200)}\n`,
        ]),
      ),
      'q.md': '---\n---\n{% for p in site.pages limit: 150 %}{{ p.content | size }} {% endfor %}\n',
    })
    const prepared = await prepareSite({ ...options, source: many })
    const { config, site, books, rendering } = prepared
    const crew = startCrew({ config, site, books, claims: createClaimMemory() }, 1)
    crews.push(crew!)
    const reports = await crew!.reports()
    const own = createRenderer(rendering)
    own.share()
    expect(reports.map(([at]) => own.order[at]?.name)).not.toContain('q.md')
    const pages = settlePages(
      own,
      own.order.map((_, at) => reports.find(([place]) => place === at)?.[1]),
    )
    const expected = renderSite((await prepareSite({ ...options, source: many })).rendering)
    expect(pages.map(({ output }) => output)).toEqual(expected.pages.map(({ output }) => output))
  })

  it('make the same site, however many there are', async () => {
    const one = await build({ ...options, threads: 1 })
    for (const threads of [undefined, 2, 4]) {
      const many = await build({ ...options, threads })
      expect(texts(many.outputs)).toEqual(texts(one.outputs))
      expect(many.warnings).toEqual(one.warnings)
      expect(many.pages).toBe(one.pages)
    }
  })

  describe('one that converts', () => {
    const large = writeSite({
      ...FILES,
      '_config.yml': `${FILES['_config.yml']}kramdown:\n  show_warnings: true\n`,
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, n) => [
          `many/q${n}.md`,
          `---\nlayout: l\ntitle: ${n}\n---\n## {{ page.title }}\n\n*Word* {{ ${n} | plus: 1 }}[^${n % 7}] ü…\n\n\`\`\`ruby\nputs ${n}\n\`\`\`\n`,
        ]),
      ),
    })
    const largeOptions = { ...options, source: large, destination: `${large}/_site` }
    const started: HeadStart[] = []
    const headStart = (argv: readonly string[] = ['build', '--source', large]): HeadStart | undefined => {
      const thread = takeHeadStart(argv, path.resolve(import.meta.dirname, '../../dist'))
      if (thread) started.push(thread)
      return thread
    }
    afterAll(() => {
      for (const thread of started) thread.dismiss()
    })

    it('is started for a site that looks large', () => {
      expect(headStart()).toBeDefined()
      expect(headStart(['build', `--source=${large}`])).toBeDefined()
      expect(headStart(['b', '-s', source])).toBeUndefined()
      expect(headStart(['build', '-s', `${source}/nowhere`])).toBeUndefined()
    })

    it('makes the same site', async () => {
      const one = await build({ ...largeOptions, threads: 1 })
      for (const threads of [undefined, 2, 3]) {
        const other = await build({ ...largeOptions, threads, conversion: headStart() })
        expect(texts(other.outputs)).toEqual(texts(one.outputs))
        expect(other.warnings).toEqual(one.warnings)
      }
      expect(one.warnings.length).toBeGreaterThan(0)
    })

    it('is not waited for where it does not answer', async () => {
      const silent = { port: new MessageChannel().port1, bells: new Int32Array(new SharedArrayBuffer(8)), patience: 1 }
      const [one, other] = [
        await build({ ...largeOptions, threads: 1 }),
        await build({ ...largeOptions, conversion: silent }),
      ]
      expect(texts(other.outputs)).toEqual(texts(one.outputs))
    })
  })

  it('find the same mistake', async () => {
    const broken = writeSite({
      ...FILES,
      'p5.md': '---\n---\n{% include none.html %}',
      'p7.md': '---\n---\n{% nonsense %}',
    })
    const mistake = (threads: number) =>
      build({ ...options, source: broken, threads }).catch((error: Error) => error.message)
    expect(await mistake(3)).toBe(await mistake(1))
    expect(await mistake(3)).toContain('p5.md')
  })

  it('are not called where a site holds what cannot leave its thread', async () => {
    const { config, site, books } = await prepareSite(options)
    const work = { config, books, site: { ...site, data: new Map([['f', () => 1]]) }, claims: createClaimMemory() }
    expect(startCrew(work, 1)).toBeUndefined()
  })

  it('leave their pages undone where they fail', async () => {
    const { config, site, books } = await prepareSite(options)
    const crew = startCrew(
      { config: { ...config, plugins: ['no-such-plugin'] }, site, books, claims: createClaimMemory() },
      1,
    )
    crews.push(crew!)
    expect(await crew!.reports()).toEqual([])
  })

  it('are for plugins that may run on any', async () => {
    const plugin = (parallel: string) =>
      writeSite({
        ...FILES,
        '_plugins/count.js': `let n = 0\nexport default { name: 'count', ${parallel} filters: { count: { apply: (input) => input + n++ } } }\n`,
        'p1.md': '---\n---\n{{ "a" | count }}',
        'p2.md': '---\n---\n{{ "a" | count }}',
      })
    const outputs = texts((await build({ ...options, source: plugin(''), threads: 4 })).outputs)
    expect([outputs['p1.html'], outputs['p2.html']].join()).toMatch(/a0[\s\S]*a[1-9]/)
    const stateless = texts((await build({ ...options, source: plugin('parallel: true,'), threads: 4 })).outputs)
    expect(stateless['p1.html']).toContain('<p>a')
  })
})
