// Books: their one door. What puts a book together in another form is loaded where a site wants it.
export type { EpubBook, EpubContext } from './epub/book.ts'
export type { Metadata as EpubMetadata } from './epub/package.ts'
export { type BookViews, viewBooks } from './navigation.ts'
export { type Book, type Books, type Chapter, chapterKey, collectBooks, type LineOf, type Part } from './order.ts'
export type { PrintedBook, PrintOptions } from './print.ts'
export { indexPages, SEARCH_FOLDER, type SearchIndex, type SearchPage } from './search.ts'
export type { SectionSource } from './sections.ts'

export const loadPrint = () => import('./print.ts')
export const loadEpub = () => import('./epub/book.ts')
