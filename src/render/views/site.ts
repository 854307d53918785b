// What a template sees of the site: `site`, its collections, and the lists of pages, which keep their identity for a whole build.
// Counterparts: Jekyll's SiteDrop and CollectionDrop.
import { type Books, viewBooks } from '../../book/index.ts'
import { nameList, RubyError } from '../../liquid/index.ts'
import {
  type Collection,
  documentsOf,
  isHtmlPage,
  type Page,
  postsOf,
  type Site,
  type StaticFile,
} from '../../model/site.ts'
import { pageData } from '../../read/index.ts'
import { compareValues, identityKey, mergeSort } from '../../util/compare.ts'
import { Drop, MapDrop } from '../../util/drop.ts'
import { inspect, textOf } from '../../util/inspect.ts'
import { lazy } from '../../util/lazy.ts'
import { compareText } from '../../util/ruby-text.ts'
import { type Hash, hashOf, isArray, isHash, type Value } from '../../util/value.ts'
import type { RenderState } from '../session.ts'
import { DocumentView, listOf, PageHash, PageView, StaticFileView, type ViewContext } from './page.ts'

const SITE_METHODS = [
  'time',
  'config',
  'data',
  'html_pages',
  'tags',
  'documents',
  'related_posts',
  'posts',
  'static_files',
  'collections',
  'pages',
  'categories',
] as const

const stringKeys = (hash: Hash): string[] => [...hash.keys()].filter((key) => typeof key === 'string')

export class CollectionView extends Drop {
  override readonly readId: string
  override readonly rubyClass = 'Jekyll::Drops::CollectionDrop'
  readonly #collection: Collection
  readonly #docs: readonly Drop[]
  readonly #files: readonly Drop[]

  constructor(collection: Collection, docs: readonly Drop[], files: readonly Drop[]) {
    super()
    this.readId = listOf(collection.label)
    this.#collection = collection
    this.#docs = docs
    this.#files = files
  }

  get(key: string): Value {
    switch (key) {
      case 'label':
        return this.#collection.label
      case 'docs':
        return this.#docs
      case 'files':
        return this.#files
      case 'directory':
        return this.#collection.directory
      case 'relative_directory':
        return this.#collection.relativeDirectory
      case 'output':
        return this.#collection.write
      default:
        return this.#collection.metadata.get(key)
    }
  }

  keys(): readonly string[] {
    return [
      ...new Set([
        'label',
        'files',
        'relative_directory',
        'docs',
        'directory',
        'output',
        ...stringKeys(this.#collection.metadata),
      ]),
    ]
  }

  // quirk(jekyll): in JSON its documents are objects, which are written as their content.
  override toHash(): ReadonlyMap<Value, Value> {
    return new Map([...super.toHash()]).set('docs', this.#docs.map(textOf))
  }

  override text(): string {
    return `[${this.#docs.map((doc) => doc.inspectText() ?? '').join(', ')}]`
  }
}

/** All views of one build: each page, document and file has one, made when first asked for. */
export interface Views {
  readonly site: Drop
  /** What a template sees of a page or document. */
  of(page: Page): Drop
  /** What the page's own template sees: quirk(jekyll): a page, unlike a document, sees its source also after it has been converted. */
  own(page: Page): Drop
  context: ViewContext
}

const groupPosts = (posts: readonly Page[], key: 'tags' | 'categories', view: (page: Page) => Drop): Hash => {
  const groups = new Map<unknown, { readonly name: Value; readonly group: Drop[] }>()
  for (const post of posts) {
    const values = post.data.get(key) ?? []
    // Only a post whose front matter cannot be read has anything but a list, from the defaults.
    if (!isArray(values)) throw new RubyError('NoMethodError', `undefined method \`each' for ${inspect(values)}`)
    for (const name of values) {
      const same = identityKey(name)
      const known = groups.get(same)
      if (known) known.group.push(view(post))
      else groups.set(same, { name, group: [view(post)] })
    }
  }
  return new Map([...groups.values()].map(({ name, group }) => [name, nameList(group.reverse(), listOf('posts'))]))
}

const createNeighbours = (site: Site): ((page: Page, step: 1 | -1) => Page | undefined) => {
  const positions = new Map<Page, readonly [readonly Page[], number]>()
  for (const { docs } of site.collections.values()) for (const [i, doc] of docs.entries()) positions.set(doc, [docs, i])
  return (page, step) => {
    const [docs, at] = positions.get(page) ?? [[], 0]
    return docs[at + step]
  }
}

/** quirk(jekyll): templates see posts in the order of the dates that they have by then, also of those that got theirs late. */
const byDate = (posts: readonly Page[]): readonly Page[] => {
  const compare = (a: Page, b: Page): number =>
    a.undated === 'throughout' || b.undated === 'throughout' ? 0 : (compareValues(a.date, b.date) ?? 0)
  return posts.some(({ undated }) => undated === 'as read')
    ? mergeSort(posts, (a, b) => compare(a, b) || compareText(a.path, b.path))
    : posts
}

interface Lists {
  readonly [name: string]: () => Value
}

// Each data file is noted by itself when a template reads it.
const dataView = (data: Value): Value =>
  isHash(data) && [...data.keys()].every((key) => typeof key === 'string')
    ? new MapDrop(data as ReadonlyMap<string, Value>, { readId: 'site.data', isHash: true })
    : data

const createLists = (
  site: Site,
  of: (page: Page) => Drop,
  fileOf: (file: StaticFile) => Drop,
  state: RenderState,
): Lists => {
  const list = (name: string, pages: readonly Page[]): readonly Drop[] => nameList(pages.map(of), name)
  const posts = postsOf(site)
  const recent = posts.slice(-11).reverse().map(of)
  const collections = [...site.collections.values()].toSorted((a, b) => compareText(a.label, b.label))
  let shown: readonly Drop[] | undefined
  // quirk(jekyll): a style sheet's source map joins the pages when the sheet is rendered, so the pages after it see one more.
  const pages = (): readonly Drop[] => {
    const added = state.addedPages()
    if (shown?.length !== site.pages.length + added.length) shown = list('site.pages', [...site.pages, ...added])
    return shown
  }
  const collectionViews = (): readonly Drop[] =>
    collections.map(
      (collection) =>
        new CollectionView(collection, list(listOf(collection.label), collection.docs), collection.files.map(fileOf)),
    )
  return {
    time: () => site.time,
    data: () => dataView(site.config.data.get('data') ?? site.data),
    pages,
    posts: () => list(listOf('posts'), byDate(posts).toReversed()),
    html_pages: () =>
      list(
        'site.html_pages',
        site.pages.filter((page) => isHtmlPage(page) || page.url.endsWith('/')),
      ),
    documents: () =>
      nameList(
        [...site.collections.values()].flatMap(({ docs, files }) => [...docs.map(of), ...files.map(fileOf)]),
        'site.documents',
      ),
    static_files: () => nameList(site.staticFiles.map(fileOf), 'site.static_files'),
    tags: () => groupPosts(posts, 'tags', of),
    categories: () => groupPosts(posts, 'categories', of),
    collections: () => Object.freeze(collectionViews()),
    config: () => null,
    related_posts: () => {
      const current = state.current()
      if (current?.kind !== 'document') return null
      return posts.length > 1 ? recent.filter((post) => post !== of(current)).slice(0, 10) : []
    },
  }
}

const VOLATILE = new Set(['related_posts', 'pages'])

class SiteView extends Drop {
  override readonly readId = 'site'
  override readonly rubyClass = 'Jekyll::Drops::SiteDrop'
  readonly #site: Site
  readonly #lists: Lists
  readonly #collection: (label: string) => Value
  readonly #books: Value
  readonly #known = new Map<string, Value>()

  constructor(site: Site, lists: Lists, collection: (label: string) => Value, books: Value) {
    super()
    this.#site = site
    this.#lists = lists
    this.#collection = collection
    this.#books = books
  }

  get(key: string): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = this.#find(key)
    if (!VOLATILE.has(key)) this.#known.set(key, value ?? null)
    return value
  }

  #find(key: string): Value {
    const label = key === 'posts' ? undefined : this.#labelOf(key)
    if (label !== undefined) return this.#collection(label)
    const make = Object.hasOwn(this.#lists, key) ? this.#lists[key] : undefined
    if (make) return make()
    if (key === 'books' && this.#books !== undefined) return this.#books
    return this.#site.config.data.get(key)
  }

  // quirk(jekyll): the site knows a collection by its name, also where that had to be cleaned for its label.
  #labelOf(name: string): string | undefined {
    const { collections, config } = this.#site
    const label = config.collectionLabels.get(name)
    return label !== undefined && collections.has(label) ? label : undefined
  }

  keys(): readonly string[] {
    return [...new Set([...SITE_METHODS, ...stringKeys(this.#site.config.data)])]
  }

  override has(key: string): boolean {
    return (
      this.#labelOf(key) !== undefined ||
      Object.hasOwn(this.#lists, key) ||
      this.#site.config.data.has(key) ||
      (key === 'books' && this.#books !== undefined)
    )
  }
}

/** The views of a site, over the state of one render session. */
export const createViews = (site: Site, books: Books, state: RenderState): Views => {
  const { timezone } = site.config
  const views = new Map<Page, Drop>()
  const files = new Map<StaticFile, Drop>()
  const neighbourOf = createNeighbours(site)
  let navigation: ReadonlyMap<Page, Hash> = new Map()
  const context: ViewContext = {
    state,
    timezone,
    view: (page) => of(page),
    neighbour: (page, step) => {
      const other = neighbourOf(page, step)
      return other ? of(other) : null
    },
    navigation: (page) => navigation.get(page),
  }
  const current = lazy(() => {
    const documents = documentsOf(site)
    return { here: new Set(documents), byPath: new Map(documents.map((document) => [document.path, document])) }
  })
  // A page that lists documents may hold them as they were before a later generator changed them.
  const asItIsNow = (page: Page): Page =>
    page.kind !== 'document' || current().here.has(page) ? page : (current().byPath.get(page.path) ?? page)
  const of = (given: Page): Drop => {
    const page = asItIsNow(given)
    let view = views.get(page)
    if (!view) {
      view = page.kind === 'page' ? new PageView(page, pageData(page), context) : new DocumentView(page, context)
      views.set(page, view)
    }
    return view
  }
  const fileOf = (file: StaticFile): Drop => {
    let view = files.get(file)
    if (!view) {
      view = new StaticFileView(file, timezone)
      files.set(file, view)
    }
    return view
  }
  const own = (page: Page): Drop =>
    page.kind === 'page' ? new PageHash(page, pageData(page), context, page.content) : of(page)
  const bookViews = viewBooks(books.books, of)
  navigation = bookViews.navigation
  const shown = books.books.length > 0 && !site.collections.has('books') ? bookViews.books : undefined
  const collection = (label: string): Value =>
    nameList((site.collections.get(label)?.docs ?? []).map(of), listOf(label))
  return { site: new SiteView(site, createLists(site, of, fileOf, state), collection, shown), of, own, context }
}

/** `theme` in templates. */
export const themeView = (site: Site): Hash | null => {
  const { theme } = site.config
  if (!theme) return null
  const { version, authors, description, metadata } = theme.about
  const root = site.config.environment === 'development' ? theme.root : ''
  return hashOf({ root, name: textOf(theme.name), version, authors: authors.join(', '), description, metadata })
}
