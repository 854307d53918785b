// Hashes merged the way Jekyll merges configuration, defaults and front matter.
import { type Hash, isHash, type Value } from '../util/value.ts'

/**
 * A new hash: `overwrite` over `base`, hash values merged in turn, a nil in `overwrite` keeping what was there. Keys keep `base`'s
 * order, new ones follow. (Jekyll's Utils.deep_merge_hashes)
 */
export const deepMerge = (base: Hash, overwrite: Hash): Map<Value, Value> => {
  const merged = new Map(base)
  for (const [key, value] of overwrite) {
    const old = merged.get(key)
    if (!merged.has(key)) merged.set(key, value)
    else if (value === null || value === undefined) continue
    else merged.set(key, isHash(old) && isHash(value) ? deepMerge(old, value) : value)
  }
  return merged
}

/** A string entry, or undefined where there is none or it is something else. */
export const stringAt = (hash: Hash, key: string): string | undefined => {
  const value = hash.get(key)
  return typeof value === 'string' ? value : undefined
}

export const hashAt = (hash: Hash, key: string): Hash | undefined => {
  const value = hash.get(key)
  return isHash(value) ? value : undefined
}
