// Pages of posts and of any collection, for every page with `pagination: {enabled: true}`. Counterpart: jekyll-paginate-v2.
import { deepMerge, hashAt } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { type Hash, hashOf, isHash, isTruthy } from '../util/value.ts'
import { withAutoPages } from './auto-pages.ts'
import { paginateTemplate } from './pagination-pages.ts'
import { createDocumentFinder } from './pagination-posts.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const DEFAULTS = hashOf({
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: hashOf({ before: 0, after: 0 }),
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
})

const templateSettings = (page: Page): Hash | undefined => {
  const own = ownOrDefault(page, 'pagination')
  return isHash(own) && isTruthy(own.get('enabled')) ? own : undefined
}

// The old way of writing a title's addition.
const withoutSuffix = (settings: Hash): Hash => {
  const suffix = settings.get('title_suffix')
  if (suffix === null || suffix === undefined) return settings
  const title = settings.get('title') ?? `:title${textOf(suffix)}`
  return new Map([...settings, ['title', title] as const].filter(([key]) => key !== 'title_suffix'))
}

const paginateAll = (site: Site, settings: Hash, context: GeneratorContext): Site => {
  const templates = site.pages.filter((page) => templateSettings(page) !== undefined)
  if (templates.length === 0) {
    context.warn({
      topic: 'Pagination:',
      message:
        "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
      place: { path: '_config.yml' },
    })
    return site
  }
  const find = createDocumentFinder(site)
  const made = templates.flatMap((template) => {
    const own = withoutSuffix(deepMerge(settings, templateSettings(template) ?? new Map()))
    return paginateTemplate(template, find(own), own, site.config.data.get('title') ?? null)
  })
  const gone = new Set(templates)
  return { ...site, pages: [...site.pages.filter((page) => !gone.has(page)), ...made] }
}

const refuseOldSettings = (): never => {
  throw new UserError("jekyll-paginate-v2 no longer reads the settings of jekyll-paginate ('paginate')", {
    place: { path: '_config.yml' },
    advice:
      "Write 'pagination: { enabled: true, per_page: N }' instead, and 'pagination: { enabled: true }' in the page.",
  })
}

export const paginateV2: PluginFactory = (config) => {
  const own = hashAt(config.data, 'pagination')
  const settings = deepMerge(DEFAULTS, own ?? new Map())
  return {
    name: 'jekyll-paginate-v2',
    priority: -2,
    generate: (site, context) => {
      const old = config.data.get('paginate')
      const whole = withAutoPages(site, settings, context)
      if (old !== null && old !== undefined) refuseOldSettings()
      return isTruthy(settings.get('enabled')) ? paginateAll(whole, settings, context) : whole
    },
  }
}
