// On how many threads a site is worth rendering.
import { availableParallelism } from 'node:os'

/** More threads than this would mostly wait for memory. */
const MOST_THREADS = 8

/** A thread has to load the program and to get up to speed: it is worth it where so many milliseconds would go by without it. */
const WORTH = 2500

/** How many pages at the end of those that are done tell what the next ones will take. */
const SAMPLE = 64

export interface Pace {
  /** Is what is left to render worth other threads? */
  isLong(done: number): boolean
}

/** The pace of a build with `total` pages, watched as it goes. The first pages tell little: the program is not up to speed yet. */
export const watchPace = (total: number): Pace => {
  let before = { done: 0, at: performance.now() }
  return {
    isLong: (done) => {
      const pages = done - before.done
      if (pages < SAMPLE) return false
      const now = performance.now()
      const perPage = (now - before.at) / pages
      before = { done, at: now }
      return perPage * (total - done) > WORTH
    },
  }
}

/** How many threads render pages where they are worth it. */
export const usualThreads = (): number => Math.min(availableParallelism(), MOST_THREADS)
