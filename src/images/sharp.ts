// The door to sharp: loaded when the first picture has to be made, and named plainly where it is missing or does not run.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { UserError } from '../util/error.ts'
import { lazy } from '../util/lazy.ts'
import { loadModule } from '../util/load-module.ts'

type Sharp = typeof import('sharp').default

/** The version of the installed package, without loading it; undefined where there is none. */
export const sharpVersion = lazy((): string | undefined => {
  try {
    let folder = path.dirname(createRequire(import.meta.url).resolve('sharp'))
    while (path.basename(folder) !== 'sharp') {
      if (folder === path.dirname(folder)) return undefined
      folder = path.dirname(folder)
    }
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: unknown }
    return String(version)
  } catch {
    return undefined // not installed
  }
})

/** @throws UserError where sharp is not installed or has no program for this machine. */
export const loadSharp = async (): Promise<Sharp> => {
  try {
    const { default: sharp } = await loadModule<{ readonly default: Sharp }>('sharp')
    // One thread for each picture: as many pictures as there are processors are at work.
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  } catch (error) {
    throw new UserError('Pictures cannot be made: the package sharp is not installed or does not run on this machine', {
      place: { path: '_config.yml' },
      advice:
        'Run `npm install sharp` on this kind of machine. Without it, pages get the width and height of their pictures, and nothing else.',
      cause: error,
    })
  }
}
