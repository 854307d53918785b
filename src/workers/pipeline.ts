// The build's own share of the pages where another thread converts: pages are begun in order, and completed as their texts come back.
import type { ConvertedElsewhere, Draft, Renderer } from '../render/index.ts'
import type { Conversion } from './conversion.ts'
import { mostlyWaits, type Share } from './share.ts'

/** How many pages may be begun at once: each keeps what its layouts will see. */
const MOST_BEGUN = 128

/** Pages that are begun and not completed. */
const createBegun = (renderer: Renderer, conversion: Conversion, onFinished: Share['onFinished']) => {
  const drafts = new Map<number, Draft>()
  // Every page that was put, the last one last: the thread comes to it last.
  const put: number[] = []
  let isAlone = false
  let done = 0
  let waiting = 0

  const complete = (at: number, converted?: ConvertedElsewhere): void => {
    const draft = drafts.get(at)
    if (!draft) return
    drafts.delete(at)
    const attempt = renderer.complete(draft, converted)
    if (attempt) {
      done++
      onFinished([at, attempt])
    } else waiting++
  }
  const completeOneHere = (): boolean => {
    for (let at = put.pop(); at !== undefined; at = put.pop())
      if (drafts.has(at) && conversion.claim(at)) {
        complete(at)
        return true
      }
    return false
  }
  const takeConverted = (): boolean => {
    const converted = conversion.take()
    for (const [at, text] of converted) complete(at, text)
    return converted.length > 0
  }
  return {
    begin: (at: number): void => {
      const draft = renderer.draft(at)
      if (!draft) {
        waiting++
        return
      }
      drafts.set(at, draft)
      if (isAlone || !renderer.convertsAnywhere(draft)) complete(at)
      else {
        put.push(at)
        conversion.put(at, draft)
      }
    },
    takeConverted,
    isUseless: (): boolean => mostlyWaits(waiting, done),
    /** Brings the pages down to so many. `helps`: does this thread convert, too, rather than wait? */
    settleTo: (most: number, helps: boolean): void => {
      while (drafts.size > most) {
        if (takeConverted() || (helps && completeOneHere()) || conversion.wait()) continue
        isAlone = true
        for (const at of drafts.keys()) complete(at)
      }
    },
  }
}

interface Course {
  /** Does the site take so long that this thread should get up to speed with converting, too? */
  readonly helps: () => boolean
  readonly mostBegun?: number | undefined
}

/** As `renderShare`, with the texts converted by `conversion`. */
export const renderPipelined = (
  renderer: Renderer,
  conversion: Conversion,
  { claims, skips, onFinished, onClaim }: Share,
  { helps, mostBegun = MOST_BEGUN }: Course,
): void => {
  const begun = createBegun(renderer, conversion, onFinished)
  try {
    for (let claim = claims.take(); claim; claim = claims.take()) {
      for (let at = claim[0]; at < claim[1]; at++) {
        if (skips(at)) continue
        begun.begin(at)
        begun.takeConverted()
        begun.settleTo(mostBegun, helps())
      }
      if (begun.isUseless()) claims.stop()
      onClaim?.()
    }
    begun.settleTo(0, helps())
  } catch {
    claims.stop()
  }
}
