// What is known of the site's picture files: looked at once each, while the first page that shows them is rendered.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { type PictureFacts, readPicture } from '../../images/index.ts'
import type { Site, StaticFile } from '../../model/site.ts'
import { globMatcher } from '../../util/glob.ts'

export interface SitePicture {
  readonly file: StaticFile
  readonly facts: PictureFacts
  readonly bytes: number
  /** The hash of the file's bytes. */
  readonly content: () => string
}

/** `broken`: its name says that it is a picture, its bytes do not. `other`: none of our business. */
export type Found = SitePicture | 'missing' | 'broken' | 'other'

const RASTER = /\.(?:png|jpe?g|jfif|webp|avif|gif|tiff?)$/i

const look = (file: StaticFile): Found => {
  if (!RASTER.test(file.name) || file.body !== undefined) return 'other'
  try {
    const facts = readPicture(file.path)
    if (facts === undefined) return 'broken'
    let content: string | undefined
    return {
      file,
      facts,
      bytes: statSync(file.path).size,
      content: () => (content ??= createHash('sha256').update(readFileSync(file.path)).digest('hex')),
    }
  } catch {
    return 'broken' // it cannot be opened
  }
}

/** Finds pictures by their path in the destination. */
export const createPictureFinder = (site: Site, exclude: readonly string[]): ((path: string) => Found) => {
  const files = new Map(site.staticFiles.filter(({ write }) => write).map((file) => [file.outputPath, file]))
  const isExcluded = globMatcher(exclude)
  const known = new Map<string, Found>()
  return (path) => {
    let found = known.get(path)
    if (found === undefined) {
      const file = files.get(path)
      if (file === undefined) found = 'missing'
      else found = isExcluded(file.relativePath.replace(/^\//, '')) ? 'other' : look(file)
      known.set(path, found)
    }
    return found
  }
}
