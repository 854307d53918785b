// Work in a bounded number of lanes.
import { availableParallelism } from 'node:os'

const MOST_LANES = 8

/** Runs `work` over all items, as many at a time as there are processors; the results keep the items' order. */
export const inLanes = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), MOST_LANES, items.length) }, lane))
  return results
}
