// Books: which pages are chapters of which book, and in which order. Linear in the number of pages.

import { deepMerge, hashAt } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { documentsOf } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { type Hash, isArray, isFloatValue, isHash, isTruthy, type Value } from '../util/value.ts'

export interface Chapter {
  readonly page: Page
  readonly title: string
  /** What the author wrote as `chapter`; nil where the list in the configuration gives the order. */
  readonly number: Value
  readonly part: string | undefined
}

export interface Part {
  readonly title: string | undefined
  readonly chapters: readonly Chapter[]
}

export interface Book {
  readonly name: string
  readonly title: string
  readonly description: string | undefined
  /** The page that lists the contents; undefined where there is none. */
  readonly index: Page | undefined
  readonly chapters: readonly Chapter[]
  readonly parts: readonly Part[]
}

export interface Books {
  readonly books: readonly Book[]
  readonly warnings: readonly Warning[]
}

/** A front-matter key's line in a page's file, for warnings; asked only when there is one. */
export type LineOf = (page: Page, key: string) => number | undefined

const dataOf = (page: Page): Hash => (page.defaults.size === 0 ? page.data : deepMerge(page.defaults, page.data))

const titleOf = (page: Page, data: Hash): string => {
  const title = data.get('title')
  return isTruthy(title) ? textOf(title) : page.basename
}

interface Numbered {
  readonly chapter: Chapter
  /** Segments of a number (2.1 is [2.1], "1.2.10" is [1, 2, 10]); undefined for text. */
  readonly key: readonly number[] | undefined
  readonly text: string
}

/** How a `chapter` orders: numbers as numbers, dotted text segment by segment. */
export const chapterKey = (value: Value): readonly number[] | undefined => {
  if (typeof value === 'number') return [value]
  if (typeof value === 'bigint') return [Number(value)]
  if (isFloatValue(value)) return [value.value]
  if (typeof value !== 'string' || !/^\d+(?:\.\d+)*$/.test(value.trim())) return undefined
  const segments = value.trim().split('.')
  return segments.length <= 2 ? [Number(value)] : segments.map(Number)
}

const compareKeys = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

const compareNumbered = (a: Numbered, b: Numbered): number => {
  if (a.key && b.key) return compareKeys(a.key, b.key)
  if (a.key || b.key) return a.key ? -1 : 1
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
}

const warnAt = (page: Page, message: string, advice: string, line: number | undefined): Warning => ({
  message,
  place: { path: page.relativePath, line: line ?? 1 },
  advice,
})

const checkNumbers = (book: string, numbered: readonly Numbered[], lineOf: LineOf): Warning[] => {
  const warnings: Warning[] = []
  const first = new Map<string, Page>()
  for (const { chapter, key, text } of numbered) {
    const { page } = chapter
    if (text === '') {
      warnings.push(
        warnAt(
          page,
          `This page of the book "${book}" has no chapter`,
          'Write `chapter: 3` in its front matter, or list the chapters under `books:` in _config.yml.',
          lineOf(page, 'book'),
        ),
      )
      continue
    }
    if (!key)
      warnings.push(
        warnAt(
          page,
          `The chapter "${text}" of the book "${book}" is not a number; it comes after the numbered ones`,
          'Use a number such as 4 or 4.1.',
          lineOf(page, 'chapter'),
        ),
      )
    const id = key ? key.join('.') : text
    const other = first.get(id)
    if (other)
      warnings.push(
        warnAt(
          page,
          `Chapter ${text} of the book "${book}" is there twice: ${other.relativePath} has it too`,
          'Give each chapter a number of its own.',
          lineOf(page, 'chapter'),
        ),
      )
    else first.set(id, page)
  }
  return warnings
}

const orderByNumber = (
  book: string,
  members: readonly Chapter[],
  lineOf: LineOf,
): { chapters: Chapter[]; warnings: Warning[] } => {
  const numbered = members.map((chapter): Numbered => {
    const value = chapter.number
    return { chapter, key: chapterKey(value), text: value === null || value === undefined ? '' : textOf(value) }
  })
  const sorted = numbered.toSorted((a, b) => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1
    return compareNumbered(a, b)
  })
  return { chapters: sorted.map(({ chapter }) => chapter), warnings: checkNumbers(book, numbered, lineOf) }
}

interface Listed {
  readonly entry: string
  readonly title: string | undefined
  readonly part: string | undefined
}

const listEntries = (list: Value, part: string | undefined): Listed[] => {
  if (!isArray(list)) return []
  return list.flatMap((item): Listed[] => {
    if (!isHash(item)) return [{ entry: textOf(item), title: undefined, part }]
    const nested = item.get('chapters')
    const title = item.get('title')
    if (isArray(nested)) return listEntries(nested, isTruthy(title) ? textOf(title) : part)
    const target = item.get('page') ?? item.get('path') ?? item.get('file')
    return [{ entry: textOf(target), title: isTruthy(title) ? textOf(title) : undefined, part }]
  })
}

/** Finds pages as a chapter list names them: by path, with or without extension, or by URL. */
const createFinder = (pages: readonly Page[]): ((entry: string) => Page | undefined) => {
  const known = new Map<string, Page>()
  for (const page of pages) {
    const stem = page.relativePath.slice(0, page.relativePath.length - page.extension.length)
    for (const key of [page.relativePath, stem, page.url, page.basename]) if (!known.has(key)) known.set(key, page)
  }
  return (entry) => known.get(entry) ?? known.get(entry.replace(/^\//, ''))
}

const orderByList = (
  book: string,
  listed: readonly Listed[],
  members: readonly Chapter[],
  find: (entry: string) => Page | undefined,
) => {
  const warnings: Warning[] = []
  const chapters: Chapter[] = []
  const used = new Set<Page>()
  const byPage = new Map(members.map((chapter) => [chapter.page, chapter]))
  for (const { entry, title, part } of listed) {
    const page = find(entry)
    if (!page) {
      warnings.push({
        message: `The book "${book}" lists the chapter "${entry}", but there is no such page`,
        place: { path: '_config.yml' },
        advice: 'Name the page by its path from the source folder.',
      })
      continue
    }
    if (used.has(page)) {
      warnings.push({
        message: `The book "${book}" lists the chapter "${entry}" twice`,
        place: { path: '_config.yml' },
      })
      continue
    }
    used.add(page)
    const own = byPage.get(page)
    const data = dataOf(page)
    chapters.push({
      page,
      title: title ?? own?.title ?? titleOf(page, data),
      number: data.get('chapter') ?? null,
      part,
    })
  }
  const rest = members.filter(({ page }) => !used.has(page))
  return { chapters, warnings, rest }
}

const partsOf = (chapters: readonly Chapter[]): Part[] => {
  const parts: { title: string | undefined; chapters: Chapter[] }[] = []
  for (const chapter of chapters) {
    const last = parts.at(-1)
    if (last && last.title === chapter.part) last.chapters.push(chapter)
    else parts.push({ title: chapter.part, chapters: [chapter] })
  }
  return parts
}

const settingText = (settings: Hash | undefined, key: string): string | undefined => {
  const value = settings?.get(key)
  return isTruthy(value) ? textOf(value) : undefined
}

const createBook = (
  name: string,
  members: readonly Chapter[],
  settings: Hash | undefined,
  context: { find: (entry: string) => Page | undefined; lineOf: LineOf; indexes: ReadonlyMap<string, Page> },
) => {
  const listed = listEntries(settings?.get('parts') ?? settings?.get('chapters'), undefined)
  const list = orderByList(name, listed, members, context.find)
  const numbered = orderByNumber(name, list.rest, context.lineOf)
  const chapters = [...list.chapters, ...numbered.chapters]
  const indexEntry = settingText(settings, 'index')
  const index = (indexEntry === undefined ? undefined : context.find(indexEntry)) ?? context.indexes.get(name)
  const warnings = [...list.warnings, ...numbered.warnings]
  if (indexEntry !== undefined && !context.find(indexEntry)) {
    warnings.push({
      message: `The index page "${indexEntry}" of the book "${name}" is not there`,
      place: { path: '_config.yml' },
    })
  }
  const title = settingText(settings, 'title') ?? (index ? titleOf(index, dataOf(index)) : name)
  const book: Book = {
    name,
    title,
    description: settingText(settings, 'description'),
    index,
    chapters,
    parts: partsOf(chapters),
  }
  return { book, warnings }
}

/**
 * The site's books, in the configuration's order and then by first appearance. A page with `book: NAME` is a chapter of it, unless its
 * layout is `book`: then it is the book's contents page.
 */
export const collectBooks = (site: Site, lineOf: LineOf): Books => {
  const pages = [...site.pages, ...documentsOf(site)]
  const members = new Map<string, Chapter[]>()
  const indexes = new Map<string, Page>()
  const settings = hashAt(site.config.data, 'books') ?? new Map<Value, Value>()
  const configured = [...settings].flatMap(([key, value]): [string, Hash][] =>
    isHash(value) ? [[textOf(key), value]] : [],
  )
  for (const page of pages) {
    const own = page.data.get('book') ?? page.defaults.get('book')
    if (!isTruthy(own) || isHash(own) || isArray(own)) continue
    const name = textOf(own)
    const data = dataOf(page)
    if (data.get('layout') === 'book') indexes.set(name, page)
    else {
      const chapters = members.get(name) ?? []
      chapters.push({
        page,
        title: titleOf(page, data),
        number: data.get('chapter') ?? null,
        part: settingText(data, 'part'),
      })
      members.set(name, chapters)
    }
  }
  const named = configured.filter(
    ([name, book]) => members.has(name) || isArray(book.get('chapters')) || isArray(book.get('parts')),
  )
  if (members.size === 0 && named.length === 0) return { books: [], warnings: [] }
  const find = createFinder(pages)
  const names = new Set([...named.map(([name]) => name), ...members.keys()])
  const own = new Map(configured)
  const results = [...names].map((name) =>
    createBook(name, members.get(name) ?? [], own.get(name), { find, lineOf, indexes }),
  )
  return { books: results.map(({ book }) => book), warnings: results.flatMap(({ warnings }) => warnings) }
}
