// URLs from permalink templates (Jekyll's URL, UrlDrop and Page#template).
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { slugify } from '../util/slugify.ts'
import { strftime } from '../util/strftime.ts'
import { escapePath } from '../util/url.ts'
import type { DateValue, TimeValue, Value } from '../util/value.ts'

const STYLES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
])

/** The posts' template for a `permalink` setting: a style's name or a template itself. */
export const permalinkOfStyle = (style: string): string => STYLES.get(style) ?? style

/** The end that a site's permalink style puts on the templates of pages and collections. */
export const withPermalinkSuffix = (template: string, style: string): string => {
  if (style === 'pretty') return `${template}/`
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`
  if (style.endsWith('/')) return `${template}/`
  return style.endsWith(':output_ext') ? `${template}:output_ext` : template
}

/** No `..`, no `./`, single slashes, one in front. */
export const sanitizeUrl = (url: string): string =>
  `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')

/** What Jekyll takes for a page in HTML; the extension with its dot. */
export const isHtmlExtension = (extension: string): boolean => ['.html', '.xhtml', '.htm'].includes(extension)

/** The URL of a page: its `permalink`, or the template for its kind. */
export const pageUrl = (page: {
  readonly permalink: string | undefined
  readonly dir: string
  readonly basename: string
  readonly outputExtension: string
  readonly style: string
}): string => {
  const html = isHtmlExtension(page.outputExtension)
  const template = html
    ? page.basename === 'index'
      ? '/:path/'
      : withPermalinkSuffix('/:path/:basename', page.style)
    : '/:path/:basename:output_ext'
  let url = page.permalink ?? template
  const placeholders: [string, string][] = [
    [':path', page.dir],
    [':basename', page.basename],
    [':output_ext', page.outputExtension],
  ]
  for (const [name, value] of placeholders) if (url.includes(':')) url = url.replaceAll(name, () => escapePath(value))
  return sanitizeUrl(url)
}

/** What a document offers to its URL's placeholders. */
export interface UrlSource {
  /** Shown in errors. */
  readonly relativePath: string
  readonly collection: string
  /** The path within the collection without extension, with a leading slash. */
  readonly cleanedPath: string
  readonly basename: string
  readonly slug: Value
  readonly categories: readonly Value[]
  /** undefined where the document has a text for its date. */
  readonly date: TimeValue | DateValue | undefined
  readonly outputExtension: string
}

// Jekyll fails on a slug that is no text, though only where the URL is to hold it.
const slugOf = ({ slug, basename, relativePath }: UrlSource): string => {
  if (slug === null || slug === undefined) return basename
  if (typeof slug === 'string') return slug
  throw new UserError(`The slug ${inspect(slug)} is not a text`, {
    place: { path: relativePath },
    advice: 'Put it in quotes.',
  })
}

const TIME_FORMATS: ReadonlyMap<string, string> = new Map([
  ['year', '%Y'],
  ['month', '%m'],
  ['day', '%d'],
  ['hour', '%H'],
  ['minute', '%M'],
  ['second', '%S'],
  ['i_day', '%-d'],
  ['i_month', '%-m'],
  ['short_month', '%b'],
  ['long_month', '%B'],
  ['short_year', '%y'],
  ['w_year', '%G'],
  ['week', '%V'],
  ['w_day', '%u'],
  ['short_day', '%a'],
  ['long_day', '%A'],
  ['y_day', '%j'],
])

const PLACEHOLDERS: Readonly<Record<string, (source: UrlSource) => string>> = {
  collection: (source) => source.collection,
  path: (source) => source.cleanedPath,
  output_ext: (source) => source.outputExtension,
  name: (source) => slugify(source.basename),
  title: (source) => slugify(slugOf(source), 'pretty', true),
  slug: (source) => slugify(slugOf(source)),
  categories: (source) => [...new Set(source.categories.map((category) => textOf(category).toLowerCase()))].join('/'),
  slugified_categories: (source) =>
    [...new Set(source.categories.map((category) => slugify(textOf(category))))].join('/'),
}

const dateOf = ({ date, relativePath }: UrlSource): TimeValue | DateValue => {
  if (date !== undefined) return date
  throw new UserError(`The date of ${relativePath} is a text, and the URL asks for a part of it`, {
    place: { path: relativePath },
    advice: 'A document in YAML needs a date without quotes: 2024-03-01 14:30:00 +0100.',
  })
}

const placeholderValue = (name: string, source: UrlSource): string | undefined => {
  const format = TIME_FORMATS.get(name)
  if (format !== undefined) return strftime(dateOf(source), format)
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]?.(source) : undefined
}

/**
 * The URL of a document from its permalink or its collection's template.
 * @throws UserError where the template names a placeholder that there is not.
 */
export const documentUrl = (template: string, source: UrlSource): string =>
  sanitizeUrl(
    template.replace(/:([a-z_]+)/g, (_, name: string) => {
      for (const key of name.endsWith('_') ? [name, name.replace(/_$/, '')] : [name]) {
        const value = placeholderValue(key, source)
        if (value !== undefined) return escapePath(value) + (key === name ? '' : '_')
      }
      throw new UserError(`The URL template doesn't have ${name} keys. Check your permalink template!`, {
        place: { path: source.relativePath },
        advice: `The permalink is "${template}". Placeholders are ${[...Object.keys(PLACEHOLDERS), ...TIME_FORMATS.keys()].map((key) => `:${key}`).join(' ')}.`,
      })
    }),
  )

/** The permalink in front matter, where it is one. @throws UserError for what is no text. */
export const permalinkOf = (value: Value, path: string): string | undefined => {
  if (value === null || value === undefined || value === false) return undefined
  if (typeof value === 'string') return value
  throw new UserError(`The permalink ${inspect(value)} is not a text`, {
    place: { path },
    advice: 'Put it in quotes.',
  })
}
