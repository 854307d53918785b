// WebP: a RIFF file with one chunk of pixels (VP8 with loss, VP8L without), or VP8X with flags and more chunks.
import type { Head } from '../head.ts'
import type { PictureFacts } from './facts.ts'

const ANIMATION = 0x02

export const readWebp = (head: Head): PictureFacts | undefined => {
  const chunk = head.bytes(12, 18)
  if (chunk.length < 18) return undefined
  const still = { format: 'webp', animated: false } as const
  switch (chunk.toString('latin1', 0, 4)) {
    case 'VP8 ':
      return { ...still, width: chunk.readUInt16LE(14) & 0x3fff, height: chunk.readUInt16LE(16) & 0x3fff }
    case 'VP8L': {
      const bits = chunk.readUInt32LE(9)
      return { ...still, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    // Its EXIF may hold an orientation, but browsers do not heed it there.
    case 'VP8X': {
      const [width, height] = [chunk.readUIntLE(12, 3) + 1, chunk.readUIntLE(15, 3) + 1]
      return { format: 'webp', width, height, animated: ((chunk[8] ?? 0) & ANIMATION) !== 0 }
    }
    default:
      return undefined
  }
}
