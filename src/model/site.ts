// The site as a value: what was read, before anything is rendered.
import type { Warning } from '../util/error.ts'
import type { Hash, TimeValue, Value } from '../util/value.ts'
import type { Config } from './config.ts'
import { isHtmlExtension } from './permalink.ts'

/** A file with front matter (kind page), or a member of a collection (kind document). Its id is `relativePath`. */
export interface Page {
  readonly kind: 'page' | 'document'
  /** The collection's label; undefined for pages. */
  readonly collection: string | undefined
  /** Where it was read from, absolute; a generated page has a path that need not exist. */
  readonly path: string
  /** From the source folder (for documents: from the collections folder), without a leading slash. */
  readonly relativePath: string
  /** A page's folder as its URL starts: '' or '/sub'. */
  readonly dir: string
  /** File name with extension. */
  readonly name: string
  /** File name without extension or trailing periods. */
  readonly basename: string
  readonly extension: string
  /** Documents: front matter over defaults, with what the file name says. Pages: their own front matter. */
  readonly data: Hash
  /** Front-matter defaults, which a page's view shows below its own data. Empty for documents. */
  readonly defaults: Hash
  readonly content: string
  /** The line of the file on which `content` starts, from 1. */
  readonly line: number
  /** Text of the automatic excerpt, or undefined where the author wrote one or none is wanted. */
  readonly excerpt: string | undefined
  /** Documents have a date; pages have none. */
  readonly date: TimeValue | undefined
  readonly draft: boolean
  readonly url: string
  /** With the dot. */
  readonly outputExtension: string
  /** Relative to the destination. */
  readonly outputPath: string
  /**
   * Of a document that has no date of its own, and got one too late to be sorted by it as it was read; `throughout` where its URL does not
   * ask for one either, so that templates see it in the same place.
   */
  readonly undated?: 'as read' | 'throughout' | undefined
  /** False for documents of collections that are not written. */
  readonly write: boolean
  /** Made without any content, not even an empty one: templates see nil until it is rendered. */
  readonly contentless?: boolean | undefined
  /** What templates see as the page's path, where that is not `relativePath`. */
  readonly shownPath?: string | undefined
  /** Filled in by pagination: `paginator` in templates. */
  readonly paging?: Listing | undefined
  /** Posts and values that the page's own view shows: archive pages. */
  readonly listing?: Listing | undefined
  /** Set by generators: the page replaces nothing that the cleaner or the conflict check should report. */
  readonly generated?: boolean
}

/** A list of posts with values around it; `posts` among the values says where in their order the list stands. */
export interface Listing {
  readonly posts: readonly Page[]
  readonly values: ReadonlyMap<string, Value>
}

export interface Layout {
  readonly name: string
  readonly path: string
  /** As errors show it. */
  readonly relativePath: string
  readonly extension: string
  readonly data: Hash
  readonly content: string
  readonly line: number
}

export interface StaticFile {
  readonly path: string
  /** With a leading slash, as `site.static_files` shows it. */
  readonly relativePath: string
  readonly name: string
  readonly basename: string
  readonly extension: string
  readonly collection: string | undefined
  /** Front-matter defaults that apply to it. */
  readonly data: Hash
  /** Milliseconds since the epoch. */
  readonly modified: number
  readonly url: string
  readonly outputPath: string
  readonly write: boolean
  /** Text made by a generator, in place of the file at `path`. */
  readonly body?: string | undefined
}

export interface Collection {
  readonly label: string
  readonly metadata: Hash
  readonly relativeDirectory: string
  readonly directory: string
  readonly write: boolean
  readonly docs: readonly Page[]
  readonly files: readonly StaticFile[]
}

export interface Site {
  readonly config: Config
  readonly time: TimeValue
  readonly layouts: ReadonlyMap<string, Layout>
  readonly pages: readonly Page[]
  /** In the configuration's order, posts among them. */
  readonly collections: ReadonlyMap<string, Collection>
  readonly staticFiles: readonly StaticFile[]
  readonly data: Hash
  readonly warnings: readonly Warning[]
}

export const isHtmlPage = (page: Page): boolean => isHtmlExtension(page.outputExtension)

/** Posts oldest first. */
export const postsOf = (site: Site): readonly Page[] => site.collections.get('posts')?.docs ?? []

/** Every document of every collection, in the order of the collections. */
export const documentsOf = (site: Site): readonly Page[] => [...site.collections.values()].flatMap(({ docs }) => docs)

/** Everything that is rendered, in the order in which it is rendered. */
export const renderOrder = (site: Site): readonly Page[] => [...documentsOf(site), ...site.pages]
