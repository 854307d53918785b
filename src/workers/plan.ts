// On how many threads a site is worth rendering.
import { availableParallelism } from 'node:os'

/** More threads than this would mostly wait for memory. */
const MOST_THREADS = 8

/** A thread has to load the program and to get up to speed: it is worth it where so many milliseconds would go by without it. */
const WORTH = 2500

/** How many pages tell what the next ones will take. */
const SAMPLE = 64

export interface Pace {
  /** Is what is left to render worth other threads? */
  isLong(done: number): boolean
}

/** The pace of a build with `total` pages, watched as it goes. */
export const watchPace = (total: number): Pace => {
  let before: { readonly done: number; readonly at: number } | undefined
  return {
    isLong: (done) => {
      if (done - (before?.done ?? 0) < SAMPLE) return false
      const now = performance.now()
      // The first pages tell nothing: the program is not up to speed yet.
      const perPage = before === undefined ? 0 : (now - before.at) / (done - before.done)
      before = { done, at: now }
      return perPage * (total - done) > WORTH
    },
  }
}

/** More than this nobody can mean: each takes memory for a site of its own. */
const MOST_WANTED = 64

/** How many threads render pages where they are worth it, or as many as the user wants. */
export const countThreads = (wanted: number | undefined): number =>
  wanted === undefined ? Math.min(availableParallelism(), MOST_THREADS) : Math.min(wanted, MOST_WANTED)
