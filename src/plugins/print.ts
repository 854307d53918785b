// A printable page for each book. The page is a generated one: its text is one tag, which puts the chapters together once they are
// rendered, and its layout is the site's `print`.
import { type Book, collectBooks, loadPrint, type SectionSource } from '../book/index.ts'
import type { TagDefinition, TagScope } from '../liquid/index.ts'
import type { Config } from '../model/config.ts'
import { stringAt } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { escapeHtml } from '../util/html.ts'
import { textOf } from '../util/inspect.ts'
import { insideOf } from '../util/path.ts'
import { hashOf, isTruthy, type Value } from '../util/value.ts'
import { fileNames, urlsOf, withForms } from './book-forms.ts'
import { featureSettings } from './feature-settings.ts'
import { labelOf } from './labels.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { listProperty, property, readProperty } from './scope.ts'
import { relativeUrl } from './urls.ts'

const TAG = 'octavo_print'
const LAYOUT = 'print'

const optionalText = (value: Value): string | undefined => (isTruthy(value) ? textOf(value) : undefined)

const sourceOf = (scope: TagScope, chapter: Value, number: number): SectionSource => {
  const page = property(chapter, 'page')
  return {
    number,
    title: textOf(property(chapter, 'title')),
    part: optionalText(property(chapter, 'part')),
    description: optionalText(readProperty(scope, page, 'description')),
    language: optionalText(readProperty(scope, page, 'lang')),
    url: textOf(property(chapter, 'url')),
    path: textOf(property(chapter, 'path')),
    content: textOf(readProperty(scope, page, 'content')),
  }
}

const frontOf = (scope: TagScope, site: Value, url: Value): SectionSource | undefined => {
  if (!isTruthy(url)) return undefined
  const page = [...listProperty(site, 'pages'), ...listProperty(site, 'documents')].find(
    (one) => property(one, 'url') === url,
  )
  if (page === undefined) return undefined
  return {
    ...sourceOf(scope, hashOf({ page, title: '', url, path: property(page, 'path') }), 0),
    description: undefined,
    language: undefined,
  }
}

const contentsLabel = (site: Value, language: Value): string => {
  const data = property(site, 'data')
  const own = optionalText(property(data, 'labels', 'contents'))
  const tag = isTruthy(language) ? language : property(site, 'lang')
  const short = isTruthy(tag) ? (textOf(tag).split('-')[0]?.toLowerCase() ?? '') : 'en'
  const words = [textOf(tag), short].map((one) => property(data, 'labels_by_language', one, 'contents'))
  return own ?? words.map(optionalText).find((one) => one !== undefined) ?? 'Contents'
}

type PrintBook = Awaited<ReturnType<typeof loadPrint>>['printBook']

const printTag = (config: Config, printBook: PrintBook): TagDefinition => ({
  compile: () => (scope) => {
    const site = scope.variable('site')
    const name = property(scope.variable('page'), 'print_of')
    const book = listProperty(site, 'books').find((one) => property(one, 'name') === name)
    const chapters = listProperty(book ?? null, 'chapters').map((chapter, i) => sourceOf(scope, chapter, i + 1))
    const front = frontOf(scope, site, property(book ?? null, 'url'))
    return printBook(
      { front, chapters },
      {
        baseurl: config.baseurl,
        url: config.url,
        contentsLabel: contentsLabel(site, property(scope.variable('page'), 'lang')),
      },
    )
  },
})

// Enough to print from, for a site whose layouts know nothing of print pages.
const wholePage = (title: string, language: string, body: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>body { max-width: 45em; margin: 0 auto; padding: 1em } img { max-width: 100% } pre { white-space: pre-wrap }
.print-chapter, .print-part { break-before: page } .print-part > h2 + .print-chapter { break-before: avoid }</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`

interface PrintPage {
  readonly url: string
  readonly title: string
  readonly description: string | undefined
  readonly book: Book | undefined
  readonly content: string
}

const createPrintPage = (made: PrintPage, site: Site, context: GeneratorContext): Page => {
  const { book, title } = made
  const index = book?.index
  const language = index?.data.get('lang') ?? index?.defaults.get('lang') ?? null
  const fallback = isTruthy(language) ? textOf(language) : (stringAt(site.config.data, 'lang') ?? 'en')
  const themed = site.layouts.has(LAYOUT)
  const data = hashOf({
    layout: themed ? LAYOUT : null,
    title,
    permalink: made.url,
    print_of: book?.name ?? null,
    sitemap: false,
    search: false,
    robots: 'noindex',
  })
  if (isTruthy(language)) data.set('lang', language)
  if (made.description !== undefined) data.set('description', made.description)
  const direction = index?.data.get('direction')
  if (isTruthy(direction)) data.set('direction', direction)
  const content = themed ? made.content : wholePage(title, fallback, made.content)
  return context.createPage(made.url.replace(/^\//, ''), data, content)
}

const listOfBooks = (books: readonly Book[], urls: ReadonlyMap<string, string>, config: Config): string => {
  const items = books.map(({ name, title }) => {
    const address = relativeUrl(urls.get(name) ?? '', config)
    return `<li><a href="${escapeHtml(address)}">${escapeHtml(title)}</a></li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>\n`
}

/** Where each book is printed: at `path` where there is one, in a folder of its own beside it where there are several. */
const printUrls = (books: readonly Book[], path: string): ReadonlyMap<string, string> => {
  const names = fileNames(books.map(({ name }) => name))
  const slash = path.lastIndexOf('/')
  return new Map(
    books.map(({ name }) => [
      name,
      books.length === 1 ? path : `${path.slice(0, slash)}/${names.get(name)}${path.slice(slash)}`,
    ]),
  )
}

const pathOf = (config: Config): string => {
  const settings = featureSettings(config, 'print') ?? new Map()
  const path = insideOf('/', `/${stringAt(settings, 'path') ?? 'print.html'}`)
  return path.endsWith('.html') ? path : `${path.replace(/\/$/, '')}/index.html`
}

const generate = (site: Site, context: GeneratorContext): Site => {
  const { config } = site
  const books = collectBooks(site, () => undefined).books.filter(({ chapters }) => chapters.length > 0)
  if (books.length === 0) return site
  if (site.collections.has('books')) {
    const advice = 'Give the collection another name.'
    context.warn({ message: 'A collection named `books` hides the books from the print page', advice })
    return site
  }
  const path = pathOf(config)
  const urls = printUrls(books, path)
  const pages: PrintPage[] = books.map((book) => ({
    url: urls.get(book.name) ?? path,
    title: book.title,
    description: book.description,
    book,
    content: `{% ${TAG} %}`,
  }))
  if (books.length > 1) {
    const label = labelOf(site, 'books_to_print', 'Books to print')
    pages.push({
      url: path,
      title: label,
      description: undefined,
      book: undefined,
      content: listOfBooks(books, urls, config),
    })
  }
  // A page of the site's own at that place stays.
  const taken = urlsOf(site)
  const added = pages.filter(({ url }) => !taken.has(url)).map((page) => createPrintPage(page, site, context))
  return withForms({ ...site, pages: [...site.pages, ...added] }, 'print', urls)
}

export const loadPrintPlugin = async (): Promise<PluginFactory> => {
  const { printBook } = await loadPrint()
  return (config) => ({
    name: 'octavo-print',
    parallel: true,
    // After everything that adds chapters.
    priority: -10,
    tags: { [TAG]: printTag(config, printBook) },
    generate,
  })
}
