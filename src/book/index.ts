// Books: their one door.
export { type BookViews, viewBooks } from './navigation.ts'
export { type Book, type Books, type Chapter, chapterKey, collectBooks, type LineOf, type Part } from './order.ts'
export { indexPages, SEARCH_FOLDER, type SearchIndex, type SearchPage } from './search.ts'
