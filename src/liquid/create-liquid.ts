import type { Warning } from '../util/error.ts'
import type { Hash } from '../util/value.ts'
import { createEngine } from './engine.ts'
import { fromPlain } from './plain-data.ts'
import type { EngineOptions, SiteAccess } from './types.ts'

// Liquid for programs that are no site: plain data in, text out.

export interface LiquidOptions extends Omit<EngineOptions, 'site'> {
  /** `site.config`: url and baseurl for the URL filters. */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  /** What `include` finds, by name. */
  readonly templates?: Readonly<Record<string, string>> | undefined
  /** More of the site: markdownify, highlight ... */
  readonly site?: Partial<SiteAccess> | undefined
}

export interface Liquid {
  /** Throws UserError where Jekyll's build would stop. */
  render(template: string, data?: Readonly<Record<string, unknown>>): string
  /** What was tolerated in a template. */
  check(template: string): readonly Warning[]
}

export const createLiquid = ({ config = {}, templates = {}, site, ...options }: LiquidOptions = {}): Liquid => {
  const engine = createEngine({
    ...options,
    site: {
      config: fromPlain(config) as Hash,
      findInclude: (name) =>
        Object.hasOwn(templates, name) ? { path: name, source: templates[name] ?? '' } : undefined,
      includeNames: () => Object.keys(templates),
      ...site,
    },
  })
  const parse = (template: string) => engine.parse(template, { path: 'template', line: 1 })
  return {
    render: (template, data = {}) => {
      const globals = new Map(Object.entries(data).map(([key, value]) => [key, fromPlain(value)]))
      return engine.render(parse(template), globals).output
    },
    check: (template) => parse(template).warnings,
  }
}
