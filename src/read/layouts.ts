// Layouts of the site and, below them, of its theme. Counterpart: Jekyll::LayoutReader.

import type { Layout } from '../model/site.ts'
import { isFolder } from '../util/file-kind.ts'
import { extensionOf, joinPath } from '../util/path.ts'
import { listBelow } from './collections.ts'
import { frontMatterHash, splitFrontMatter } from './front-matter.ts'
import { type Reading, reportFrontMatter } from './reading.ts'
import { readSource } from './source-file.ts'

const readLayout = (reading: Reading, path: string, relativePath: string, name: string): Layout => {
  const { text } = readSource(path, reading.config.encoding)
  const parts = splitFrontMatter(text, relativePath)
  if (parts.error) reportFrontMatter(reading, parts.error)
  return {
    name,
    path,
    relativePath,
    extension: extensionOf(path),
    data: frontMatterHash(parts, relativePath),
    content: parts.content,
    line: parts.line,
  }
}

const readFolder = (reading: Reading, folder: string, base: string, layouts: Map<string, Layout>): void => {
  if (!isFolder(folder)) return
  for (const entry of listBelow(folder)) {
    const path = joinPath(folder, entry)
    if (!/[^/]*\.[^/]*$/.test(entry) || entry.split('/').some((part) => part.startsWith('.'))) continue
    if (isFolder(path) || !reading.filter.accepts('', entry)) continue
    const name = entry.slice(0, entry.lastIndexOf('.'))
    const known = layouts.get(name)
    if (known && !known.path.startsWith(`${folder}/`)) continue
    layouts.set(name, readLayout(reading, path, path.slice(base.length + 1), name))
  }
}

/** Layouts by name: their path below the layouts folder, without extension. */
export const readLayouts = (reading: Reading): ReadonlyMap<string, Layout> => {
  const layouts = new Map<string, Layout>()
  const { config } = reading
  readFolder(reading, config.layoutsDir, config.source, layouts)
  if (config.theme?.layouts) readFolder(reading, config.theme.layouts, config.theme.root, layouts)
  return layouts
}
