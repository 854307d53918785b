// Liquid cases: a template, its data, and the output or the error.
import { createLiquid } from '../../src/index.ts'
import type { Value } from '../../src/util/value.ts'
import { fromJson } from '../liquid/case-data.ts'
import type { Case } from './cases.ts'
import { type CaseResult, describeDifference } from './result.ts'

const asMap = (json: unknown): Map<string, Value> => fromJson(json ?? {}) as Map<string, Value>

/** Runs a case with Jekyll's tags and filters where it names a filter of theirs (or the site's config), without them otherwise. */
export const runLiquidCase = (item: Case): CaseResult => {
  const jekyll = 'filter' in item || 'config' in item
  const templates = new Map(Object.entries((item['templates'] as Record<string, string> | undefined) ?? {}))
  const expected = item['error'] !== undefined ? undefined : (item['expected'] as string)
  try {
    const liquid = createLiquid({ jekyll, templates, site: asMap(item['config']) })
    const actual = liquid.render(item['template'] as string, asMap(item['data']))
    const passed = actual === expected
    const difference = passed
      ? undefined
      : expected === undefined
        ? `expected the error ${item['errorMessage']}, got ${JSON.stringify(actual)}`
        : describeDifference(expected, actual)
    return { id: item.id, passed, exact: passed, difference }
  } catch (error) {
    const passed = expected === undefined
    return {
      id: item.id,
      passed,
      exact: passed,
      difference: passed ? undefined : String(error instanceof Error ? error.message : error),
    }
  }
}
