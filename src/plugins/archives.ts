// Archive pages of posts by year, month, day, category and tag. Counterpart: jekyll-archives.
import { createFrontMatterDefaults } from '../config/index.ts'
import { hashAt } from '../model/hash.ts'
import { sanitizeUrl } from '../model/permalink.ts'
import { type Page, postsOf, type Site } from '../model/site.ts'
import { isCivilDate } from '../util/calendar.ts'
import { identityKey } from '../util/compare.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { slugify } from '../util/slugify.ts'
import { strftime } from '../util/strftime.ts'
import { escapePath, unescapePath } from '../util/url.ts'
import { type DateValue, type Hash, hashOf, isArray, isHash, isTruthy, type Value } from '../util/value.ts'
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
  /** What the URL holds for each name; undefined: neither it nor the slash before it. */
  readonly placeholders: readonly (readonly [string, string | undefined])[]
  readonly posts: readonly Page[]
}

const isEnabled = (settings: Hash, kind: 'year' | 'month' | 'day' | 'categories' | 'tags'): boolean => {
  const enabled = settings.get('enabled')
  if (enabled === true || enabled === 'all') return true
  return isArray(enabled) && enabled.includes(kind)
}

/** Posts by key; keys and posts in the order of `posts`. */
const groupBy = <T extends Value>(posts: readonly Page[], keysOf: (post: Page) => readonly T[]): [T, Page[]][] => {
  const groups = new Map<unknown, [T, Page[]]>()
  for (const post of posts) {
    for (const key of keysOf(post)) {
      const same = identityKey(key)
      const group = groups.get(same)
      if (group) group[1].push(post)
      else groups.set(same, [key, [post]])
    }
  }
  return [...groups.values()]
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
  return groups.flatMap(([key, found]) => {
    const group = outer.length === 0 ? found.toReversed() : found
    const values = [...outer, key]
    const [year = 1970, month = 1, day = 1] = values.map(Number)
    const inner = dateArchives(group, settings, values)
    if (!isEnabled(settings, kind)) return inner
    const placeholders = values.map((value, i) => [LEVELS[i]?.[0] ?? kind, value] as const)
    return [{ kind, title: undefined, date: { kind: 'date', year, month, day }, placeholders, posts: group }, ...inner]
  })
}

/** quirk(jekyll-archives): a hash is taken for the year, month and day of a date, with whatever keys. */
const dateOf = (label: Hash): DateValue => {
  const [year = -4712, month = 1, day = 1] = [...label.values()].map((value) => Number.parseInt(textOf(value), 10) || 0)
  if (!isCivilDate(year, month, day))
    throw new UserError(`The label ${inspect(label)} is taken for a date, and is none`)
  return { kind: 'date', year, month, day }
}

/** What a label makes of its archive. quirk(jekyll-archives): only a text has a title and a place in the URL. */
const partsOf = (label: Value, mode: Value): Pick<Archive, 'title' | 'date' | 'placeholders'> => {
  if (isHash(label)) {
    const placeholders = [...label].map(
      ([key, value]) => [textOf(key), value === null ? undefined : textOf(value)] as const,
    )
    return { title: undefined, date: dateOf(label), placeholders }
  }
  const title = typeof label === 'string' ? label : undefined
  const slug = title === undefined ? undefined : slugify(title, isTruthy(mode) ? textOf(mode) : 'default')
  return { title, date: undefined, placeholders: [['name', slug]] }
}

const namedArchives = (posts: readonly Page[], settings: Hash): Archive[] => {
  const mode = settings.get('slug_mode')
  const kinds = [
    ['tag', 'tags'],
    ['category', 'categories'],
  ] as const
  return kinds.flatMap(([kind, key]): Archive[] => {
    if (!isEnabled(settings, key)) return []
    const labels = (post: Page): readonly Value[] => {
      const list = post.data.get(key)
      return isArray(list) ? list : []
    }
    return groupBy(posts, labels).map(([label, found]) => ({
      kind,
      ...partsOf(label, mode),
      posts: found.toReversed(),
    }))
  })
}

const urlOf = (archive: Archive, settings: Hash): string => {
  const own = hashAt(settings, 'permalinks')?.get(archive.kind)
  let url = own === undefined || own === null ? PERMALINKS[archive.kind] : textOf(own)
  for (const [name, value] of [...archive.placeholders, ['type', archive.kind] as const])
    url = value === undefined ? url.replaceAll(`/:${name}`, '') : url.replaceAll(`:${name}`, () => escapePath(value))
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
