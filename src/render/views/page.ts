// What a template sees of a page, a document, an excerpt or a static file. Counterparts: Page#to_liquid and Jekyll's drops.
import type { Listing, Page, StaticFile } from '../../model/site.ts'
import { compareValues } from '../../util/compare.ts'
import { Drop, type JsonState } from '../../util/drop.ts'
import { UserError } from '../../util/error.ts'
import { textOf } from '../../util/inspect.ts'
import { localTime } from '../../util/local-time.ts'
import { compareText } from '../../util/ruby-text.ts'
import { type Hash, isTruthy, type TimeValue, type Value } from '../../util/value.ts'
import type { RenderState } from '../session.ts'

/** What the views ask of the site around them. */
export interface ViewContext {
  readonly state: RenderState
  readonly timezone: string | undefined
  view(page: Page): Drop
  neighbour(page: Page, step: 1 | -1): Drop | null
  navigation(page: Page): Hash | undefined
}

/** What the read log calls the list of a collection's documents and files. */
export const listOf = (collection: string): string => `collections/${collection}`

const PAGE_ATTRIBUTES = ['content', 'dir', 'excerpt', 'name', 'path', 'url'] as const

const isAttribute = (key: string): boolean => (PAGE_ATTRIBUTES as readonly string[]).includes(key)

const folderOf = (url: string): string => (url.endsWith('/') ? url : url.slice(0, url.lastIndexOf('/') + 1))

const stringKeys = (hash: Hash): string[] => [...hash.keys()].filter((key) => typeof key === 'string')

export class PageView extends Drop {
  override readonly readId: string
  override readonly readList = 'site.pages'
  override readonly isHash = true
  override readonly rubyClass = 'Hash'
  readonly page: Page
  readonly #context: ViewContext
  readonly #data: Hash
  readonly #listing: Hash | undefined
  readonly #content: string | undefined
  #hash: { readonly rendered: boolean; readonly view: PageHash } | undefined

  /** `content` where the view is to show one text for good, whatever becomes of the page. */
  constructor(page: Page, data: Hash, context: ViewContext, content?: string) {
    super()
    this.page = page
    this.readId = page.relativePath
    this.#context = context
    this.#data = data
    this.#content = content
    this.#listing = page.listing ? listingView(page.listing, context.view) : undefined
  }

  get(key: string): Value {
    if (this.#listing?.has(key)) return this.#listing.get(key) ?? this.#data.get(key)
    if (this.#listing && isAttribute(key)) return this.#data.get(key)
    switch (key) {
      case 'content':
        return this.#textOfContent()
      case 'dir':
        return folderOf(this.page.url)
      case 'name':
        return this.page.name
      case 'path':
        return this.page.data.has('path') ? this.page.data.get('path') : (this.page.shownPath ?? this.page.relativePath)
      case 'url':
        return this.page.url
      case 'excerpt':
        return this.#excerpt()
      case 'book_nav':
        return this.#data.has(key) ? this.#data.get(key) : (this.#context.navigation(this.page) ?? null)
      default:
        return this.#data.get(key)
    }
  }

  #textOfContent(): string | null {
    const { state } = this.#context
    if (this.page.contentless && (this.#content !== undefined || !state.isRendered(this.page))) return null
    return this.#content ?? state.contentOf(this.page)
  }

  #excerpt(): Value {
    const own = this.#data.get('excerpt')
    if (isTruthy(own)) return textOf(own)
    return this.#context.state.excerptOf(this.page) ?? own ?? null
  }

  keys(): readonly string[] {
    if (this.#listing) return [...new Set([...stringKeys(this.#data), ...stringKeys(this.#listing)])]
    // An automatic excerpt is the last of the page's own data.
    const excerpt = this.page.excerpt === undefined ? [] : ['excerpt']
    return [...new Set([...stringKeys(this.#data), ...excerpt, ...PAGE_ATTRIBUTES])]
  }

  override has(key: string): boolean {
    return (
      this.#data.has(key) ||
      (this.#listing ? this.#listing.has(key) : isAttribute(key)) ||
      (key === 'book_nav' && this.#context.navigation(this.page) !== undefined)
    )
  }

  override text(): string | undefined {
    return this.#context.state.contentOf(this.page)
  }

  override inspectText(): string | undefined {
    return `#<Jekyll::Page @relative_path=${JSON.stringify(this.page.relativePath)}>`
  }

  // The hash holds the content of this moment; once that is the converted one, it stays so and need not be fetched before it is asked for.
  override toLiquid(): Drop {
    const rendered = this.#context.state.isRendered(this.page)
    if (this.#hash?.rendered !== rendered) {
      const content = rendered ? undefined : this.page.content
      this.#hash = { rendered, view: new PageHash(this.page, this.#data, this.#context, content) }
    }
    return this.#hash.view
  }
}

/** quirk(jekyll): in a list of the site a page is an object, which prints as its content; as `page`, and after many filters, a hash. */
export class PageHash extends PageView {
  override text(): undefined {}

  override inspectText(): string | undefined {
    return undefined
  }

  override toLiquid(): Drop {
    return this
  }
}

/** What the excerpt of a page sees as `page`: quirk(jekyll): a hash whose `excerpt` is the excerpt, which to templates is that same hash. */
export class PageExcerptView extends PageHash {
  override get(key: string): Value {
    return key === 'excerpt' ? this : super.get(key)
  }

  override inspectText(): string {
    return `#<Jekyll::PageExcerpt id=${JSON.stringify(`${this.page.relativePath}/#excerpt`)}>`
  }

  override toHash(state?: JsonState): ReadonlyMap<Value, Value> {
    if (state && state.depth > DEEPEST_JSON)
      throw new UserError(`The excerpt of ${this.page.relativePath} holds itself, and so has no end in JSON`, {
        place: { path: this.page.relativePath, line: this.page.line },
        advice: 'Begin the content with another paragraph, or set `excerpt` in the front matter.',
      })
    return super.toHash(state)
  }
}

const DEEPEST_JSON = 20

const DOCUMENT_METHODS = [
  'content',
  'name',
  'title',
  'previous',
  'id',
  'next',
  'tags',
  'collection',
  'url',
  'relative_path',
  'path',
  'date',
  'excerpt',
  'output',
  'categories',
] as const
// A document in YAML is all data.
const isData = ({ extension }: Page): boolean => extension === '.yml' || extension === '.yaml'
const NOT_NESTED = new Set(['content', 'output', 'excerpt', 'next', 'previous'])

// What is not written may have a permalink that makes no URL, which Jekyll finds out when it is asked for.
const urlOf = (page: Page): string => {
  if (page.url !== '') return page.url
  throw new UserError(`The permalink of ${page.relativePath} makes no URL`, {
    place: { path: page.relativePath },
    advice: "Check its `permalink` and its collection's: each placeholder must be one that documents have.",
  })
}

/** A document's id: its URL's folder with its slug. Asked for inside loops inside loops, so without a regular expression. */
export const documentId = (page: Page): string => {
  const url = urlOf(page)
  let end = url.length
  while (end > 0 && url[end - 1] === '/') end--
  const slash = end === 0 ? -1 : url.lastIndexOf('/', end - 1)
  const folder = url.slice(0, slash < 0 ? end : slash)
  const slug = page.data.get('slug')
  return `${folder === '/' ? '' : folder}/${isTruthy(slug) ? textOf(slug) : page.basename}`
}

export class DocumentView extends Drop {
  override readonly readId: string
  override readonly readList: string | undefined
  override readonly rubyClass: string = 'Jekyll::Drops::DocumentDrop'
  readonly page: Page
  protected readonly context: ViewContext
  #drop: DocumentView | undefined

  constructor(page: Page, context: ViewContext) {
    super()
    this.page = page
    this.readId = page.relativePath
    this.readList = page.collection === undefined ? undefined : listOf(page.collection)
    this.context = context
  }

  get(key: string): Value {
    const { page, context } = this
    switch (key) {
      case 'content':
        return isData(page) && !context.state.isRendered(page) ? null : context.state.contentOf(page)
      case 'output':
        return context.state.outputOf(page) ?? null
      case 'name':
        return page.data.get('name') ?? page.name
      case 'id':
        return documentId(page)
      case 'collection':
        return page.collection ?? null
      case 'url':
        return urlOf(page)
      case 'relative_path':
      case 'path':
        return page.relativePath
      case 'date':
        // A document in YAML shows a text as it stands there.
        return (isData(page) ? page.data.get('date') : undefined) ?? page.date ?? null
      case 'excerpt':
        return context.state.excerptOf(page) ?? textOf(page.data.get('excerpt'))
      case 'next':
        return context.neighbour(page, 1)?.toLiquid() ?? null
      case 'previous':
        return context.neighbour(page, -1)?.toLiquid() ?? null
      case 'book_nav':
        return page.data.has(key) ? page.data.get(key) : (context.navigation(page) ?? null)
      default:
        return page.data.get(key)
    }
  }

  keys(): readonly string[] {
    return [...new Set([...DOCUMENT_METHODS, ...stringKeys(this.page.data)])]
  }

  override has(key: string): boolean {
    return (
      (DOCUMENT_METHODS as readonly string[]).includes(key) ||
      this.page.data.has(key) ||
      (key === 'book_nav' && this.context.navigation(this.page) !== undefined)
    )
  }

  override text(): string {
    if (isData(this.page) && !this.context.state.isRendered(this.page)) return 'NO CONTENT'
    return this.context.state.outputOf(this.page) ?? this.context.state.contentOf(this.page)
  }

  override inspectText(): string | undefined {
    return `#<Jekyll::Document ${this.page.relativePath} collection=${this.page.collection}>`
  }

  // In JSON a neighbour within a neighbour loses its texts, or the output would hold every post in every other.
  override toHash(state?: JsonState): ReadonlyMap<Value, Value> {
    const hash = new Map<Value, Value>(this.keys().map((key) => [key, this.get(key)]))
    if (state && state.depth >= 2) {
      for (const key of ['previous', 'next']) {
        const other = hash.get(key)
        if (other instanceof DocumentView) hash.set(key, other.collapsed())
      }
    }
    return hash
  }

  collapsed(): Hash {
    return new Map(
      this.keys()
        .filter((key) => !NOT_NESTED.has(key))
        .map((key) => [key, this.get(key)]),
    )
  }

  override toLiquid(): Drop {
    return (this.#drop ??= new DocumentDrop(this.page, this.context))
  }

  override equals(other: unknown): boolean {
    return other instanceof DocumentView && other.page === this.page && other.rubyClass === this.rubyClass
  }

  override compare(other: Drop): number | undefined {
    if (!(other instanceof DocumentView)) return undefined
    const byDate = compareValues(this.page.date, other.page.date) ?? 0
    return byDate || compareText(this.page.relativePath, other.page.relativePath)
  }
}

/** What the filters that go through a list put in a document's place: it inspects in a list, too, as it does by itself. */
class DocumentDrop extends DocumentView {
  override inspectText(): undefined {}

  override toLiquid(): Drop {
    return this
  }
}

/** What an excerpt's own template sees as `page`. */
export class ExcerptView extends DocumentView {
  override readonly rubyClass = 'Jekyll::Drops::ExcerptDrop'

  override toLiquid(): Drop {
    return this
  }

  override get(key: string): Value {
    if (key === 'excerpt') return null
    if (key === 'content') return this.page.excerpt ?? ''
    if (key === 'output') return this.context.state.excerptOf(this.page) ?? null
    if (key === 'id') return `${documentId(this.page)}#excerpt`
    if (key === 'path' || key === 'relative_path') return `${this.page.relativePath}/#excerpt`
    return super.get(key)
  }
}

const FILE_METHODS = ['name', 'collection', 'basename', 'extname', 'modified_time', 'path'] as const

const fileTime = (milliseconds: number, timezone: string | undefined): TimeValue => {
  const seconds = Math.floor(milliseconds / 1000)
  const nanos = Math.floor((milliseconds - seconds * 1000) * 1e6)
  return localTime({ kind: 'time', seconds, nanos, offset: 0, zone: null }, timezone)
}

export class StaticFileView extends Drop {
  override readonly readId: string
  override readonly readList: string
  override readonly rubyClass = 'Jekyll::Drops::StaticFileDrop'
  readonly file: StaticFile
  readonly #timezone: string | undefined
  #drop: StaticFileView | undefined

  constructor(file: StaticFile, timezone: string | undefined) {
    super()
    this.file = file
    this.readId = file.relativePath
    this.readList = file.collection === undefined ? 'site.static_files' : listOf(file.collection)
    this.#timezone = timezone
  }

  get(key: string): Value {
    switch (key) {
      case 'name':
        return this.file.name
      case 'collection':
        return this.file.collection ?? null
      case 'basename':
        return this.file.basename
      case 'extname':
        return this.file.extension
      case 'modified_time':
        return fileTime(this.file.modified, this.#timezone)
      case 'path':
        return this.file.relativePath
      default:
        return this.file.data.get(key)
    }
  }

  keys(): readonly string[] {
    return [...new Set([...FILE_METHODS, ...stringKeys(this.file.data)])]
  }

  override has(key: string): boolean {
    return (FILE_METHODS as readonly string[]).includes(key) || this.file.data.has(key)
  }

  override inspectText(): string | undefined {
    return `#<Jekyll::StaticFile @relative_path=${JSON.stringify(this.file.relativePath)}>`
  }

  override toLiquid(): Drop {
    return (this.#drop ??= new StaticFileDrop(this.file, this.#timezone))
  }

  override equals(other: unknown): boolean {
    return other instanceof StaticFileView && other.file === this.file
  }
}

class StaticFileDrop extends StaticFileView {
  override inspectText(): undefined {}

  override toLiquid(): Drop {
    return this
  }
}

/** A page's paginator, with its posts as templates see them. */
export const listingView = (listing: Listing, view: (page: Page) => Drop): Hash => {
  const posts = Object.freeze(listing.posts.map(view))
  return new Map([...listing.values].map(([key, value]): [Value, Value] => [key, key === 'posts' ? posts : value]))
}

/** `jekyll` in templates: an object with two properties, which prints as its class and is no list. */
class JekyllView extends Drop {
  override readonly inspectsAsClass = true
  override readonly rubyClass = 'Jekyll::Drops::JekyllDrop'
  readonly #properties: ReadonlyMap<string, Value>

  constructor(environment: string) {
    super()
    this.#properties = new Map([
      ['version', '4.4.1'],
      ['environment', environment],
    ])
  }

  get(key: string): Value {
    return this.#properties.get(key)
  }

  keys(): readonly string[] {
    return []
  }

  override has(): boolean {
    return true
  }

  override inspectText(): string {
    return this.rubyClass
  }

  override toHash(): ReadonlyMap<Value, Value> {
    return this.#properties
  }
}

export const jekyllView = (environment: string): Drop => new JekyllView(environment)
