// Static files: what is copied as it is. Counterpart: Jekyll::StaticFile.
import { statSync } from 'node:fs'
import { documentUrl, withPermalinkSuffix } from '../model/permalink.ts'
import type { StaticFile } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { directoryOf, extensionOf, joinPath } from '../util/path.ts'
import { unescapePath } from '../util/url.ts'
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

const collectionUrl = (reading: Reading, place: CollectionPlace, cleanedPath: string, basename: string): string => {
  const own = place.metadata.get('permalink')
  const template =
    own === null || own === undefined
      ? withPermalinkSuffix('/:collection/:path', reading.config.permalink)
      : textOf(own)
  // quirk(jekyll): a static file knows few placeholders; unknown ones stay in its URL, which has no title.
  const known = template
    .replaceAll(':title', '')
    .replace(/:(?!collection|path|name|output_ext)[a-z_]+/g, (name) => `\u0001${name.slice(1)}`)
  const url = documentUrl(
    known,
    {
      collection: place.label,
      cleanedPath,
      basename,
      slug: basename,
      categories: [],
      date: reading.time,
      outputExtension: '',
    },
    cleanedPath,
  )
  return url.replaceAll('\u0001', ':')
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
