// Pages of posts: `paginate: N` over an index.html. Counterpart: jekyll-paginate.
import nodePath from 'node:path'
import { type Listing, type Page, postsOf, type Site } from '../model/site.ts'
import { isTruthy } from '../util/value.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'

const leading = (path: string): string => (path.startsWith('/') ? path : `/${path}`)

// The template is the index.html nearest to the pages it makes: in their folder or one above it.
const findTemplate = (site: Site, paginatePath: string): Page | undefined => {
  const folder = nodePath.posix.dirname(leading(paginatePath))
  const isAbove = (dir: string): boolean => dir === folder || folder.startsWith(dir === '/' ? '/' : `${dir}/`)
  return site.pages
    .filter(
      (page) =>
        page.name === 'index.html' &&
        isAbove(leading(nodePath.posix.dirname(page.relativePath)).replace(/^\/\.$/, '/')),
    )
    .toSorted((a, b) => b.relativePath.length - a.relativePath.length)[0]
}

export const paginate: PluginFactory = (config) => {
  const perPage = Number(config.data.get('paginate') ?? 0)
  const paginatePath = String(config.data.get('paginate_path') ?? '/page:num')
  const generate = (site: Site, context: GeneratorContext): Site => {
    if (!(perPage > 0) || site.pages.length === 0) return site
    const template = findTemplate(site, paginatePath)
    if (!template) {
      context.warn({
        message:
          "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
        place: { path: '_config.yml' },
      })
      return site
    }
    const posts = postsOf(site)
      .toReversed()
      .filter((post) => !isTruthy(post.data.get('hidden')))
    const total = Math.ceil(posts.length / perPage)
    const pathOf = (number: number): string | null =>
      number < 1 || number > total
        ? null
        : number === 1
          ? template.url
          : leading(paginatePath.replace(':num', String(number)))
    const pagerOf = (number: number): Listing => ({
      posts: posts.slice((number - 1) * perPage, number * perPage),
      values: new Map<string, number | string | null>([
        ['page', number],
        ['per_page', perPage],
        ['posts', null],
        ['total_posts', posts.length],
        ['total_pages', total],
        ['previous_page', number > 1 ? number - 1 : null],
        ['previous_page_path', pathOf(number - 1)],
        ['next_page', number < total ? number + 1 : null],
        ['next_page_path', pathOf(number + 1)],
      ]),
    })
    const pages = site.pages.map((page) => (page === template && total > 0 ? { ...page, paging: pagerOf(1) } : page))
    const more = Array.from({ length: Math.max(0, total - 1) }, (_, i) => {
      const number = i + 2
      const folder = pathOf(number) ?? '/'
      const page = context.movePage(template, folder.replace(/\/$/, ''))
      return { ...page, paging: pagerOf(number), generated: true }
    })
    return { ...site, pages: [...pages, ...more] }
  }
  return { name: 'jekyll-paginate', priority: -2, generate }
}
