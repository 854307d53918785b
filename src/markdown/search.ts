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

// Where it is as far as that is known.
const lookUp = (searches: Searches, needle: string, from: number): number | undefined => {
  if (isMissing(searches, needle, from)) return -1
  const known = searches.found?.get(needle)
  return known !== undefined && from >= known.from && from <= known.at ? known.at : undefined
}

const remember = (searches: Searches, needle: string, from: number, at: number): number => {
  if (at < 0) noteMissing(searches, needle, from)
  else if (at - from > FAR) (searches.found ??= new Map()).set(needle, { from, at })
  return at
}

/** Where `needle` is in `src`, from `from` on, or -1. */
export const searchAhead = (searches: Searches, src: string, needle: string, from: number): number =>
  lookUp(searches, needle, from) ?? remember(searches, needle, from, src.indexOf(needle, from))

// A run that is far away is looked for by its end: up to the last character there that is another, no run can start.
const findRun = (src: string, run: string, from: number): number => {
  const { length } = run
  const code = run.charCodeAt(0)
  const near = src.slice(from, from + length + FAR).indexOf(run)
  if (near >= 0) return from + near
  let start = from
  // From `start` up to here, all is known to fit.
  let known = from
  while (start + length <= src.length) {
    const next = start + length
    let at = next - 1
    while (at >= known && src.charCodeAt(at) === code) at--
    if (at < known) return start
    start = at + 1
    known = next
  }
  return -1
}

// Of a shorter run every place is looked at as fast.
const LONG_RUN = 16

/** The same for a needle that is one character, any number of times. */
export const searchRunAhead = (searches: Searches, src: string, run: string, from: number): number =>
  run.length < LONG_RUN
    ? searchAhead(searches, src, run, from)
    : (lookUp(searches, run, from) ?? remember(searches, run, from, findRun(src, run, from)))
