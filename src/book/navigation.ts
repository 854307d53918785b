// What templates see of the books: `site.books` and `page.book_nav`, as plain hashes that share their lists.
import type { Page } from '../model/site.ts'
import { type Hash, hashOf, type Value } from '../util/value.ts'
import type { Book, Chapter } from './order.ts'

export interface BookViews {
  /** `site.books`. */
  readonly books: readonly Hash[]
  /** `page.book_nav` of every page that is a chapter. */
  readonly navigation: ReadonlyMap<Page, Hash>
}

const chapterHash = (chapter: Chapter, position: number, view: (page: Page) => Value): Hash =>
  hashOf({
    title: chapter.title,
    url: chapter.page.url,
    path: chapter.page.relativePath,
    number: chapter.number,
    part: chapter.part ?? null,
    position,
    page: view(chapter.page),
  })

const indexOf = (book: Book): Value => (book.index ? hashOf({ title: book.title, url: book.index.url }) : null)

/** Built once per build; `view` makes what templates see of a page. */
export const viewBooks = (books: readonly Book[], view: (page: Page) => Value): BookViews => {
  const navigation = new Map<Page, Hash>()
  const hashes = books.map((book) => {
    const chapters = book.chapters.map((chapter, i) => chapterHash(chapter, i + 1, view))
    const byChapter = new Map(book.chapters.map((chapter, i) => [chapter, chapters[i] ?? null]))
    const parts = book.parts.map((part) =>
      hashOf({ title: part.title ?? null, chapters: part.chapters.map((chapter) => byChapter.get(chapter) ?? null) }),
    )
    const head = hashOf({
      name: book.name,
      title: book.title,
      url: book.index?.url ?? null,
      description: book.description ?? null,
    })
    book.chapters.forEach((chapter, i) => {
      navigation.set(
        chapter.page,
        hashOf({
          book: head,
          previous: chapters[i - 1] ?? null,
          next: chapters[i + 1] ?? null,
          index: indexOf(book),
          chapters,
          parts,
          position: i + 1,
          total: chapters.length,
        }),
      )
    })
    return new Map(head).set('chapters', chapters).set('parts', parts)
  })
  return { books: hashes, navigation }
}
