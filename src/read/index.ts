// Reading a site: from a configuration to the Site value. Counterpart: Jekyll::Site#read.
import { createFrontMatterDefaults } from '../config/index.ts'
import type { Config } from '../model/config.ts'
import { deepMerge } from '../model/hash.ts'
import type { Collection, Site } from '../model/site.ts'
import { nowTime } from '../util/local-time.ts'
import { compareText } from '../util/ruby-text.ts'
import { postsCollection, readCollection } from './collections.ts'
import { readData } from './data.ts'
import { createEntryFilter } from './entry-filter.ts'
import { readLayouts } from './layouts.ts'
import type { Reading } from './reading.ts'
import { readThemeAssets, walkSource } from './walk.ts'

export { createDocument } from './documents.ts'
export { createEntryFilter } from './entry-filter.ts'
export { extractExcerpt } from './excerpt.ts'
export { splitFrontMatter } from './front-matter.ts'
export { lineOfKey } from './key-line.ts'
export { createPage, type PageSource, pageData } from './pages.ts'
export type { Reading } from './reading.ts'

/** What the reader must know beyond the configuration. */
export interface ReadOptions {
  readonly convertedExtension: (extension: string) => string | undefined
}

export const createReading = (config: Config, options: ReadOptions): Reading => ({
  config,
  defaults: createFrontMatterDefaults(config),
  filter: createEntryFilter(config),
  time: config.time ?? nowTime(config.timezone),
  convertedExtension: options.convertedExtension,
  warnings: [],
})

/** The whole site as a value. @throws UserError for what no build can do with: an impossible date, front matter that is no hash. */
export const readSite = async (reading: Reading): Promise<Site> => {
  const { config } = reading
  const layouts = readLayouts(reading)
  const posts = config.collections.get('posts') ?? new Map()
  const found = walkSource(reading, posts)
  found.pages.sort((a, b) => compareText(a.name, b.name))
  found.staticFiles.sort((a, b) => compareText(a.relativePath, b.relativePath))
  const collections = new Map<string, Collection>()
  for (const [label, metadata] of config.collections) {
    if (label === 'posts') collections.set(label, postsCollection(reading, found.posts, metadata))
    else if (label === 'data')
      collections.set(label, {
        ...postsCollection(reading, [], metadata),
        label,
        relativeDirectory: '_data',
        write: false,
      })
    else collections.set(label, readCollection(reading, label, metadata))
  }
  for (const { files } of collections.values()) found.staticFiles.push(...files)
  readThemeAssets(reading, found)
  const own = await readData(config.dataDir, config)
  const data = config.theme?.data ? deepMerge(await readData(config.theme.data, config), own) : own
  return {
    config,
    time: reading.time,
    layouts,
    pages: found.pages,
    collections,
    staticFiles: found.staticFiles,
    data,
    warnings: reading.warnings,
  }
}
