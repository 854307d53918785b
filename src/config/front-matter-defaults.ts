// Front-matter defaults: which values a file gets from the `defaults` key, the most specific scope winning.
// Counterpart: Jekyll::FrontmatterDefaults.
import type { Config, FrontMatterDefault } from '../model/config.ts'
import { deepMerge } from '../model/hash.ts'
import { UserError } from '../util/error.ts'
import { globPaths } from '../util/glob.ts'
import { joinPath } from '../util/path.ts'
import type { Hash, Value } from '../util/value.ts'
import { writtenCollectionsDir } from './collections-dir.ts'

export interface FrontMatterDefaults {
  /** All values for a file, `path` relative to the source. */
  all(path: string, type: string | undefined): Hash
  /** One value, with nil where no scope gives it. */
  find(path: string, type: string | undefined, key: string): Value
}

const sanitize = (path: string): string => (path.startsWith('/') ? path.slice(1) : path)

const stripCollectionsDir = (path: string, config: Config): string => {
  const written = writtenCollectionsDir(config)
  return written !== '' && path.startsWith(`${written}/`) ? path.slice(written.length + 1) : path
}

/** quirk(jekyll): what follows a set without a scope outranks it, and such a set cannot be compared with those before it. */
const outranks = (old: FrontMatterDefault | undefined, next: FrontMatterDefault): boolean => {
  if (!old?.scoped) return true
  if (!next.scoped)
    throw new UserError('A set of defaults without a `scope` follows one with a scope for the same file', {
      place: { path: '_config.yml' },
      advice: 'Give it one: `scope: { path: "" }`.',
    })
  const [newLength, oldLength] = [sanitize(next.path).length, sanitize(old.path).length]
  if (newLength !== oldLength) return newLength > oldLength
  return next.type !== undefined || old.type === undefined
}

/** Answers for one configuration; keep it, for it remembers what it has worked out. */
export const createFrontMatterDefaults = (config: Config): FrontMatterDefaults => {
  const globbed = new Map<string, readonly string[]>()
  const glob = (pattern: string): readonly string[] => {
    let paths = globbed.get(pattern)
    if (!paths) {
      const base = `${config.source}/`
      paths = globPaths(joinPath(config.source, pattern)).map((path) =>
        stripCollectionsDir(path.slice(base.length), config),
      )
      globbed.set(pattern, paths)
    }
    return paths
  }
  const appliesToPath = (set: FrontMatterDefault, path: string): boolean => {
    if (set.path === '') return true
    if (set.path.includes('*')) return glob(set.path).some((scope) => path.startsWith(scope))
    return path.startsWith(stripCollectionsDir(set.path, config))
  }
  const matching = (path: string, type: string | undefined): FrontMatterDefault[] => {
    const clean = sanitize(path)
    return config.defaults.filter((set) => (set.type === undefined || set.type === type) && appliesToPath(set, clean))
  }
  const known = new Map<string, Hash>()
  const empty: Hash = new Map()
  const all = (path: string, type: string | undefined): Hash => {
    const sets = config.defaults.length === 0 ? [] : matching(path, type)
    if (sets.length === 0) return empty
    const key = sets.map((set) => config.defaults.indexOf(set)).join()
    const cached = known.get(key)
    if (cached) return cached
    let values: Hash = empty
    let top: FrontMatterDefault | undefined
    for (const set of sets) {
      if (outranks(top, set)) {
        values = deepMerge(values, set.values)
        top = set
      } else values = deepMerge(set.values, values)
    }
    known.set(key, values)
    return values
  }
  const find = (path: string, type: string | undefined, key: string): Value => {
    let top: FrontMatterDefault | undefined
    let value: Value = null
    for (const set of matching(path, type)) {
      if (!set.values.has(key) || !outranks(top, set)) continue
      value = set.values.get(key)
      top = set
    }
    return value
  }
  return { all, find }
}
