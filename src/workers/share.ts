// One thread's share of a site's pages: as many as it can claim before the others do.
import type { Attempt, Renderer } from '../render/index.ts'
import type { Claims } from './claims.ts'

/** A page by its place in the order, and what came of it. */
export type Finished = readonly [at: number, attempt: Attempt]

/** One thread's pages, and what becomes of them. */
export interface Share {
  readonly claims: Claims
  /** Pages that this thread is to leave alone. */
  readonly skips: (at: number) => boolean
  /** Called for each page that could be rendered. */
  readonly onFinished: (finished: Finished) => void
  /** Called between claims. */
  readonly onClaim?: (() => void) | undefined
}

const MANY_WAITING = 32

/** Do so many pages have to wait for others that threads are of no use? */
export const mostlyWaits = (waiting: number, done: number): boolean => waiting > MANY_WAITING && waiting > done

/**
 * Renders pages until none is left. A page that has to wait, or is wrong, is left out: whoever settles the rest in order meets it again.
 * After a wrong one nobody claims any more, for the build ends there.
 */
export const renderShare = (renderer: Renderer, { claims, skips, onFinished, onClaim }: Share): void => {
  let done = 0
  let waiting = 0
  for (let claim = claims.take(); claim; claim = claims.take()) {
    for (let at = claim[0]; at < claim[1]; at++) {
      if (skips(at)) continue
      let attempt: Attempt | undefined
      try {
        attempt = renderer.render(at)
      } catch {
        claims.stop()
        return
      }
      if (attempt) {
        done++
        onFinished([at, attempt])
      } else waiting++
    }
    if (mostlyWaits(waiting, done)) claims.stop()
    onClaim?.()
  }
}
