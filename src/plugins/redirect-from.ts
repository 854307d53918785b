// Old addresses that lead to new ones: `redirect_from` and `redirect_to`. Counterpart: jekyll-redirect-from.
import { existsSync } from 'node:fs'
import { hashAt } from '../model/hash.ts'
import { documentsOf, type Layout, type Page, type Site } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { inspect } from '../util/inspect.ts'
import { joinPath } from '../util/path.ts'
import { hashOf, isArray, isTruthy, type Value } from '../util/value.ts'
import { mapDocuments, mapPages } from './pages-of.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'
import { absoluteUrl } from './urls.ts'

const REDIRECT = [
  '<!DOCTYPE html>',
  '<html lang="en-US">',
  '  <meta charset="utf-8">',
  '  <title>Redirecting&hellip;</title>',
  '  <link rel="canonical" href="{{ page.redirect.to }}">',
  '  <script>location="{{ page.redirect.to }}"</script>',
  '  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">',
  '  <meta name="robots" content="noindex">',
  '  <h1>Redirecting&hellip;</h1>',
  '  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>',
  '</html>',
  '',
].join('\n')

const redirectLayout: Layout = {
  name: 'redirect',
  path: '_layouts/redirect.html',
  relativePath: '_layouts/redirect.html',
  extension: '.html',
  data: new Map(),
  content: REDIRECT,
  line: 1,
}

const isThere = (value: Value): boolean => value !== null && value !== undefined

/** An address in front matter. Jekyll's build stops at what is no text. */
const addressIn = (page: Page, key: string, value: Value): string => {
  if (typeof value === 'string') return value
  throw new UserError(`The ${key} ${inspect(value)} is not a text`, {
    place: { path: page.relativePath },
    advice: `Write an address: \`${key}: /old/\`.`,
  })
}

const comesFrom = (page: Page): string[] => {
  const named = ownOrDefault(page, 'redirect_from')
  return (isArray(named) ? named : [named]).filter(isThere).map((item) => addressIn(page, 'redirect_from', item))
}

/** Where a page leads: the first that is named, unless that is false, which undoes a default. */
const leadsTo = (page: Page): string | undefined => {
  const named = ownOrDefault(page, 'redirect_to')
  const first = isArray(named) ? named.find(isThere) : named
  return isTruthy(first) ? addressIn(page, 'redirect_to', first) : undefined
}

const withLayout = (site: Site): Site =>
  site.layouts.has('redirect') ? site : { ...site, layouts: new Map(site.layouts).set('redirect', redirectLayout) }

export const redirectFrom: PluginFactory = (config) => {
  const wantsJson = hashAt(config.data, 'redirect_from')?.get('json') !== false
  const target = (to: string): string => (/^https?:\/\//.test(to) ? to : absoluteUrl(to, config))
  const redirectData = (from: string, to: string) =>
    hashOf({ sitemap: false, layout: 'redirect', permalink: from, redirect: hashOf({ from, to: target(to) }) })
  const leading = (path: string): string => (path.startsWith('/') ? path : `/${path}`)
  const generate = (site: Site, context: GeneratorContext): Site => {
    const redirects = new Map<string, string>()
    const added: Page[] = []
    const collect = (page: Page): void => {
      for (const path of comesFrom(page)) {
        const from = leading(path)
        added.push(
          context.withData(
            { ...context.createPage('redirect.html', new Map(), ''), generated: true },
            redirectData(from, page.url),
            '',
          ),
        )
        redirects.set(from, target(page.url))
      }
      const to = leadsTo(page)
      if (to !== undefined) redirects.set(page.url, target(to))
    }
    for (const doc of documentsOf(site)) if (doc.write) collect(doc)
    site.pages.forEach(collect)
    const redirect = (page: Page): Page => {
      const to = leadsTo(page)
      if (to === undefined || (page.kind === 'document' && !page.write)) return page
      return { ...page, data: new Map([...page.data, ...redirectData(page.url, to)]), content: '' }
    }
    const changed = mapDocuments(mapPages(withLayout(site), redirect), redirect)
    if (wantsJson && !existsSync(joinPath(config.source, 'redirects.json'))) {
      const json = JSON.stringify(Object.fromEntries(redirects))
      added.push(context.createPage('redirects.json', hashOf({ layout: null }), json))
    }
    return { ...changed, pages: [...changed.pages, ...added.map((page) => ({ ...page, generated: true }))] }
  }
  return { name: 'jekyll-redirect-from', generate }
}
