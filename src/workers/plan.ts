// On how many threads a site is worth rendering.
import { availableParallelism } from 'node:os'

/** More threads than this would mostly wait for memory. */
const MOST_THREADS = 8

/** A thread has to load the program and to get up to speed: it is worth it where so many milliseconds would go by without it. */
const WORTH = 2500

/** After how many pages, and then how many more, the pace is taken. */
const FIRST = 24
const SAMPLE = 64

/** How many times as long as later ones pages take in the first samples: the program is not up to speed yet. */
const SLOWER = [6, 3, 2]

export interface Pace {
  /** Is what is left to render worth other threads? */
  isLong(done: number): boolean
}

/** The pace of a build with `total` pages, watched as it goes. */
export const watchPace = (total: number): Pace => {
  let before = { done: 0, at: performance.now() }
  let samples = 0
  return {
    isLong: (done) => {
      if (done - before.done < (samples === 0 ? FIRST : SAMPLE)) return false
      const now = performance.now()
      const perPage = (now - before.at) / (done - before.done)
      before = { done, at: now }
      return (perPage * (total - done)) / (SLOWER[samples++] ?? 1) > WORTH
    },
  }
}

/** More than this nobody can mean: each takes memory for a site of its own. */
const MOST_WANTED = 64

/** How many threads render pages where they are worth it, or as many as the user wants. */
export const countThreads = (wanted: number | undefined): number =>
  wanted === undefined ? Math.min(availableParallelism(), MOST_THREADS) : Math.min(wanted, MOST_WANTED)
