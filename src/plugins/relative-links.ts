// Links between source files become links between pages. Counterpart: jekyll-relative-links.

import nodePath from 'node:path'
import type { FilterDefinition } from '../liquid/index.ts'
import type { Page, Site } from '../model/site.ts'
import { createEntryFilter, extractExcerpt } from '../read/index.ts'
import { directoryOf } from '../util/path.ts'
import { cgiUnescape } from '../util/uri.ts'
import { isArray, isTruthy, type Value } from '../util/value.ts'
import { mapDocuments, mapPages } from './pages-of.ts'
import type { PluginFactory } from './plugin.ts'
import { pluginSettings } from './settings.ts'
import { relativeUrl } from './urls.ts'

// quirk(jekyll-relative-links): the text is not parsed, so links in code are rewritten as well.
const TITLE = `(\\s+"(?:\\\\"|[^"])*(?<!\\\\)"|\\s+"(?:\\\\'|[^'])*(?<!\\\\)')?`
const FRAGMENT = '(#[^\\n]+?|)?'
const INLINE = `\\[([^\\n]*?)\\]\\(([^)]+?)${FRAGMENT}${TITLE}\\)`
const REFERENCE = `^\\s*?\\[([^\\n]*?)\\]: ([^\\n]+?)${FRAGMENT}${TITLE}\\s*?$`
const LINK = new RegExp(`${INLINE}|${REFERENCE}`, 'gm')

const isReplaceable = (target: string): boolean => !target.startsWith('#') && !/^[a-z][a-z0-9+.-]*:/i.test(target)

const createTargets = (site: Site): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>()
  const add = (path: string, url: string): void => {
    const key = path.replace(/^\//, '')
    if (!targets.has(key)) targets.set(key, url)
  }
  for (const page of site.pages) add(page.relativePath, page.url)
  for (const file of site.staticFiles) add(file.relativePath, file.url)
  for (const { docs } of site.collections.values())
    for (const doc of docs) if (doc.write) add(doc.relativePath, doc.url)
  return targets
}

const pathFromRoot = (target: string, folder: string): string => {
  const base = target.startsWith('/') || folder === '.' ? '' : folder
  return nodePath.posix.resolve('/', base, target.replace(/^\//, '')).slice(1)
}

const replaceLinks = (content: string, folder: string, urlOf: (path: string) => string | undefined): string =>
  content.replace(LINK, (original, ...groups: (string | undefined)[]) => {
    const inline = groups[0] !== undefined
    const [text, target = '', fragment, title] = inline ? groups.slice(0, 4) : groups.slice(4, 8)
    if (!isReplaceable(target)) return original
    const url = urlOf(pathFromRoot(target, folder))
    if (url === undefined) return original
    const full = url + (fragment ?? '')
    return inline ? `[${text}](${full}${title ?? ''})` : `\n[${text}]: ${full}${title ?? ''}`
  })

export const relativeLinks: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'relative_links')
  const filter = createEntryFilter(config)
  const exclude = settings.get('exclude')
  const excluded = (page: Page): boolean => isArray(exclude) && filter.matches(exclude.map(String), page.relativePath)
  // Mutable: the targets of the site being built, for the filter.
  let targets: ReadonlyMap<string, string> = new Map()
  const urlOf = (path: string): string | undefined => {
    const url = targets.get(cgiUnescape(path) ?? path)
    return url === undefined ? undefined : relativeUrl(url, config)
  }
  const rewrite = (page: Page): Page => {
    if (!config.markdownExtensions.includes(page.extension.toLowerCase()) || excluded(page)) return page
    const folder = directoryOf(page.relativePath)
    const content = replaceLinks(page.content, folder, urlOf)
    if (content === page.content) return page
    const mark = page.data.get('excerpt_separator')
    const separator = isTruthy(mark) ? String(mark) : config.excerptSeparator
    const excerpt = page.excerpt === undefined ? undefined : extractExcerpt(content, separator, page.relativePath).text
    return { ...page, content, excerpt }
  }
  const rellinks: FilterDefinition = {
    apply: (input: Value, _, scope) => {
      if (typeof input !== 'string') return input
      const page = scope.variable('page')
      const path =
        page && typeof page === 'object' && 'get' in page ? (page as { get(key: string): Value }).get('path') : ''
      const folder = directoryOf(String(path))
      return input.replace(
        /(<a\s[^>]*?href=")([^"#]+)(#[^"]*)?(")/g,
        (original, before: string, target: string, fragment: string | undefined, after: string) => {
          const url = isReplaceable(target) ? urlOf(pathFromRoot(target, folder)) : undefined
          return url === undefined ? original : before + url + (fragment ?? '') + after
        },
      )
    },
  }
  return {
    name: 'jekyll-relative-links',
    priority: -2,
    filters: { rellinks },
    generate: (site) => {
      targets = createTargets(site)
      if (settings.get('enabled') === false) return site
      const pages = mapPages(site, rewrite)
      return settings.get('collections') === true
        ? mapDocuments(pages, (doc) => (doc.write ? rewrite(doc) : doc))
        : pages
    },
  }
}
