// A page for every tag, category and collection, made of a layout and paginated. Counterpart: AutoPages of jekyll-paginate-v2.
import { createFrontMatterDefaults } from '../config/index.ts'
import { deepMerge, hashAt } from '../model/hash.ts'
import type { Layout, Page, Site } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { slugify } from '../util/slugify.ts'
import { type Hash, hashOf, isArray, isHash, isTruthy, type Value } from '../util/value.ts'
import { withEntries } from './pages-of.ts'
import { joinUrl } from './pagination-pages.ts'
import { isListed, listedDocs, namesIn } from './pagination-posts.ts'
import type { GeneratorContext } from './plugin.ts'

interface Kind {
  /** The section of the settings. */
  readonly section: string
  readonly placeholder: string
  /** The pagination setting that chooses the documents. */
  readonly setting: string
}

const KINDS: readonly Kind[] = [
  { section: 'tags', placeholder: ':tag', setting: 'tag' },
  { section: 'categories', placeholder: ':cat', setting: 'category' },
  { section: 'collections', placeholder: ':coll', setting: 'collection' },
]

const defaultsFor = (layout: string, title: string, permalink: string): Hash =>
  hashOf({ layouts: [layout], title, permalink, enabled: true, slugify: hashOf({ mode: 'none', cased: false }) })

const DEFAULTS = hashOf({
  enabled: false,
  tags: defaultsFor('autopage_tags.html', 'Posts tagged with :tag', '/tag/:tag'),
  categories: defaultsFor('autopage_category.html', 'Posts in category :cat', '/category/:cat'),
  collections: defaultsFor('autopage_collection.html', 'Posts in collection :coll', '/collection/:coll'),
})

const refuseOthers = (value: Value, doc: Page): void => {
  if (value === null || value === undefined || typeof value === 'string' || (isHash(value) && value.size === 0)) return
  const other = isArray(value) ? value.find((name) => typeof name !== 'string') : value
  if (other === undefined) return
  throw new UserError(`Pages are made for labels that are texts, and ${inspect(other)} is none`, {
    place: { path: doc.relativePath },
    advice: 'Put it in quotes.',
  })
}

/** What documents name, in small letters, with the first way in which it is written. */
const namesOf = (site: Site, kind: Kind): Map<string, string> => {
  const names = new Map<string, string>()
  for (const label of site.collections.keys()) {
    for (const doc of listedDocs(site, label)) {
      const value = kind.section === 'collections' ? label : doc.data.get(kind.section)
      refuseOthers(value, doc)
      for (const shown of namesIn(value)) {
        const name = shown.toLowerCase().trim()
        if (!names.has(name)) names.set(name, shown)
      }
    }
  }
  return names
}

const formatter = (settings: Hash, kind: Kind, name: string): ((text: string) => string) => {
  const mode = hashAt(settings, 'slugify')?.get('mode')
  const slug = isTruthy(mode) ? slugify(name, textOf(mode)) : slugify(name, 'default')
  return (text) => text.replace(kind.placeholder, () => slug)
}

interface Auto {
  readonly kind: Kind
  readonly name: string
  readonly shown: string
  readonly settings: Hash
  readonly layoutFile: string
}

/** A layout that does not exist is an empty one. */
const NO_LAYOUT: Pick<Layout, 'data' | 'content'> = { data: new Map(), content: '' }

const nameOf = (layoutFile: string): string => layoutFile.replace(/\.[^.]*$/, '')

const createAutoPage = (auto: Auto, pagination: Hash, site: Site, context: GeneratorContext): Page => {
  const { kind, settings, layoutFile } = auto
  const layoutName = nameOf(layoutFile)
  const layout = site.layouts.get(layoutName) ?? NO_LAYOUT
  const format = formatter(settings, kind, auto.name)
  const own = deepMerge(settings, hashAt(layout.data, 'autopages') ?? new Map())
  const permalink = format(textOf(own.get('permalink')))
  const paging = deepMerge(pagination, hashAt(layout.data, 'pagination') ?? new Map())
  const data = new Map(layout.data)
    .set('permalink', permalink)
    .set('layout', layoutName)
    .set('title', format(textOf(own.get('title'))))
    .set('pagination', paging.set(kind.setting, auto.name))
    .set('autopage', hashOf({ layout_path: `_layouts/${layoutFile}`, display_name: auto.shown }))
  const url = joinUrl(permalink, 'index.html')
  const page = context.createPage(url.slice(1), data, layout.content)
  const defaults = createFrontMatterDefaults(site.config).all(`_layouts/${layoutFile}`, 'pages')
  const shown = { shownPath: page.name, contentless: layout === NO_LAYOUT, excerpt: undefined }
  return { ...page, url, outputPath: url.slice(1), defaults, ...shown }
}

// quirk(jekyll-paginate-v2): the label of its collection stays among what a listed document says of itself.
const withLabels = (site: Site): Site => ({
  ...site,
  collections: new Map(
    [...site.collections].map(([label, collection]) => {
      const docs = collection.docs.map((doc) => (isListed(doc) ? withEntries(doc, { __coll: label }) : doc))
      return [label, { ...collection, docs }]
    }),
  ),
})

/** The site with the pages that `autopages` asks for: templates still to be paginated, with `pagination` and their layout's own settings. */
export const withAutoPages = (site: Site, pagination: Hash, context: GeneratorContext): Site => {
  const all = deepMerge(DEFAULTS, hashAt(site.config.data, 'autopages') ?? new Map())
  if (!isTruthy(all.get('enabled'))) return site
  const missing = new Set<string>()
  const pages = KINDS.flatMap((kind) => {
    const settings = all.get(kind.section)
    if (!isHash(settings) || !isTruthy(settings.get('enabled'))) return []
    const layouts = settings.get('layouts')
    return [...namesOf(site, kind)].flatMap(([name, shown]) =>
      (isArray(layouts) ? layouts : []).map((layout) => {
        const layoutFile = textOf(layout)
        if (!site.layouts.has(nameOf(layoutFile))) missing.add(layoutFile)
        return createAutoPage({ kind, name, shown, settings, layoutFile }, pagination, site, context)
      }),
    )
  })
  for (const layout of missing)
    context.warn({
      message: `The layout ${layout}, which \`autopages\` makes pages of, does not exist`,
      place: { path: '_config.yml' },
      advice: 'Write it, name another under `layouts`, or switch that kind of page off with `enabled: false`.',
    })
  return withLabels({ ...site, pages: [...site.pages, ...pages] })
}
