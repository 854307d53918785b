// An EPUB of each book. What is said of the book comes from its own entry under `books:`, then from `octavo.epub`, then from the site.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Book, collectBooks, type EpubBook, loadEpub, type SectionSource } from '../book/index.ts'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Output } from '../model/output.ts'
import type { Page, Site } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { insideOf } from '../util/path.ts'
import { isArray, isHash, isTruthy, type Value } from '../util/value.ts'
import { fileNames, urlsOf, withForms } from './book-forms.ts'
import { type BookSettings, describeBook, languageTag } from './epub-metadata.ts'
import { featureSettings } from './feature-settings.ts'
import { labelOf } from './labels.ts'
import type { FinishContext, PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const optionalText = (value: Value): string | undefined =>
  isTruthy(value) && !isHash(value) && !isArray(value) ? textOf(value) : undefined

const settingsOf = (config: Config, book: Book, only: boolean): BookSettings => {
  const own = hashAt(hashAt(config.data, 'books') ?? new Map(), book.name) ?? new Map()
  const shared = featureSettings(config, 'epub') ?? new Map()
  // What names one book cannot name several.
  const single = new Set(['title', 'cover', 'identifier', 'filename'])
  return (key) => own.get(key) ?? (only || !single.has(key) ? shared.get(key) : undefined)
}

const sourceOf = (page: Page, number: number, content: string): SectionSource => ({
  number,
  title: '',
  part: undefined,
  description: optionalText(ownOrDefault(page, 'description')),
  language: languageTag(ownOrDefault(page, 'lang')),
  url: page.url,
  path: page.relativePath,
  content,
})

const booksOf = (site: Site): readonly Book[] =>
  collectBooks(site, () => undefined).books.filter(({ chapters }) => chapters.length > 0)

/** The file of each book. */
const epubUrls = (config: Config, books: readonly Book[]): ReadonlyMap<string, string> => {
  const names = fileNames(books.map(({ name }) => name))
  return new Map(
    books.map((book) => {
      const given = optionalText(settingsOf(config, book, books.length === 1)('filename'))
      const name = (given ?? names.get(book.name) ?? 'book').replace(/^\/+|\.epub$/g, '')
      return [book.name, insideOf('/', `/${name}.epub`)]
    }),
  )
}

const readSiteFile = (site: Site): ((file: string) => Uint8Array | undefined) => {
  const files = new Map(site.staticFiles.map((file) => [`/${file.outputPath}`, file]))
  return (name) => {
    const file = files.get(name)
    if (!file) return undefined
    try {
      return file.body === undefined ? readFileSync(file.path) : new TextEncoder().encode(file.body)
    } catch {
      return undefined // gone since the source was read
    }
  }
}

const readStyle = (config: Config, name: string, warn: (warning: Warning) => void): string | undefined => {
  try {
    return readFileSync(insideOf(config.source, path.posix.join('/', name)), 'utf8')
  } catch {
    warn({ message: `The style sheet '${name}' of the EPUB is not there`, place: { path: '_config.yml' } })
    return undefined
  }
}

const labelsOf = (site: Site, language: string): EpubBook['labels'] => {
  return {
    contents: labelOf(site, 'contents', 'Contents', language),
    cover: labelOf(site, 'cover', 'Cover', language),
    start: labelOf(site, 'start', 'Start of the text', language),
  }
}

interface Finish {
  readonly site: Site
  readonly contents: ReadonlyMap<Page, string>
  readonly context: FinishContext
  readonly only: boolean
}

const epubOf = (book: Book, { site, contents, context, only }: Finish): EpubBook => {
  const { config } = site
  const settings = settingsOf(config, book, only)
  const textFor = (page: Page): string => contents.get(page) ?? ''
  const cover = optionalText(settings('cover'))
  const style = optionalText(settings('css'))
  const metadata = describeBook(book, site, settings, context.warn)
  return {
    metadata,
    front: book.index && {
      ...sourceOf(book.index, 0, textFor(book.index)),
      description: undefined,
    },
    chapters: book.chapters.map((chapter, i) => ({
      ...sourceOf(chapter.page, i + 1, textFor(chapter.page)),
      title: chapter.title,
      part: chapter.part,
    })),
    cover: cover === undefined ? undefined : path.posix.join('/', cover),
    style: style === undefined ? undefined : readStyle(config, style, context.warn),
    labels: labelsOf(site, metadata.language),
  }
}

const finish = async (site: Site, rendered: readonly RenderedPage[], context: FinishContext): Promise<Output[]> => {
  const { createEpub } = await loadEpub()
  const { config } = site
  const books = context.books.books.filter(({ chapters }) => chapters.length > 0)
  const contents = new Map(rendered.map(({ page, content }) => [page, content]))
  const read = readSiteFile(site)
  const urls = epubUrls(config, books)
  const taken = urlsOf(site)
  return books.flatMap((book): Output[] => {
    const url = urls.get(book.name) ?? ''
    if (taken.has(url)) return []
    const epub = epubOf(book, { site, contents, context, only: books.length === 1 })
    const body = createEpub(epub, { baseurl: config.baseurl, url: config.url, read, warn: context.warn })
    return [{ path: url.slice(1), body }]
  })
}

export const epub: PluginFactory = (config) => ({
  name: 'octavo-epub',
  // After everything that adds chapters.
  priority: -10,
  generate: (site) => withForms(site, 'epub', epubUrls(config, booksOf(site))),
  finish,
})
