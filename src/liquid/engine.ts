import { type Place, UserError, type Warning } from '../util/error.ts'
import { currentTime } from '../util/time.ts'
import { findZone } from '../util/timezone.ts'
import { toRubyError } from './block.ts'
import type { EngineCore, Filter } from './core.ts'
import type { RubyError } from './errors.ts'
import { adoptFilter, adoptTag } from './extension.ts'
import { arrayFilters } from './filters/array.ts'
import { dateFilters, jekyllDateFilters } from './filters/date.ts'
import { jekyllFilters } from './filters/jekyll.ts'
import { endFilters, listFilters } from './filters/list.ts'
import { mathFilters } from './filters/math.ts'
import { textFilters } from './filters/text.ts'
import { urlFilters } from './filters/url.ts'
import { parseTemplate, type TagBuilder } from './parser.ts'
import { measure } from './partial.ts'
import { ReadNotes } from './reads.ts'
import { Runtime } from './runtime.ts'
import { jekyllTags, liquidTags } from './tags/index.ts'
import { type ParsedTemplate, toWarning } from './template.ts'
import type {
  Engine,
  EngineOptions,
  Globals,
  Limits,
  RenderContext,
  RenderResult,
  SourcePlace,
  Template,
} from './types.ts'

// The engine: options to tables of tags and filters, templates to closures, closures and data to text.

const DEFAULT_LIMITS: Limits = { includeDepth: 100, renderTime: 60_000, outputSize: 100_000_000 }

const pure = (filters: Readonly<Record<string, Filter>>): Readonly<Record<string, Filter>> =>
  Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, { ...filter, pure: true }]))

const LIQUID_FILTERS = { ...pure({ ...textFilters, ...arrayFilters, ...mathFilters }), ...dateFilters }
const JEKYLL_FILTERS = {
  ...LIQUID_FILTERS,
  ...listFilters,
  ...pure(endFilters),
  ...jekyllFilters,
  ...jekyllDateFilters,
  ...urlFilters,
}

const collectTags = ({ jekyll = true, tags }: EngineOptions): ReadonlyMap<string, TagBuilder> => {
  const builtIn = Object.entries(jekyll ? { ...liquidTags, ...jekyllTags } : liquidTags)
  return new Map([...builtIn, ...[...(tags ?? [])].map(([name, tag]) => [name, adoptTag(tag)] as const)])
}

const collectFilters = ({ jekyll = true, filters }: EngineOptions): ReadonlyMap<string, Filter> => {
  const builtIn = Object.entries<Filter>(jekyll ? JEKYLL_FILTERS : LIQUID_FILTERS)
  return new Map([...builtIn, ...[...(filters ?? [])].map(([name, filter]) => [name, adoptFilter(filter)] as const)])
}

/** The users' error for an error of Ruby's, which stays its cause. */
const toUserError = (error: RubyError): UserError => {
  const place: Place | undefined = error.place
  return new UserError(error.text, {
    place,
    excerpt: error.excerpt,
    advice: error.advice,
    includedFrom: error.includedFrom,
    cause: error,
  })
}

const guarded = <T>(body: () => T): T => {
  try {
    return body()
  } catch (thrown) {
    const error = toRubyError(thrown)
    throw error ? toUserError(error) : thrown
  }
}

/** The same includes are asked for again and again: each path is parsed once, unless its text has changed. */
const createTemplateStore = (parse: (source: string, place: SourcePlace) => ParsedTemplate) => {
  const store = new Map<string, ParsedTemplate>()
  return (path: string, source: string): ParsedTemplate => {
    const known = store.get(path)
    if (known && known.source === source) return known
    const template = parse(source, { path, line: 1 })
    store.set(path, template)
    return template
  }
}

const createCore = (options: EngineOptions): EngineCore => {
  const zone = findZone(options.timezone)
  const { now } = options
  const core: EngineCore = {
    errorMode: options.errorMode ?? 'warn',
    strictFilters: options.strictFilters ?? false,
    strictVariables: options.strictVariables ?? false,
    knowsBlank: options.knowsBlank ?? false,
    jekyll: options.jekyll ?? true,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    zone,
    site: options.site,
    tags: collectTags(options),
    filters: collectFilters(options),
    continuedLoops: new Set(),
    now: () => now ?? currentTime(zone),
    include: createTemplateStore((source, place) => parseTemplate(core, source, place)),
    fragment: (source) => fragments(source, source),
  }
  const fragments = createTemplateStore((source) => parseTemplate(core, source, { path: '(tag)', line: 1 }))
  return core
}

const isParsed = (template: Template): template is ParsedTemplate => 'render' in template

export const createEngine = (options: EngineOptions): Engine => {
  const core = createCore(options)

  const render = (template: Template, globals: Globals, context: RenderContext = {}): RenderResult => {
    if (!isParsed(template)) throw new TypeError('a template comes from parse of an engine')
    const notes = context.reads && new ReadNotes(context.reads)
    const runtime = new Runtime({ core, globals, context, notes })
    let output: string
    try {
      output = guarded(() => measure(runtime, template.place.path, () => template.render(runtime)))
    } finally {
      notes?.flush()
    }
    const errors = runtime.errors.map((error): Warning => (error instanceof UserError ? error : toWarning(error)))
    return { output, warnings: [...runtime.warnings, ...errors] }
  }

  return {
    parse: (source, place) => guarded(() => parseTemplate(core, source, place)),
    render,
    tagNames: [...core.tags.keys()].toSorted(),
    filterNames: [...core.filters.keys()].toSorted(),
  }
}
