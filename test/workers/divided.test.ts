import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSuites } from '../conformance/cases.ts'
import { type Files, writeSite } from '../site.ts'
import { type Deal, type Returning, renderBothWays, type Way } from './divide.ts'
import { SITES } from './divided-sites.ts'

// Numbers that look random and are the same each time.
const scattered = (at: number): number => Math.imul(at + 17, 0x9e3779b1) >>> 20

const DEALS: Readonly<Record<string, Deal>> = {
  'in turns': (at, count) => at % count,
  'the first ones elsewhere': (at, count) => (at < 4 ? count - 1 : 0),
  'three at a time': (at, count) => Math.floor(at / 3) % count,
  scattered: (at, count) => scattered(at) % count,
}

describe('pages dealt out to several renderers', () => {
  for (const [name, files] of Object.entries(SITES))
    for (const [how, deal] of Object.entries(DEALS))
      it(`are as in order: ${name}, ${how}`, async () => {
        const source = writeSite(files)
        const [inOrder, divided] = (await renderBothWays(source, { count: how === 'in turns' ? 2 : 3, deal })) ?? []
        rmSync(source, { recursive: true, force: true })
        expect(inOrder?.pages.length || inOrder?.mistake).toBeTruthy()
        expect(divided).toEqual(inOrder)
      })
})

const RETURNINGS: Readonly<Record<string, Returning>> = {
  'at once': { ready: (put) => put, awaited: (put) => put, helps: false, mostBegun: 256 },
  'when waited for': { ready: () => [], awaited: (put) => put.slice(0, 3), helps: false, mostBegun: 4 },
  'the last first': { ready: () => [], awaited: (put) => put.slice(-1), helps: false, mostBegun: 256 },
  'now and then, with help': {
    ready: (put) => put.filter(([at]) => scattered(at) % 3 === 0),
    awaited: (put) => put,
    helps: true,
    mostBegun: 3,
  },
  never: { ready: () => [], awaited: () => [], helps: false, mostBegun: 2 },
}

describe('pages converted elsewhere', () => {
  for (const [name, files] of Object.entries(SITES))
    for (const [how, returning] of Object.entries(RETURNINGS))
      it(`are as in order: ${name}, back ${how}`, async () => {
        const source = writeSite(files)
        const [inOrder, otherwise] = (await renderBothWays(source, { returning })) ?? []
        rmSync(source, { recursive: true, force: true })
        expect(inOrder?.pages.length || inOrder?.mistake).toBeTruthy()
        expect(otherwise).toEqual(inOrder)
      })
})

const shared = path.join(
  process.env['OCTAVO_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared'),
  'conformance',
)

const WAYS: Readonly<Record<string, Way>> = {
  'dealt out to several renderers': { count: 2, deal: (at, count) => (at + 1) % count },
  'with texts converted elsewhere': { returning: RETURNINGS['when waited for'] as Returning },
}

describe.runIf(existsSync(shared)).each(Object.entries(WAYS))('recorded sites %s', (_, way) => {
  for (const { name, kind, cases } of readSuites(shared).filter((suite) => suite.kind === 'site'))
    it(`are as in order: ${name}, ${kind}s`, { timeout: 240_000 }, async () => {
      const different: string[] = []
      let rendered = 0
      for (const { id, files } of cases) {
        const source = writeSite(files as Files)
        const both = await renderBothWays(source, way)
        rmSync(source, { recursive: true, force: true })
        if (!both) continue
        rendered++
        if (JSON.stringify(both[0]) !== JSON.stringify(both[1])) different.push(id)
      }
      expect(different).toEqual([])
      expect(rendered).toBeGreaterThan(cases.length / 2)
    })
})
