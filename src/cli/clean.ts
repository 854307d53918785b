// `octavo clean`: removes the destination and the caches.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { CACHE_NAME } from '../cache/index.ts'
import { findNoTheme, loadConfig } from '../config/index.ts'
import { type Flags, overridesOf } from './options.ts'
import { createTerminalLog } from './terminal.ts'

export const runClean = async (flags: Flags): Promise<number> => {
  const log = createTerminalLog(flags)
  const { config } = await loadConfig(
    {
      source: flags.source,
      destination: flags.destination,
      config: flags.config,
      overrides: overridesOf(flags, 'clean'),
    },
    findNoTheme,
  )
  const targets = [
    config.destination,
    path.join(config.source, '.jekyll-metadata'),
    config.cacheDir,
    path.join(config.source, CACHE_NAME),
    path.join(config.source, '.sass-cache'),
  ]
  for (const target of targets) {
    const there = existsSync(target)
    log.info('Cleaner:', there ? `Removing ${target}...` : `Nothing to do for ${target}.`)
    if (there) rmSync(target, { recursive: true, force: true })
  }
  return 0
}
