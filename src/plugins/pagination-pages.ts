// The pages that jekyll-paginate-v2 makes of one template, with their paginators. Counterpart: PaginationPage, Paginator and PageTrail.
import { deepMerge } from '../model/hash.ts'
import type { Listing, Page } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { unescapePath } from '../util/url.ts'
import { type Hash, hashOf, isHash, isTruthy, type Value } from '../util/value.ts'
import { ownOrDefault } from './settings.ts'

export const joinUrl = (first: string, second: string): string =>
  `${first.replace(/\/+$/, '')}/${second.replace(/^\/+/, '')}`

const extensionOf = (path: string): string => /[^/.][^/]*?(\.[^./]+)$/.exec(path)?.[1] ?? ''
const toInteger = (value: Value): number => Math.trunc(Number.parseFloat(textOf(value))) || 0
const once = (text: string, placeholder: string, value: string | number): string =>
  text.replace(placeholder, () => String(value))

const withNumbers = (text: string, number: number, total: number): string =>
  once(once(text, ':num', number), ':max', total)

const fullPath = (url: string, index: string, extension: string): string => {
  if (url.endsWith('/')) return url + index + extension
  return url.includes('.') ? url : url + index
}

/** What all pages of a template share. */
interface Series {
  readonly template: Page
  readonly settings: Hash
  readonly docs: readonly Page[]
  readonly total: number
  /** The name of index pages and their extension, '' where the settings give none. */
  readonly index: string
  readonly extension: string
  readonly siteTitle: Value
}

const folderOf = (url: string): string => (url.endsWith('/') ? url : url.slice(0, url.lastIndexOf('/') + 1))

const addressesOf = ({ template, settings }: Series): { readonly first: string; readonly numbered: string } => {
  const permalink = ownOrDefault(template, 'permalink')
  const first = (isTruthy(permalink) ? textOf(permalink) : folderOf(template.url)).replace(/([^/]|^)$/, '$1/')
  return { first, numbered: joinUrl(first, textOf(settings.get('permalink'))) }
}

const pathOfPage = (series: Series, number: number): string => {
  const { first, numbered } = addressesOf(series)
  const path = fullPath(number === 1 ? first : numbered, series.index || 'index', series.extension || '.html')
  return withNumbers(path, number, series.total)
}

const pagerOf = (series: Series, number: number): Listing => {
  const { docs, total, index, extension, settings } = series
  const plain = addressesOf(series)
  const named = (url: string): string => (index === '' ? url : fullPath(url, index, extension))
  const pathTo = (page: number): string => withNumbers(named(page === 1 ? plain.first : plain.numbered), page, total)
  const perPage = toInteger(settings.get('per_page'))
  const start = (number - 1) * perPage
  return {
    posts: docs.slice(start, start + perPage),
    values: new Map<string, Value>([
      ['per_page', perPage],
      ['posts', null],
      ['total_posts', docs.length],
      ['total_pages', total],
      ['page', number],
      ['page_path', pathOfPage(series, number)],
      ['previous_page', number > 1 ? number - 1 : null],
      ['previous_page_path', number > 1 ? pathTo(number - 1) : null],
      ['next_page', number < total ? number + 1 : null],
      ['next_page_path', number < total ? withNumbers(named(plain.numbered), number + 1, total) : null],
      ['first_page', 1],
      ['first_page_path', pathTo(1)],
      ['last_page', total],
      ['last_page_path', withNumbers(named(plain.numbered), total, total)],
      ['page_trail', null],
    ]),
  }
}

const titleOf = ({ template, settings, siteTitle, total }: Series, number: number): Value => {
  const own = ownOrDefault(template, 'title')
  const title = isTruthy(own) ? own : siteTitle
  if (number === 1) return title ?? null
  return withNumbers(once(textOf(settings.get('title')), ':title', textOf(title)), number, total)
}

const dataOf = (series: Series, number: number, path: string): Hash => {
  const { template, total } = series
  const data = deepMerge(template.data, new Map())
  const auto = template.data.get('autopage')
  if (isHash(auto)) data.set('autopages', auto)
  data.set('pagination_info', hashOf({ curr_page: number, total_pages: total }))
  if (isTruthy(ownOrDefault(template, 'permalink'))) data.set('permalink', path)
  data.set('title', titleOf(series, number))
  if (number > 1) data.set('autogen', 'jekyll-paginate-v2')
  return data
}

const createPage = (series: Series, number: number): Page => {
  const { template, index, extension } = series
  const path = pathOfPage(series, number)
  const url = path.endsWith(extension) ? path : path + extension
  const data = dataOf(series, number, path)
  const permalink = data.get('permalink')
  // quirk(jekyll-paginate-v2): without `indexpage` a page's name is `.html`, whose extension is none: nothing converts it.
  const name = index + extension
  const ending = extensionOf(name)
  const output = typeof permalink === 'string' && !permalink.endsWith('/') ? extensionOf(permalink) : ending
  const file = unescapePath(url).replace(/^\//, '')
  const isAutomatic = isTruthy(template.data.get('autopage'))
  return {
    ...template,
    dir: '',
    name,
    basename: ending === '' ? name : name.slice(0, -ending.length),
    extension: ending,
    data,
    content: isAutomatic ? '' : template.content,
    contentless: isAutomatic,
    url,
    outputExtension: output,
    outputPath: file.endsWith(output) ? file : file + output,
    // quirk(jekyll-paginate-v2): it is in no folder.
    shownPath: name,
    paging: pagerOf(series, number),
    generated: true,
  }
}

/** The numbers, paths and titles of the pages around each page. */
const withTrails = (pages: readonly Page[], settings: Hash): readonly Page[] => {
  const trail = settings.get('trail')
  if (!isHash(trail) || pages.length < 2) return pages
  const before = Math.max(0, toInteger(trail.get('before')))
  const after = Math.max(0, toInteger(trail.get('after')))
  if (before + after === 0) return pages
  const length = before + after + 1
  const stops = pages.map(({ paging, data }, i) =>
    hashOf({ num: i + 1, path: paging?.values.get('page_path') ?? null, title: data.get('title') ?? null }),
  )
  return pages.map((page, i) => {
    const end = Math.min(Math.max(0, i - before) + length, pages.length)
    const shown = stops.slice(Math.max(0, Math.min(Math.max(0, i - before), end - length)), end)
    const { posts = [], values = new Map<string, Value>() } = page.paging ?? {}
    return { ...page, paging: { posts, values: new Map(values).set('page_trail', shown) } }
  })
}

/** The pages that take a template's place: one at least, even where there is nothing to list. */
export const paginateTemplate = (
  template: Page,
  docs: readonly Page[],
  settings: Hash,
  siteTitle: Value,
): readonly Page[] => {
  const pages = Math.ceil(docs.length / Math.max(1, toInteger(settings.get('per_page'))))
  const limit = toInteger(settings.get('limit'))
  const extension = settings.get('extension')
  const index = settings.get('indexpage')
  const series: Series = {
    template,
    settings,
    docs,
    siteTitle,
    total: Math.max(1, limit > 0 ? Math.min(limit, pages) : pages),
    index: isTruthy(index) ? (textOf(index).split('.')[0] ?? '') : '',
    extension: isTruthy(extension) ? textOf(extension).replace(/^\.?/, '.') : '',
  }
  const made = Array.from({ length: series.total }, (_, i) => createPage(series, i + 1))
  return withTrails(made, settings)
}
