import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMarkdown } from '../../src/markdown/index.ts'
import { SHAPES } from './pathological-shapes.ts'

// No input may hang the build or overflow the stack. A limit this generous tells a hang from a slow machine, and says nothing of speed.
const LIMIT = 240_000

// The largest take most of a minute: where all tests run for each change, they run as well.
const SIZES = [10_000, 100_000, ...(process.env['CI'] ? [1_000_000] : [])]

interface Message {
  readonly name: string
  readonly length?: number
  readonly error?: string
}

const folder = mkdtempSync(path.join(tmpdir(), 'pathological-'))
const outfile = path.join(folder, 'worker.mjs')

beforeAll(async () => {
  const entryPoints = [path.join(import.meta.dirname, 'pathological-worker.ts')]
  await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What became of each shape: the output's length, or why there is none. */
const renderAll = (size: number): Promise<Map<string, number | string>> =>
  new Promise((resolve, reject) => {
    const results = new Map<string, number | string>()
    const worker = new Worker(outfile, { workerData: { size } })
    const timer = setTimeout(() => void worker.terminate(), LIMIT)
    worker.on('message', ({ name, length, error }: Message) => results.set(name, length ?? error ?? 'not done in time'))
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(timer)
      resolve(results)
    })
  })

describe('inputs that send a parser back and forth', () => {
  it.each(SIZES)(
    'are rendered at %i characters',
    async (size) => {
      const results = await renderAll(size)
      expect([...results].filter(([, result]) => typeof result !== 'number')).toEqual([])
      expect([...results.keys()]).toEqual(Object.keys(SHAPES))
    },
    2 * LIMIT,
  )

  it('nest up to a bound, and are text beyond it, with a warning', () => {
    const { html, warnings } = createMarkdown().renderDocument(`${'> '.repeat(300)}deep\n`)
    expect(html.split('<blockquote>').length - 1).toBe(100)
    expect(html).toContain('&gt; deep')
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('nested')])
  })

  it.each([`<pre>\n${'a<B>\n'.repeat(300)}</pre>\n`, 'a<b> '.repeat(300)])(
    'read raw HTML that is never closed far deeper than other blocks',
    (text) => {
      const { html, warnings } = createMarkdown().renderDocument(text)
      expect(html.split('</b>').length - 1).toBe(300)
      expect(warnings.filter(({ message }) => message.includes('nested'))).toEqual([])
    },
  )
})
