// The one pass over the source tree: pages, static files, and the posts of every folder. Counterpart: Jekyll::Reader.

import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { writtenCollectionsDir } from '../config/index.ts'
import type { Page, StaticFile } from '../model/site.ts'
import { isFile, isFolder as isFolderAt } from '../util/file-kind.ts'
import { directoryOf, joinPath } from '../util/path.ts'
import { compareText } from '../util/ruby-text.ts'
import type { Hash } from '../util/value.ts'
import { listBelow, readPostsIn } from './collections.ts'
import { isOutsideLink } from './entry-filter.ts'
import { readPage } from './pages.ts'
import type { Reading } from './reading.ts'
import { fileHasFrontMatter } from './source-file.ts'
import { readStaticFile } from './static-files.ts'

export interface Found {
  readonly pages: Page[]
  readonly staticFiles: StaticFile[]
  readonly posts: Page[]
}

const MAX_DEPTH = 64

const readFile = (reading: Reading, found: Found, dir: string, name: string): void => {
  const path = joinPath(reading.config.source, dir, name)
  if (fileHasFrontMatter(path)) {
    const page = readPage(reading, { path, dir, name })
    if (page) found.pages.push(page)
  } else found.staticFiles.push(readStaticFile(reading, { path, dir, name }))
}

const holdsPosts = (reading: Reading, dir: string): boolean => {
  const written = writtenCollectionsDir(reading.config)
  return written === '' || dir.startsWith(`/${written}`)
}

const walkFolder = (reading: Reading, found: Found, dir: string, posts: Hash): void => {
  const { config, filter } = reading
  const folder = joinPath(config.source, dir)
  const entries = readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .filter((entry) => filter.accepts(dir, entry.name))
  if (holdsPosts(reading, dir)) {
    found.posts.push(...readPostsIn(reading, dir, '_posts', posts))
    if (config.showDrafts) found.posts.push(...readPostsIn(reading, dir, '_drafts', posts))
  }
  const isFolder = (entry: (typeof entries)[number]): boolean =>
    entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(joinPath(folder, entry.name)))
  for (const entry of entries) {
    const path = joinPath(folder, entry.name)
    // A linked folder can lead back to itself: the depth bounds it.
    if (isFolder(entry) && path !== config.destination && dir.split('/').length < MAX_DEPTH)
      walkFolder(reading, found, joinPath(dir, entry.name), posts)
  }
  for (const entry of entries) {
    if (!isFolder(entry) && (entry.isFile() || isFile(joinPath(folder, entry.name))))
      readFile(reading, found, dir, entry.name)
  }
}

// Files that `include` names by path although the folder around them is excluded.
const readIncluded = (reading: Reading, found: Found): void => {
  const { config } = reading
  for (const entry of config.include) {
    const path = joinPath(config.source, entry)
    if (entry.includes('*') || !existsSync(path) || !isFile(path) || isOutsideLink(config, path)) continue
    const relative = entry.replace(/^\/+/, '')
    const known =
      found.pages.some((page) => page.relativePath === relative) ||
      found.staticFiles.some((file) => file.relativePath.replace(/^\//, '') === relative)
    if (known) continue
    const folder = directoryOf(relative)
    readFile(reading, found, folder === '.' ? '' : `/${folder}`, relative.slice(relative.lastIndexOf('/') + 1))
  }
}

/** Everything in the source that is not in a special folder, and all posts. */
export const walkSource = (reading: Reading, posts: Hash): Found => {
  const found: Found = { pages: [], staticFiles: [], posts: [] }
  walkFolder(reading, found, '', posts)
  readIncluded(reading, found)
  return found
}

/** The theme's assets, where the site has no file of the same path. Counterpart: Jekyll::ThemeAssetsReader. */
export const readThemeAssets = (reading: Reading, found: Found): void => {
  const { theme } = reading.config
  if (!theme?.assets || !isFolderAt(theme.assets)) return
  const pages = new Set(found.pages.map((page) => page.relativePath))
  const files = new Set(found.staticFiles.map((file) => file.relativePath))
  const folder = theme.assets.slice(theme.root.length + 1)
  for (const entry of listBelow(theme.assets)) {
    const path = joinPath(theme.assets, entry)
    if (isFolderAt(path) || lstatSync(path).isSymbolicLink()) continue
    const relative = joinPath(folder, entry)
    const dir = `/${directoryOf(relative)}`
    const name = relative.slice(relative.lastIndexOf('/') + 1)
    if (fileHasFrontMatter(path)) {
      if (pages.has(relative)) continue
      const page = readPage(reading, { path, dir, name })
      if (page) found.pages.push(page)
    } else if (!files.has(`/${relative}`)) found.staticFiles.push(readStaticFile(reading, { path, dir, name }))
  }
}
