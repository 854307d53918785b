// Octavo's own cache folder in the source: what may be thrown away at any time and is made again when needed.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The folder's name below the source. */
export const CACHE_NAME = '.octavo-cache'

/** Makes a cache folder that git leaves alone, through a file inside it. */
export const prepareCacheFolder = (folder: string): void => {
  const ignore = path.join(folder, '.gitignore')
  if (existsSync(ignore)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(ignore, '# ignore everything in this directory\n*\n')
}

/** The absolute path of the cache's folder `name` for the site at `source`; made where it is not there yet. */
export const openCacheFolder = (source: string, name: string): string => {
  const root = path.join(source, CACHE_NAME)
  prepareCacheFolder(root)
  const folder = path.join(root, name)
  mkdirSync(folder, { recursive: true })
  return folder
}
