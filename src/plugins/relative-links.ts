// Links between source files become links between pages. Counterpart: jekyll-relative-links.

import nodePath from 'node:path'
import type { Config } from '../model/config.ts'
import type { Page, Site } from '../model/site.ts'
import { createEntryFilter, extractExcerpt } from '../read/index.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { directoryOf } from '../util/path.ts'
import { cgiUnescape } from '../util/uri.ts'
import { type Hash, isArray, isTruthy } from '../util/value.ts'
import { mapDocuments, mapPages } from './pages-of.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault, pluginSettings } from './settings.ts'
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

// A folder that no link can name, so that what leads above the site does not lead back into it.
const ROOT = '/\0'

const pathFromRoot = (target: string, folder: string): string => {
  const base = target.startsWith('/') || folder === '.' ? '' : folder
  const path = nodePath.posix.resolve(ROOT, base, target.replace(/^\//, ''))
  return path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path
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

const withoutExcerpt = (data: Hash): Hash => (data.has('excerpt') ? new Map(data).set('excerpt', null) : data)

/** Those that look at every page as templates see it, whereupon its excerpt stays as it is. */
const EARLY_READERS = ['jekyll-redirect-from', 'jekyll-default-layout', 'github-pages']

/** quirk(jekyll-relative-links): the excerpt is taken from the text once more, also where the author wrote one. */
const withNewExcerpt = (page: Page, config: Config): Page => {
  if (page.kind === 'page' && config.plugins.some((name) => EARLY_READERS.includes(name))) return page
  if (page.kind === 'page' && ownOrDefault(page, 'render_with_liquid') !== false)
    throw new UserError('jekyll-relative-links cannot make the excerpt of a page anew', {
      place: { path: page.relativePath },
      advice: 'Set `page_excerpts: false`, give the page no `excerpt`, or list it under `exclude` in `relative_links`.',
    })
  const mark = ownOrDefault(page, 'excerpt_separator')
  const separator = isTruthy(mark) ? textOf(mark) : config.excerptSeparator
  const { text } = extractExcerpt(page.content, separator, page.relativePath)
  return { ...page, data: withoutExcerpt(page.data), defaults: withoutExcerpt(page.defaults), excerpt: text }
}

export const relativeLinks: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'relative_links')
  const filter = createEntryFilter(config)
  const exclude = settings.get('exclude')
  const excluded = (page: Page): boolean => isArray(exclude) && filter.matches(exclude.map(String), page.relativePath)
  const urlIn =
    (targets: ReadonlyMap<string, string>) =>
    (path: string): string | undefined => {
      const url = targets.get(cgiUnescape(path) ?? path)
      return url === undefined ? undefined : relativeUrl(url, config)
    }
  const rewriter =
    (urlOf: (path: string) => string | undefined) =>
    (page: Page): Page => {
      if (!config.markdownExtensions.includes(page.extension.toLowerCase()) || excluded(page)) return page
      const folder = directoryOf(page.relativePath)
      const content = replaceLinks(page.content, folder, urlOf)
      const excerpted = page.excerpt !== undefined || isTruthy(ownOrDefault(page, 'excerpt'))
      if (excerpted) return withNewExcerpt({ ...page, content }, config)
      return content === page.content ? page : { ...page, content }
    }
  return {
    name: 'jekyll-relative-links',
    priority: -2,
    generate: (site) => {
      if (settings.get('enabled') === false) return site
      const rewrite = rewriter(urlIn(createTargets(site)))
      const pages = mapPages(site, rewrite)
      return settings.get('collections') === true
        ? mapDocuments(pages, (doc) => (doc.write ? rewrite(doc) : doc))
        : pages
    },
  }
}
