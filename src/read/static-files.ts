// Static files: what is copied as it is. Counterpart: Jekyll::StaticFile.
import { statSync } from 'node:fs'
import { sanitizeUrl, withPermalinkSuffix } from '../model/permalink.ts'
import type { StaticFile } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { directoryOf, extensionOf, joinPath } from '../util/path.ts'
import { escapePath, unescapePath } from '../util/url.ts'
import { isTruthy } from '../util/value.ts'
import type { CollectionPlace } from './documents.ts'
import type { Reading } from './reading.ts'

export interface StaticSource {
  /** Absolute path. */
  readonly path: string
  /** '' or '/sub'; within a collection '_label' or '_label/sub'. */
  readonly dir: string
  readonly name: string
  readonly collection?: (CollectionPlace & { readonly write: boolean }) | undefined
}

// A static file knows few placeholders, and takes them as they are; the others stay in its URL.
const collectionUrl = (reading: Reading, place: CollectionPlace, cleanedPath: string, basename: string): string => {
  const own = place.metadata.get('permalink')
  let url =
    own === null || own === undefined
      ? withPermalinkSuffix('/:collection/:path', reading.config.permalink)
      : textOf(own)
  const placeholders: [string, string][] = [
    [':collection', place.label],
    [':path', cleanedPath],
    [':output_ext', ''],
    [':name', basename],
    [':title', ''],
  ]
  for (const [name, value] of placeholders) if (url.includes(':')) url = url.replaceAll(name, () => escapePath(value))
  return sanitizeUrl(url)
}

export const readStaticFile = (reading: Reading, source: StaticSource): StaticFile => {
  const extension = extensionOf(source.name)
  const relativePath = source.dir === '' ? source.name : joinPath(source.dir, source.name)
  const place = source.collection
  const stem = relativePath.slice(0, relativePath.length - extension.length).replace(/\.*$/, '')
  const basename = source.name.slice(0, source.name.length - extension.length).replace(/\.*$/, '')
  const cleaned = place ? stem.replace(place.relativeDirectory, '') : stem
  const url = (place ? collectionUrl(reading, place, cleaned, basename) : cleaned).replace(/\/$/, '') + extension
  const published = reading.defaults.all(url, place?.label).get('published')
  return {
    path: source.path,
    relativePath: source.dir === '' ? `/${source.name}` : relativePath,
    name: source.name,
    basename,
    extension,
    collection: place?.label,
    data: reading.defaults.all(relativePath, place?.label),
    modified: statSync(source.path).mtimeMs,
    url: url.startsWith('/') ? url : `/${url}`,
    outputPath: unescapePath(url).replace(/^\/+/, ''),
    write: (published === undefined || isTruthy(published)) && (place === undefined || place.write),
  }
}

/** The folder of a collection's file, as its relative path shows it. */
export const collectionFolder = (place: CollectionPlace, entry: string): string => {
  const folder = directoryOf(entry)
  return folder === '.' ? place.relativeDirectory : joinPath(place.relativeDirectory, folder)
}
