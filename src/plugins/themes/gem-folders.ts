// The folders in which Ruby keeps gems, and the versions of a gem that are there. Counterpart: Gem.path and Bundler's settings.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { isFolder } from '../../util/file-kind.ts'
import { isVersion } from './gem-version.ts'

/** A gem in a folder of its own. */
export interface InstalledGem {
  readonly version: string
  readonly root: string
  /** Its specification: a Ruby file; undefined where there is none. */
  readonly specification: string | undefined
}

// Patterns below a home folder or the root, '*' standing for any one name.
const USER_HOMES = [
  '.gem/ruby/*',
  '.gem',
  '.local/share/gem/ruby/*',
  '.rbenv/versions/*/lib/ruby/gems/*',
  '.rvm/gems/*',
  '.asdf/installs/ruby/*/lib/ruby/gems/*',
  '.rubies/*/lib/ruby/gems/*',
  '.local/share/mise/installs/ruby/*/lib/ruby/gems/*',
]
const SYSTEM_HOMES = [
  '/usr/local/bundle',
  '/usr/local/lib/ruby/gems/*',
  '/usr/lib/ruby/gems/*',
  '/usr/lib64/ruby/gems/*',
  '/usr/share/gems',
  '/usr/share/ruby/gems/*',
  '/var/lib/gems/*',
  '/usr/share/rubygems-integration/*',
  '/opt/homebrew/lib/ruby/gems/*',
  '/Library/Ruby/Gems/*',
]

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return [] // not there, or not to be looked at
  }
}

const expand = (pattern: string): string[] => {
  const star = pattern.indexOf('*')
  if (star < 0) return isFolder(pattern) ? [pattern] : []
  const folder = pattern.slice(0, star)
  return namesIn(folder).flatMap((name) => expand(path.join(folder, name) + pattern.slice(star + 1)))
}

// BUNDLE_PATH: "vendor/bundle"
const bundlePathOf = (folder: string): string | undefined => {
  const file = path.join(folder, 'config')
  if (!existsSync(file)) return undefined
  return /^BUNDLE_PATH:\s*["']?([^"'\s][^"'\r\n]*)["']?\s*$/m.exec(readFileSync(file, 'utf8'))?.[1]
}

/** Every folder that may hold `gems/` and `specifications/`: the site's own first. */
export const gemHomes = (source: string, env: NodeJS.ProcessEnv): string[] => {
  const home = env['HOME'] ?? homedir()
  const bundles = [
    env['BUNDLE_PATH'],
    bundlePathOf(env['BUNDLE_APP_CONFIG'] ?? path.join(source, '.bundle')),
    'vendor/bundle',
    bundlePathOf(path.join(home, '.bundle')),
  ].filter((folder): folder is string => folder !== undefined && folder !== '')
  const named = [env['GEM_HOME'] ?? '', ...(env['GEM_PATH'] ?? '').split(path.delimiter)].filter((text) => text !== '')
  return [
    ...new Set([
      ...bundles.flatMap((folder) => {
        const bundle = path.resolve(source, folder)
        return [...expand(path.join(bundle, 'ruby/*')), bundle]
      }),
      ...named.map((folder) => path.resolve(source, folder)),
      ...USER_HOMES.flatMap((pattern) => expand(path.join(home, pattern))),
      ...SYSTEM_HOMES.flatMap(expand),
    ]),
  ]
}

const gemAt = (home: string, folder: string, version: string): InstalledGem => {
  const specification = path.join(home, 'specifications', `${path.basename(folder)}.gemspec`)
  return {
    version,
    root: path.join(home, 'gems', folder),
    specification: existsSync(specification) ? specification : undefined,
  }
}

/** The versions of a gem in `homes`; of one version in several, the first. */
export const installedGems = (name: string, homes: readonly string[]): InstalledGem[] => {
  const gems = new Map<string, InstalledGem>()
  for (const home of homes)
    for (const folder of namesIn(path.join(home, 'gems'))) {
      if (!folder.startsWith(`${name}-`)) continue
      const version = folder.slice(name.length + 1)
      if (!isVersion(version) || gems.has(version) || !isFolder(path.join(home, 'gems', folder))) continue
      gems.set(version, gemAt(home, folder, version))
    }
  return [...gems.values()]
}

/** The folder of a gem that Bundler cloned from a git repository. */
export const bundledCheckout = (checkout: string, homes: readonly string[]): string | undefined =>
  homes.map((home) => path.join(home, 'bundler', 'gems', checkout)).find(isFolder)
