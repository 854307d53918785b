// Random numbers that come again: the same seed gives the same ones on every machine.

/** A function that gives the next number, from 0 up to 1 (mulberry32). `seed` is a whole number of 32 bits. */
export const createNumbers = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
