// Finished text, kept as UTF-8 bytes outside of the heap: half the room where it has a character beyond Latin 1, none of the ropes that
// building it left behind, and nothing for the collector to look at.

/** Bytes of UTF-8, or the text itself where it is short or UTF-8 could not hold it (half a surrogate pair). */
export type PackedText = string | Uint8Array

const SHORT = 512

export const packText = (text: string): PackedText =>
  text.length < SHORT || !text.isWellFormed() ? text : Buffer.from(text)

export const unpackText = (packed: PackedText): string =>
  typeof packed === 'string' ? packed : Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString()
