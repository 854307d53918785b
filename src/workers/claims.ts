// Who renders which pages: threads claim them from one shared counter, a few at a time, in the order of the site.

/** The shared memory behind it: the next page, whether to stop, and how many pages are done. */
export type ClaimMemory = SharedArrayBuffer

export interface Claims {
  readonly memory: ClaimMemory
  /** The next few places of the order; undefined when there are none left or claiming has stopped. */
  take(): readonly [from: number, to: number] | undefined
  /** No more pages: what is left is for the thread that settles the rest in order. */
  stop(): void
  /** Counts one page as done, and tells how many are. */
  countDone(): number
}

const NEXT = 0
const STOPPED = 1
const DONE = 2

/** Small enough that no thread waits long for another's last pages. */
const CLAIM = 8

export const createClaimMemory = (): ClaimMemory => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)

/** Claims on `total` pages. */
export const openClaims = (memory: ClaimMemory, total: number): Claims => {
  const cells = new Int32Array(memory)
  return {
    memory,
    take: () => {
      if (Atomics.load(cells, STOPPED) !== 0) return undefined
      const from = Atomics.add(cells, NEXT, CLAIM)
      return from < total ? [from, Math.min(from + CLAIM, total)] : undefined
    },
    stop: () => {
      Atomics.store(cells, STOPPED, 1)
    },
    countDone: () => Atomics.add(cells, DONE, 1) + 1,
  }
}
