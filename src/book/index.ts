// Books: their one door.
export { type BookViews, viewBooks } from './navigation.ts'
export { type Book, type Books, type Chapter, chapterKey, collectBooks, type LineOf, type Part } from './order.ts'
