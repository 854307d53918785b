import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEngine, RubyError } from '../../src/liquid/index.ts'
import { UserError } from '../../src/util/error.ts'
import type { Value } from '../../src/util/value.ts'
import { fromJson } from './case-data.ts'

// A file of cases per subject, a case per line: a template, and what Jekyll makes of it over the data in data.json.

interface Case {
  readonly template: string
  readonly expected?: string
  readonly error?: string
  readonly warnings?: readonly string[]
}

const folder = path.join(import.meta.dirname, 'cases')
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
const { data, includes } = read('data.json') as { data: object; includes: Record<string, string> }
const globals = fromJson(data) as ReadonlyMap<string, Value>

const engine = createEngine({
  timezone: 'UTC',
  site: {
    config: new Map<Value, Value>([
      ['url', 'http://example.org'],
      ['baseurl', '/base'],
    ]),
    findInclude: (name) =>
      Object.hasOwn(includes, name) ? { path: `_includes/${name}`, source: includes[name]! } : undefined,
  },
})

const outcome = (source: string): Omit<Case, 'template'> => {
  try {
    const template = engine.parse(source, { path: 'case', line: 1 })
    const { output } = engine.render(template, globals)
    const warnings = template.warnings.map(({ message }) => message)
    return { expected: output, ...(warnings.length > 0 ? { warnings } : {}) }
  } catch (error) {
    if (!(error instanceof UserError) || !(error.cause instanceof RubyError)) throw error
    return { error: `${error.cause.rubyClass}: ${error.message}`.split('\n\n ')[0]!.trim() }
  }
}

for (const file of readdirSync(folder).filter((name) => name !== 'data.json'))
  describe(path.basename(file, '.json'), () => {
    for (const { template, ...wanted } of read(file) as readonly Case[])
      it(template, () => expect(outcome(template)).toEqual(wanted))
  })
