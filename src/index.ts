// The public door of the package.
import { build as buildSite } from './build.ts'
import { createHighlighter, type HighlighterOptions } from './highlight/index.ts'
import { createEngine, type SiteAccess } from './liquid/index.ts'
import { createMarkdown as createDialect, type Markdown, type MarkdownOptions } from './markdown/index.ts'
import { createPlainSass } from './render/index.ts'
import type { Hash, Value } from './util/value.ts'

export type { BuildOptions, BuildResult } from './build.ts'
export type { Markdown, MarkdownOptions } from './markdown/index.ts'
export type { Config } from './model/config.ts'
export type { Page, Site } from './model/site.ts'
export {
  definePlugin,
  type FinishContext,
  type GeneratorContext,
  type Hooks,
  type Plugin,
  type PluginFactory,
} from './plugins/index.ts'
export { type ServeHandle, type ServeOptions, serve } from './serve.ts'
export { formatUserError, type Place, UserError, type Warning } from './util/error.ts'
export type { Value } from './util/value.ts'

const DEFAULT_HIGHLIGHTING = { default_lang: 'plaintext', guess_lang: true }

/**
 * kramdown's Markdown with Jekyll's settings and Rouge's markup for code. Options go by kramdown's names; `highlight` replaces the
 * highlighter.
 */
export const createMarkdown = (options: Partial<MarkdownOptions> = {}): Markdown => {
  const own = options.syntax_highlighter_opts
  const highlighter = createHighlighter(typeof own === 'object' ? (own as HighlighterOptions) : DEFAULT_HIGHLIGHTING)
  return createDialect({
    highlight: (code, language, place) => highlighter.kramdown(code, language, place),
    ...options,
  })
}

/** Builds a site. @throws UserError for the author's mistakes; the destination is then as it was. */
export const build = buildSite

export interface LiquidOptions {
  /** The site's configuration, for filters such as `relative_url`. */
  readonly site?: ReadonlyMap<string, Value> | Readonly<Record<string, unknown>> | undefined
  /** Includes by name. */
  readonly templates?: ReadonlyMap<string, string> | Readonly<Record<string, string>> | undefined
  /** Jekyll's tags and filters; default true. */
  readonly jekyll?: boolean | undefined
  readonly errorMode?: 'lax' | 'warn' | 'strict' | undefined
}

export interface Liquid {
  /** @throws UserError for what stops a build in Jekyll. */
  render(template: string, data?: ReadonlyMap<string, Value> | Readonly<Record<string, unknown>>): string
}

const toValue = (data: unknown): Value => {
  if (Array.isArray(data)) return data.map(toValue)
  if (typeof data !== 'object' || data === null || data instanceof Map) return data as Value
  if (Object.getPrototypeOf(data) !== Object.prototype || 'kind' in data) return data
  return new Map(Object.entries(data).map(([key, value]) => [key, toValue(value)]))
}

const toMap = <T>(
  data: ReadonlyMap<string, T> | Readonly<Record<string, unknown>> | undefined,
): ReadonlyMap<string, T> =>
  data === undefined ? new Map() : ((data instanceof Map ? data : toValue(data)) as ReadonlyMap<string, T>)

const compileSass = (text: string, syntax: 'scss' | 'indented'): string => {
  const sass = createPlainSass()
  try {
    return sass.compile(text, syntax)
  } finally {
    sass.dispose()
  }
}

// What Jekyll's filters and its highlight tag ask of a site, with the default settings.
const createProcessors = (): Partial<SiteAccess> => {
  const highlighter = createHighlighter(DEFAULT_HIGHLIGHTING)
  const markdown = createMarkdown()
  const smarty = createDialect({ input: 'SmartyPants' })
  return {
    markdownify: (text) => markdown.render(text),
    smartify: (text) => smarty.render(text).replace(/\n$/, ''),
    scssify: (text) => compileSass(text, 'scss'),
    sassify: (text) => compileSass(text, 'indented'),
    highlight: (code, language, { lineNumbers, markLines }) =>
      highlighter.tagCode(code, language, { linenos: lineNumbers ?? false, mark_lines: markLines ?? [] }),
  }
}

/** Liquid as Jekyll runs it, without a site: for programs, tests and tools. */
export const createLiquid = (options: LiquidOptions = {}): Liquid => {
  const templates = toMap<string>(options.templates)
  const config = toMap<Value>(options.site) as unknown as Hash
  const timezone = config.get('timezone')
  const site: SiteAccess = {
    config,
    findInclude: (name) => {
      const source = templates.get(name)
      return source === undefined ? undefined : { path: name, source }
    },
    includeNames: () => [...templates.keys()],
    ...createProcessors(),
  }
  const engine = createEngine({
    jekyll: options.jekyll ?? true,
    errorMode: options.errorMode ?? 'warn',
    timezone: typeof timezone === 'string' ? timezone : undefined,
    site,
  })
  return {
    render: (template, data) =>
      engine.render(engine.parse(template, { path: '(template)', line: 1 }), toMap<Value>(data)).output,
  }
}
