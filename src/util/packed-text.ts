// Finished text, kept as UTF-8 bytes outside of the heap: half the room where it has a character beyond Latin 1, none of the ropes that
// building it left behind, and nothing for the collector to look at. Texts lie side by side in slabs: a piece of memory for each would cost
// more to get than the text to write. All threads share that memory, and so nothing is copied for another one.

/** Bytes of UTF-8, or the text itself where it is short or UTF-8 could not hold it (half a surrogate pair). */
export type PackedText = string | Uint8Array

const SHORT = 512
const SLAB = 1 << 20

/** Longer texts have memory of their own. */
const LONG = SLAB / 16

/** UTF-16 units become three bytes at most. */
const MOST_BYTES = 3

const allocate = (size: number): Buffer => Buffer.from(new SharedArrayBuffer(size))

// Mutable: the slab that is being filled.
let slab = allocate(0)
let used = 0

export const packText = (text: string): PackedText => {
  if (text.length < SHORT || !text.isWellFormed()) return text
  if (text.length > LONG) {
    const bytes = allocate(Buffer.byteLength(text))
    bytes.write(text)
    return bytes
  }
  if (slab.length - used < text.length * MOST_BYTES) {
    slab = allocate(SLAB)
    used = 0
  }
  const size = slab.write(text, used, 'utf8')
  const packed = slab.subarray(used, used + size)
  used += size
  return packed
}

export const unpackText = (packed: PackedText): string =>
  typeof packed === 'string' ? packed : Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString()
