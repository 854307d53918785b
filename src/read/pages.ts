// Pages: files with front matter outside the special folders. Counterpart: Jekyll::Page and Convertible#read_yaml.
import { deepMerge } from '../model/hash.ts'
import { isHtmlExtension, pageUrl, permalinkOf } from '../model/permalink.ts'
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { extensionOf, joinPath } from '../util/path.ts'
import { unescapePath } from '../util/url.ts'
import { notUtf8 } from '../util/utf8.ts'
import { type Hash, isTruthy, type Value } from '../util/value.ts'
import { extractExcerpt } from './excerpt.ts'
import { type FrontMatter, frontMatterHash, splitFrontMatter } from './front-matter.ts'
import { type Reading, reportFrontMatter } from './reading.ts'
import { readSource } from './source-file.ts'

/** The extension of what a file becomes: its permalink's, or else what the converters make of its own. */
export const outputExtensionOf = (reading: Reading, extension: string, permalink: string | undefined): string => {
  const own = permalink === undefined || permalink.endsWith('/') ? '' : extensionOf(permalink)
  return own !== '' ? own : (reading.convertedExtension(extension) ?? extension)
}

/** Whether the text must be understood to be built, and not just be passed on: where it is converted, and where it has Liquid in it. */
export const isRead = (reading: Reading, extension: string, text: string): boolean =>
  reading.convertedExtension(extension) !== undefined || text.includes('{{') || text.includes('{%')

/** Where a page with `url` is written, relative to the destination. */
export const pageOutputPath = (url: string, outputExtension: string): string => {
  const path = unescapePath(url).replace(/^\/+/, '')
  const full = url.endsWith('/') ? `${path}index` : path
  return full.endsWith(outputExtension) ? full : full + outputExtension
}

const readParts = (reading: Reading, path: string, relativePath: string): FrontMatter => {
  const { text, valid } = readSource(path, reading.config.encoding)
  if (!valid && isRead(reading, extensionOf(path), text)) throw notUtf8(relativePath)
  return valid
    ? splitFrontMatter(text, relativePath)
    : { value: undefined, content: text, line: 1, error: notUtf8(relativePath) }
}

export interface PageSource {
  /** Absolute path of the file. */
  readonly path: string
  /** The folder as Jekyll names it: '' or '/sub'. */
  readonly dir: string
  readonly name: string
}

/** The page made of parts that are already known: for pages read from disk and for generated ones alike. */
export const createPage = (
  reading: Reading,
  source: PageSource,
  parts: { data: Hash; content: string; line: number },
): Page => {
  const extension = extensionOf(source.name)
  const basename = source.name.slice(0, source.name.length - extension.length).replace(/\.*$/, '')
  const relativePath = joinPath(source.dir, source.name).replace(/^\//, '')
  const defaults = reading.defaults.all(relativePath, 'pages')
  const own = (key: string): Value => (parts.data.has(key) ? parts.data.get(key) : defaults.get(key))
  const permalink = permalinkOf(own('permalink'), relativePath)
  const outputExtension = outputExtensionOf(reading, extension, permalink)
  const url = pageUrl({ permalink, dir: source.dir, basename, outputExtension, style: reading.config.permalink })
  const separator = own('excerpt_separator')
  const wantsExcerpt = reading.config.pageExcerpts && isHtmlExtension(outputExtension) && !isTruthy(own('excerpt'))
  const mark = isTruthy(separator) ? textOf(separator) : reading.config.excerptSeparator
  const excerpt = wantsExcerpt && mark !== '' ? extractExcerpt(parts.content, mark, relativePath) : undefined
  if (excerpt) reading.warnings.push(...excerpt.warnings)
  return {
    kind: 'page',
    collection: undefined,
    path: source.path,
    relativePath,
    dir: source.dir,
    name: source.name,
    basename,
    extension,
    data: parts.data,
    defaults,
    content: parts.content,
    line: parts.line,
    excerpt: excerpt?.text,
    date: undefined,
    draft: false,
    url,
    outputExtension,
    outputPath: pageOutputPath(url, outputExtension),
    write: true,
  }
}

/** The page in a file, or undefined where it is not published. @throws UserError for front matter that cannot stand. */
export const readPage = (reading: Reading, source: PageSource): Page | undefined => {
  const relativePath = joinPath(source.dir, source.name).replace(/^\//, '')
  const parts = readParts(reading, source.path, relativePath)
  if (parts.error) reportFrontMatter(reading, parts.error)
  const data = frontMatterHash(parts, relativePath)
  if (data.get('permalink') === '')
    throw new UserError(`Invalid permalink in ${relativePath}`, {
      place: { path: relativePath },
      advice: 'Give `permalink` a path, or leave it out.',
    })
  const published = data.has('published') ? data.get('published') : true
  if (!isTruthy(published) && !reading.config.unpublished) return undefined
  return createPage(reading, source, { data, content: parts.content, line: parts.line })
}

/** A page's data with its defaults below, as templates see it. */
export const pageData = (page: Page): Hash =>
  page.defaults.size === 0 ? page.data : deepMerge(page.defaults, page.data)
