// Runs the hooks of all plugins, in Jekyll's order: by priority, then as they are listed; a collection's own before `documents`.
import type { Config } from '../model/config.ts'
import { documentsOf, type Page, type Site } from '../model/site.ts'
import type { PageTransform, RenderedPage } from '../render/index.ts'
import { UserError } from '../util/error.ts'
import { packText } from '../util/packed-text.ts'
import { suggest } from '../util/suggest.ts'
import type {
  ConfigHook,
  Hook,
  HookEntry,
  HookPriority,
  ObsoleteHook,
  PageHook,
  PageWrittenHook,
  RenderedHook,
  SiteHook,
  TextHook,
  WrittenHook,
} from './hook-types.ts'
import { mapDocuments, mapPages } from './pages-of.ts'
import type { GeneratorContext, Plugin } from './plugin.ts'

/** The hooks of a site's plugins, as the stages of a build call them. */
export interface HookRunner {
  configure(config: Config): Config
  readonly initPage: (page: Page, context: GeneratorContext) => Page
  /** Every page and document that was read, then the site. */
  afterReading(site: Site, context: GeneratorContext): Promise<Site>
  /** The site, then every page and document. */
  beforeRendering(site: Site, context: GeneratorContext): Promise<Site>
  readonly afterConvert: PageTransform
  readonly afterRender: PageTransform
  afterRendering(rendered: readonly RenderedPage[], site: Site): readonly RenderedPage[]
  readonly obsolete: (paths: readonly string[]) => readonly string[]
  afterWriting(site: Site): Promise<void>
}

const PAGE_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write']
const EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['site', ['after_init', 'after_reset', 'post_read', 'pre_render', 'post_render', 'post_write']],
  ['clean', ['on_obsolete']],
])
const PRIORITIES: Readonly<Record<string, number>> = { low: 10, normal: 20, high: 30 }

type AnyHook = (...values: never[]) => unknown

const priorityOf = (priority: HookPriority | undefined): number =>
  typeof priority === 'number' ? priority : (PRIORITIES[priority ?? 'normal'] ?? 20)

const checkName = (name: string, plugin: Plugin, config: Config): void => {
  const owners = ['site', 'pages', 'posts', 'documents', 'clean', ...config.collections.keys()]
  const eventsOf = (owner: string): readonly string[] => EVENTS.get(owner) ?? PAGE_EVENTS
  const known = owners.flatMap((owner) => eventsOf(owner).map((event) => `${owner}:${event}`))
  if (known.includes(name)) return
  const [owner = ''] = name.split(':')
  throw new UserError(`There is no hook '${name}', which the plugin ${plugin.name} asks for`, {
    place: { path: plugin.name },
    advice:
      suggest(name, known) ??
      (owners.includes(owner)
        ? `The hooks of ${owner} are: ${eventsOf(owner).join(', ')}.`
        : `Hooks belong to ${[...new Set(owners)].join(', ')}.`),
  })
}

const runOf = (entry: HookEntry<AnyHook>, name: string, plugin: Plugin): AnyHook => {
  const run = typeof entry === 'object' && entry !== null ? entry.run : entry
  if (typeof run === 'function') return run
  throw new UserError(`The hook '${name}' of the plugin ${plugin.name} is no function`, {
    place: { path: plugin.name },
    advice: 'Give a function, or { priority, run } with a function as `run`.',
  })
}

type HookTable = ReadonlyMap<string, readonly AnyHook[]>

const tableOf = (plugins: readonly Plugin[], config: Config): HookTable => {
  const found = plugins.flatMap((plugin) =>
    Object.entries(plugin.hooks ?? {}).flatMap(([name, hook]) => {
      if (hook === undefined) return []
      checkName(name, plugin, config)
      const entries = (Array.isArray(hook) ? hook : [hook]) as readonly HookEntry<AnyHook>[]
      return entries.map((entry) => ({
        name,
        run: runOf(entry, name, plugin),
        priority: priorityOf(typeof entry === 'object' ? entry.priority : undefined),
      }))
    }),
  )
  const table = new Map<string, AnyHook[]>()
  for (const { name, run } of found.toSorted((a, b) => b.priority - a.priority)) {
    const hooks = table.get(name)
    if (hooks) hooks.push(run)
    else table.set(name, [run])
  }
  return table
}

const namesFor = (page: Page, event: string): string[] =>
  page.kind === 'page' ? [`pages:${event}`] : [`${page.collection}:${event}`, `documents:${event}`]

const get = <F extends Hook<never> | AnyHook>(table: HookTable, ...names: readonly string[]): readonly F[] =>
  names.flatMap((name) => table.get(name) ?? []) as unknown as readonly F[]

/** The runner for the hooks of `plugins`. @throws UserError for a hook that there is not. */
export const collectHooks = (plugins: readonly Plugin[], config: Config): HookRunner => {
  const table = tableOf(plugins, config)
  const hasPages = (event: string): boolean =>
    [...table.keys()].some((name) => name.endsWith(`:${event}`) && !name.startsWith('site:'))

  const pageChange =
    (event: string) =>
    (page: Page, context: GeneratorContext): Page =>
      get<PageHook>(table, ...namesFor(page, event)).reduce((now, hook) => hook(now, context) ?? now, page)
  const textChange =
    (event: string): PageTransform =>
    (page, text) =>
      get<TextHook>(table, ...namesFor(page, event)).reduce((now, hook) => hook(page, now) ?? now, text)
  const everyPage = (event: string, site: Site, context: GeneratorContext): Site => {
    if (!hasPages(event)) return site
    const change = (page: Page): Page => pageChange(event)(page, context)
    return mapPages(mapDocuments(site, change), change)
  }
  const siteChange = async (name: string, site: Site, context: GeneratorContext): Promise<Site> => {
    let current = site
    for (const hook of get<SiteHook>(table, name)) current = (await hook(current, context)) ?? current
    return current
  }

  return {
    configure: (config) =>
      get<ConfigHook>(table, 'site:after_init', 'site:after_reset').reduce((now, hook) => hook(now) ?? now, config),
    initPage: pageChange('post_init'),
    afterReading: (site, context) => siteChange('site:post_read', everyPage('post_init', site, context), context),
    beforeRendering: async (site, context) =>
      everyPage('pre_render', await siteChange('site:pre_render', site, context), context),
    afterConvert: textChange('post_convert'),
    afterRender: textChange('post_render'),
    afterRendering: (rendered, site) => {
      const own = new Set(rendered)
      return get<RenderedHook>(table, 'site:post_render')
        .reduce((now, hook) => hook(now, site) ?? now, rendered)
        .map((page) => (own.has(page) ? page : { ...page, packed: packText(page.output) }))
    },
    obsolete: (paths) => get<ObsoleteHook>(table, 'clean:on_obsolete').reduce((now, hook) => hook(now) ?? now, paths),
    afterWriting: async (site) => {
      const pages = hasPages('post_write') ? [...site.pages, ...documentsOf(site)].filter((page) => page.write) : []
      for (const page of pages)
        for (const hook of get<PageWrittenHook>(table, ...namesFor(page, 'post_write'))) await hook(page)
      for (const hook of get<WrittenHook>(table, 'site:post_write')) await hook(site)
    },
  }
}
