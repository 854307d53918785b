// WebP: a RIFF file with one chunk of pixels (VP8 with loss, VP8L without), or VP8X with flags and more chunks.
import type { Head } from '../head.ts'
import { oriented, type PictureFacts } from './facts.ts'
import { readOrientation } from './tiff.ts'

const ANIMATION = 0x02
const EXIF = 0x08
const MOST_CHUNKS = 200

const orientationIn = (head: Head): number => {
  let at = 12
  for (let i = 0; i < MOST_CHUNKS; i++) {
    const chunk = head.bytes(at, 14)
    if (chunk.length < 14) break
    if (chunk.toString('latin1', 0, 4) === 'EXIF')
      return readOrientation(head, at + (chunk.toString('latin1', 8, 12) === 'Exif' ? 14 : 8))
    const length = chunk.readUInt32LE(4)
    at += 8 + length + (length % 2)
  }
  return 1
}

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
    case 'VP8X': {
      const flags = chunk[8] ?? 0
      const size = [chunk.readUIntLE(12, 3) + 1, chunk.readUIntLE(15, 3) + 1] as const
      const orientation = flags & EXIF ? orientationIn(head) : 1
      return { format: 'webp', ...oriented(size, orientation), animated: (flags & ANIMATION) !== 0 }
    }
    default:
      return undefined
  }
}
