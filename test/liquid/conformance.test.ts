import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine, RubyError, type SiteAccess } from '../../src/liquid/index.ts'
import { UserError } from '../../src/util/error.ts'
import type { Value } from '../../src/util/value.ts'
import { fromJson } from './case-data.ts'

// The recorded behaviour of the real Liquid 4.0.4 and Jekyll 4.4.1, where the recordings are beside the checkout.

const folder = path.resolve(
  process.env['OCTAVO_SHARED'] ?? path.join(import.meta.dirname, '../../../shared'),
  'conformance',
)

interface Outcome {
  readonly expected?: string | null
  readonly error?: boolean
  readonly errorMessage?: string
}

interface Case extends Outcome {
  readonly id: string
  readonly template: string
  readonly data: Record<string, unknown>
  readonly templates?: Record<string, string>
  readonly inJekyll?: Outcome
  readonly nativeInclude?: boolean
  readonly warnings?: readonly string[]
  readonly filter?: string
  readonly config?: Record<string, unknown>
}

const read = (name: string): readonly Case[] => {
  const file = path.join(folder, name)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : []
}

/** Ruby appends an excerpt of its own source to some messages. */
const message = (text: string): string => text.split('\n\n  ')[0]!.trim()

const describeError = (error: unknown): string => {
  if (!(error instanceof UserError) || !(error.cause instanceof RubyError)) throw error
  return `${error.cause.rubyClass}: ${error.message}`
}

const outcome = (engine: Engine, test: Case): string => {
  const globals = new Map<string, Value>(Object.entries(test.data).map(([key, value]) => [key, fromJson(value)]))
  try {
    const template = engine.parse(test.template, { path: 'case', line: 1 })
    const { output } = engine.render(template, globals)
    if (test.warnings) expect(template.warnings.map((warning) => warning.message)).toEqual(test.warnings)
    return output
  } catch (error) {
    return message(describeError(error))
  }
}

const wanted = ({ error, errorMessage, expected }: Outcome): string =>
  error ? message(errorMessage ?? '') : (expected ?? '')

const siteOf = (test: Case): SiteAccess => ({
  config: fromJson({ url: '', baseurl: '', ...test.config }) as ReadonlyMap<Value, Value>,
  includeDirs: () => ['<SITE>/_includes'],
  findInclude: (name) => {
    const source = test.templates?.[name]
    return source === undefined ? undefined : { path: name, source }
  },
})

// Filters that other packages do the work of, and the warnings of an unknown place.
const ELSEWHERE = new Set(['markdownify', 'smartify', 'scssify', 'sassify'])

describe('liquid.json', () => {
  for (const test of read('liquid.json')) {
    it(test.id, () => {
      expect(outcome(createEngine({ jekyll: false, site: siteOf(test) }), test)).toBe(wanted(test))
      if (test.nativeInclude) return
      const engine = createEngine({ jekyll: true, site: siteOf(test) })
      // Where both fail, Jekyll's sort and where may fail in their own words, which are not recorded.
      if (test.error && !test.inJekyll) expect(outcome(engine, test)).toMatch(/^[A-Z][A-Za-z:]*Error: /)
      else expect(outcome(engine, test)).toBe(wanted(test.inJekyll ?? test))
    })
  }
})

describe('jekyll-filters.json', () => {
  for (const test of read('jekyll-filters.json')) {
    it.skipIf(ELSEWHERE.has(test.filter ?? ''))(test.id, () => {
      const timezone = String(test.config?.['timezone'] ?? 'UTC')
      expect(outcome(createEngine({ timezone, site: siteOf(test) }), test)).toBe(wanted(test))
    })
  }
})

it('has recordings, or says so', () => {
  expect(existsSync(folder) ? read('liquid.json').length : 'no recordings here').toBeTruthy()
})
