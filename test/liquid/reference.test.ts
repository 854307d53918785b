import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/liquid/index.ts'
import { isArray, type Value } from '../../src/util/value.ts'

// The handbook's reference (_data/reference.json) is made from the engine by scripts/make-reference.mjs: here it is shown to be up to
// date, complete, and true in its examples.

interface Entry {
  readonly name: string
  readonly from: string
  readonly description: string
  readonly usage?: string
  readonly result?: string
}

interface Reference {
  readonly values: Readonly<Record<string, unknown>>
  readonly tags: readonly Entry[]
  readonly filters: readonly Entry[]
}

const reference = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../_data/reference.json'), 'utf8'),
) as Reference

const toValue = (value: unknown): Value => {
  if (isArray(value as Value)) return (value as readonly unknown[]).map(toValue)
  if (typeof value !== 'object' || value === null) return value as Value
  return new Map(Object.entries(value).map(([key, member]) => [key, toValue(member)]))
}

const globals = new Map(Object.entries(reference.values).map(([key, value]) => [key, toValue(value)]))
const jekyll = createEngine({
  jekyll: true,
  timezone: 'UTC',
  site: { config: globals.get('site') as Map<Value, Value> },
})
const liquid = createEngine({ jekyll: false })

describe.each(['tag', 'filter'] as const)('the reference of every %s', (kind) => {
  const entries = reference[`${kind}s`]

  it('has the names that the engine knows', () => {
    expect(entries.map(({ name }) => name)).toEqual(jekyll[`${kind}Names`])
  })

  it('tells whose they are', () => {
    const own = entries.filter(({ from }) => from === 'Liquid').map(({ name }) => name)
    expect(own).toEqual(liquid[`${kind}Names`])
    expect(new Set(entries.map(({ from }) => from))).toEqual(new Set(['Liquid', 'Jekyll']))
  })

  it('describes each in a line, and shows how it is written', () => {
    for (const { name, description, usage } of entries) {
      expect(description, name).toMatch(/^\S.{5,}\.$/)
      if (kind === 'tag') expect(usage, name).toMatch(new RegExp(`\\{% ${name}\\b`))
      else if (usage !== undefined) expect(usage, name).toMatch(new RegExp(`\\| ${name}\\b`))
    }
  })
})

describe('the examples of the reference', () => {
  it.each(reference.filters.filter(({ usage }) => usage !== undefined))('$name', ({ usage, result }) => {
    const template = jekyll.parse(`{{ ${usage} }}`, { path: 'example', line: 1 })
    expect(template.warnings).toEqual([])
    expect(jekyll.render(template, globals).output).toBe(result)
  })

  it.each(reference.tags)('$name is read without a warning', ({ name, usage = '' }) => {
    const source = name === 'break' || name === 'continue' ? `{% for x in numbers %}${usage}{% endfor %}` : usage
    expect(jekyll.parse(source, { path: 'example', line: 1 }).warnings).toEqual([])
  })
})
