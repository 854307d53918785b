// Archive pages of posts by year, month, day, category and tag. Counterpart: jekyll-archives.
import { createFrontMatterDefaults } from '../config/index.ts'
import { hashAt } from '../model/hash.ts'
import { sanitizeUrl } from '../model/permalink.ts'
import { type Page, postsOf, type Site } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { slugify } from '../util/slugify.ts'
import { strftime } from '../util/strftime.ts'
import { escapePath, unescapePath } from '../util/url.ts'
import { type DateValue, type Hash, hashOf, isArray, isTruthy, type Value } from '../util/value.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { pluginSettings } from './settings.ts'

type Kind = 'year' | 'month' | 'day' | 'category' | 'tag'

const PERMALINKS: Readonly<Record<Kind, string>> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  category: '/category/:name/',
  tag: '/tag/:name/',
}

interface Archive {
  readonly kind: Kind
  readonly title: string | undefined
  readonly date: DateValue | undefined
  readonly placeholders: readonly (readonly [string, string])[]
  readonly posts: readonly Page[]
}

const isEnabled = (settings: Hash, kind: 'year' | 'month' | 'day' | 'categories' | 'tags'): boolean => {
  const enabled = settings.get('enabled')
  if (enabled === true || enabled === 'all') return true
  return isArray(enabled) && enabled.includes(kind)
}

/** Posts by key; keys and posts in the order of `posts`. */
const groupBy = (posts: readonly Page[], keysOf: (post: Page) => readonly string[]): Map<string, Page[]> => {
  const groups = new Map<string, Page[]>()
  for (const post of posts) {
    for (const key of keysOf(post)) {
      const group = groups.get(key)
      if (group) group.push(post)
      else groups.set(key, [post])
    }
  }
  return groups
}

const LEVELS = [
  ['year', '%Y'],
  ['month', '%m'],
  ['day', '%d'],
] as const

/** A year is followed by its months, and a month by its days, newest first; years begin with the oldest. */
const dateArchives = (posts: readonly Page[], settings: Hash, outer: readonly string[] = []): Archive[] => {
  const [kind, format] = LEVELS[outer.length] ?? []
  if (kind === undefined || format === undefined) return []
  const groups = groupBy(posts, (post) => (post.date ? [strftime(post.date, format)] : []))
  return [...groups].flatMap(([key, found]) => {
    const group = outer.length === 0 ? found.toReversed() : found
    const values = [...outer, key]
    const [year = 1970, month = 1, day = 1] = values.map(Number)
    const inner = dateArchives(group, settings, values)
    if (!isEnabled(settings, kind)) return inner
    const placeholders = values.map((value, i) => [LEVELS[i]?.[0] ?? kind, value] as const)
    return [{ kind, title: undefined, date: { kind: 'date', year, month, day }, placeholders, posts: group }, ...inner]
  })
}

const namedArchives = (posts: readonly Page[], settings: Hash): Archive[] => {
  const mode = settings.get('slug_mode')
  const kinds = [
    ['tag', 'tags'],
    ['category', 'categories'],
  ] as const
  return kinds.flatMap(([kind, key]): Archive[] => {
    if (!isEnabled(settings, key)) return []
    const values = (post: Page): string[] => {
      const list = post.data.get(key)
      return isArray(list) ? list.map(textOf) : []
    }
    return [...groupBy(posts, values)].map(([title, found]) => {
      const group = found.toReversed()
      // quirk(jekyll-archives): a label that is no text has neither a title nor a place in the URL.
      const isText = group.some((post) => (post.data.get(key) as readonly Value[]).includes(title))
      const slug = isText ? slugify(title, isTruthy(mode) ? textOf(mode) : 'default') : ''
      return {
        kind,
        title: isText ? title : undefined,
        date: undefined,
        placeholders: [['name', slug] as const],
        posts: group,
      }
    })
  })
}

const urlOf = (archive: Archive, settings: Hash): string => {
  const own = hashAt(settings, 'permalinks')?.get(archive.kind)
  let url = own === undefined || own === null ? PERMALINKS[archive.kind] : textOf(own)
  for (const [name, value] of [...archive.placeholders, ['type', archive.kind] as const])
    url = url.replaceAll(`:${name}`, () => escapePath(value))
  return sanitizeUrl(url)
}

const layoutOf = (archive: Archive, settings: Hash): Value =>
  hashAt(settings, 'layouts')?.get(archive.kind) ?? settings.get('layout') ?? 'archive'

const createArchive = (archive: Archive, settings: Hash, context: GeneratorContext): Page => {
  const url = urlOf(archive, settings)
  const path = unescapePath(url).replace(/^\//, '') + (url.endsWith('/') ? 'index.html' : '')
  const page = context.createPage(path, hashOf({ layout: layoutOf(archive, settings), permalink: url }), '')
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const values = new Map<string, Value>([
    ['posts', null],
    ['type', archive.kind],
    ['title', archive.title ?? null],
    ['date', archive.date ?? null],
    ['name', name],
    ['path', path],
    ['url', page.url],
    ['permalink', null],
  ])
  const data = new Map([...page.data].filter(([key]) => key !== 'permalink'))
  return { ...page, data, listing: { posts: archive.posts, values }, generated: true }
}

export const archives: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'jekyll-archives')
  const generate = (site: Site, context: GeneratorContext): Site => {
    const posts = postsOf(site)
    const found = [...namedArchives(posts, settings), ...dateArchives(posts, settings)]
    // quirk(jekyll-archives): an archive's own type, such as 'tag', is what the scopes of front-matter defaults are compared with.
    const defaults = createFrontMatterDefaults(config)
    const pages = found.map((archive) => {
      const page = createArchive(archive, settings, context)
      return { ...page, defaults: defaults.all(page.relativePath, archive.kind) }
    })
    return { ...site, pages: [...site.pages, ...pages] }
  }
  return { name: 'jekyll-archives', generate }
}
