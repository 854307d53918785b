// Collections: their documents and files, in the order that the site asks for. Counterpart: Jekyll::Collection and PostReader.

import { existsSync, readdirSync } from 'node:fs'
import type { Collection, Page, StaticFile } from '../model/site.ts'
import { compareValues, mergeSort } from '../util/compare.ts'
import { isFolder } from '../util/file-kind.ts'
import { textOf } from '../util/inspect.ts'
import { joinPath } from '../util/path.ts'
import { compareText } from '../util/ruby-text.ts'
import { type Hash, isArray, isTruthy, type Value } from '../util/value.ts'
import { type CollectionPlace, isDraftName, isPostName, readDocument } from './documents.ts'
import type { Reading } from './reading.ts'
import { fileHasFrontMatter } from './source-file.ts'
import { collectionFolder, readStaticFile } from './static-files.ts'

/** Every file below `folder`, relative to it, folders included; links to folders are named, not entered. */
export const listBelow = (folder: string): string[] => {
  const found: string[] = []
  const walk = (relative: string): void => {
    const entries = readdirSync(joinPath(folder, relative), { withFileTypes: true }).sort((a, b) =>
      compareText(a.name, b.name),
    )
    for (const entry of entries) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`
      found.push(name)
      if (entry.isDirectory()) walk(name)
    }
  }
  if (existsSync(folder)) walk('')
  return found
}

const collectionsRoot = (reading: Reading): string =>
  joinPath(reading.config.source, reading.config.collectionsDir).replace(/\/$/, '')

const compareDates = (a: Page, b: Page): number => {
  const [x, y] = [a.data.get('date'), b.data.get('date')]
  return (isTruthy(x) && isTruthy(y) ? compareValues(x, y) : undefined) ?? 0
}

/**
 * The order of documents: by date where both had one, then by path. No order that holds throughout where only some have
 * a date, so it wants Ruby's own sort.
 */
export const compareDocuments = (a: Page, b: Page): number =>
  (a.undated || b.undated ? 0 : compareDates(a, b)) || compareText(a.path, b.path)

const sortByKey = (docs: readonly Page[], key: string, reading: Reading): Page[] => {
  const warn = (page: Page): void => {
    reading.warnings.push({
      topic: 'Sort warning:',
      message: `'${key}' not defined in ${page.relativePath}`,
      place: { path: page.relativePath },
    })
  }
  const missing = docs.filter((doc) => !isTruthy(doc.data.get(key)) && doc.data.get(key) !== false)
  if (missing.length < docs.length) missing.forEach(warn)
  return mergeSort(docs, (a, b) => {
    const [x, y]: [Value, Value] = [a.data.get(key), b.data.get(key)]
    const [noX, noY] = [x === null || x === undefined, y === null || y === undefined]
    if (noX !== noY) return noX ? 1 : -1
    return (compareValues(x, y) ?? 0) || compareDocuments(a, b)
  })
}

const arrange = (docs: readonly Page[], place: CollectionPlace, order: readonly Value[]): Page[] => {
  const byPath = new Map(docs.map((doc) => [doc.relativePath, doc]))
  const first = order.flatMap((entry) => byPath.get(joinPath(place.relativeDirectory, textOf(entry))) ?? [])
  return [...new Set([...first, ...docs])]
}

const sortDocs = (docs: readonly Page[], place: CollectionPlace, reading: Reading): Page[] => {
  const order = place.metadata.get('order')
  const sortBy = place.metadata.get('sort_by')
  const sorted = mergeSort(docs, compareDocuments)
  if (isArray(order)) return arrange(sorted, place, order)
  return typeof sortBy === 'string' ? sortByKey(sorted, sortBy, reading) : sorted
}

const placeOf = (label: string, metadata: Hash): CollectionPlace => ({
  label,
  metadata,
  relativeDirectory: `_${label}`,
})

/** A collection that is not posts, read from its folder. */
export const readCollection = (reading: Reading, label: string, metadata: Hash): Collection => {
  const place = placeOf(label, metadata)
  const write = isTruthy(metadata.get('output'))
  const root = collectionsRoot(reading)
  const directory = joinPath(root, place.relativeDirectory)
  const docs: Page[] = []
  const files: StaticFile[] = []
  for (const entry of isFolder(directory) ? listBelow(directory) : []) {
    const path = joinPath(directory, entry)
    if (!reading.filter.accepts(place.relativeDirectory, entry) || isFolder(path) || !existsSync(path)) continue
    if (!fileHasFrontMatter(path)) {
      files.push(
        readStaticFile(reading, {
          path,
          dir: collectionFolder(place, entry),
          name: entry.slice(entry.lastIndexOf('/') + 1),
          collection: { ...place, write },
        }),
      )
      continue
    }
    const doc = readDocument(reading, path, joinPath(place.relativeDirectory, entry), place)
    if (!doc || (!reading.config.unpublished && doc.data.get('published') === false)) continue
    docs.push(doc)
  }
  return {
    label,
    metadata,
    relativeDirectory: place.relativeDirectory,
    directory,
    write,
    docs: sortDocs(docs, place, reading),
    files,
  }
}

/** The posts (or drafts) in one folder of the source; `dir` is '' or '/sub'. */
export const readPostsIn = (reading: Reading, dir: string, kind: '_posts' | '_drafts', metadata: Hash): Page[] => {
  const place = placeOf('posts', metadata)
  const folder = joinPath(reading.config.source, dir, kind)
  if (!isFolder(folder)) return []
  const prefix = joinPath(dir, kind).replace(/^\//, '')
  const isWanted = kind === '_posts' ? isPostName : isDraftName
  const posts: Page[] = []
  for (const entry of listBelow(folder)) {
    const path = joinPath(folder, entry)
    const name = entry.slice(entry.lastIndexOf('/') + 1)
    if (!isWanted(name) || entry.split('/').some((part) => part.startsWith('.'))) continue
    if (!reading.filter.accepts(prefix, entry) || isFolder(path)) continue
    const inCollections =
      reading.config.collectionsDir === '' ? prefix : prefix.replace(`${reading.config.collectionsDir}/`, '')
    const post = readDocument(reading, path, joinPath(inCollections, entry), place)
    if (post && isPublished(reading, post)) posts.push(post)
  }
  return posts
}

const isPublished = (reading: Reading, post: Page): boolean => {
  const published = post.data.has('published') ? post.data.get('published') : true
  if (!isTruthy(published) && !reading.config.unpublished) return false
  const future = !reading.config.future && post.date !== undefined && post.date.seconds > reading.time.seconds
  if (future)
    reading.warnings.push({
      topic: 'Skipping:',
      message: `${post.relativePath} has a future date`,
      place: { path: post.relativePath },
    })
  return !future
}

/** The posts collection of the documents that the walk found. */
export const postsCollection = (reading: Reading, posts: readonly Page[], metadata: Hash): Collection => {
  const sorted = mergeSort(posts, compareDocuments)
  const { limitPosts } = reading.config
  const docs = limitPosts > 0 ? sorted.slice(-limitPosts) : sorted
  return {
    label: 'posts',
    metadata,
    relativeDirectory: '_posts',
    directory: joinPath(collectionsRoot(reading), '_posts'),
    write: true,
    docs,
    files: [],
  }
}
