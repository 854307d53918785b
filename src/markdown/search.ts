// Searching ahead in a text without looking at a stretch of it twice, however often and from however many places the same is searched for.

export interface Searches {
  /** What was searched for in vain, and from where on. */
  missing: Map<string, number> | undefined
  /** What was found far away. */
  found: Map<string, { readonly from: number; readonly at: number }> | undefined
}

export const createSearches = (): Searches => ({ missing: undefined, found: undefined })

export const isMissing = ({ missing }: Searches, name: string, from: number): boolean => {
  const since = missing?.get(name)
  return since !== undefined && from >= since
}

export const noteMissing = (searches: Searches, name: string, from: number): void => {
  ;(searches.missing ??= new Map()).set(name, from)
}

// What is nearer is found again as fast as it is looked up.
const FAR = 500

/** Where `needle` is in `src`, from `from` on, or -1. */
export const searchAhead = (searches: Searches, src: string, needle: string, from: number): number => {
  if (isMissing(searches, needle, from)) return -1
  const known = searches.found?.get(needle)
  if (known !== undefined && from >= known.from && from <= known.at) return known.at
  const at = src.indexOf(needle, from)
  if (at < 0) noteMissing(searches, needle, from)
  else if (at - from > FAR) (searches.found ??= new Map()).set(needle, { from, at })
  return at
}
