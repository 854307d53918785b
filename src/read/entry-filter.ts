// Which entries of the source belong to the site: `include` and `exclude` globs, hidden and special names, backup files.
// Counterpart: Jekyll::EntryFilter.

import { lstatSync, realpathSync } from 'node:fs'
import type { Config } from '../model/config.ts'
import { isFolder } from '../util/file-kind.ts'
import { fnmatch } from '../util/fnmatch.ts'
import { baseName, joinPath } from '../util/path.ts'

const isSpecial = (name: string): boolean => /^[._#~]/.test(name)

/** In safe mode, links that lead out of the source are left alone. */
export const isOutsideLink = (config: Config, path: string): boolean => {
  if (!config.safe) return false
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return false
  try {
    return !realpathSync(path).startsWith(realpathSync(config.source))
  } catch {
    return true // a dangling link leads nowhere inside
  }
}

export interface EntryFilter {
  /** Is the entry, named relative to `folder` (itself relative to the source), part of the site? */
  accepts(folder: string, entry: string): boolean
  /** Does `include` name it, by path or by file name? */
  isIncluded(entry: string): boolean
  /** Does one of the globs match it? */
  matches(patterns: readonly string[], entry: string): boolean
}

export const createEntryFilter = (config: Config): EntryFilter => {
  const excluded = config.exclude.filter((pattern) => !config.include.includes(pattern))
  const matches = (patterns: readonly string[], entry: string): boolean => {
    if (patterns.length === 0) return false
    const path = joinPath(config.source, entry)
    return patterns.some((pattern) => {
      const full = joinPath(config.source, pattern)
      if (path.startsWith(full)) return true
      if (/[*?[\\]/.test(pattern) && fnmatch(full, path)) return true
      return full === `${path}/` && isFolder(path)
    })
  }
  const isIncluded = (entry: string): boolean =>
    matches(config.include, entry) || matches(config.include, baseName(entry))
  const accepts = (folder: string, entry: string): boolean => {
    if (entry.endsWith('.')) return false
    const included = isIncluded(entry)
    if (!included && matches(excluded, joinPath(folder, entry))) return false
    if (isOutsideLink(config, joinPath(config.source, folder, entry))) return false
    return included || !(isSpecial(entry) || isSpecial(baseName(entry)) || entry.endsWith('~'))
  }
  return { accepts, isIncluded, matches }
}
