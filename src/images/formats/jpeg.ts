// JPEG: segments that begin with FF and a marker. The frame's segment holds the size, an APP1 before it the orientation.
import type { Head } from '../head.ts'
import { oriented, type PictureFacts } from './facts.ts'
import { readOrientation } from './tiff.ts'

const MOST_SEGMENTS = 2000
const APP1 = 0xe1

// C0 to CF but for tables, extensions and arithmetic conditioning.
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

export const readJpeg = (head: Head): PictureFacts | undefined => {
  let orientation = 1
  let at = 2
  for (let i = 0; i < MOST_SEGMENTS; i++) {
    const segment = head.bytes(at, 10)
    if (segment.length < 4 || segment[0] !== 0xff) return undefined
    const marker = segment[1] ?? 0
    if (marker === 0xff) {
      at += 1 // padding
      continue
    }
    if (isBare(marker)) {
      at += 2
      continue
    }
    if (isFrame(marker)) {
      if (segment.length < 9) return undefined
      const size = [segment.readUInt16BE(7), segment.readUInt16BE(5)] as const
      return size[0] && size[1] ? { format: 'jpeg', ...oriented(size, orientation), animated: false } : undefined
    }
    if (marker === APP1 && segment.toString('latin1', 4, 10) === 'Exif\0\0')
      orientation = readOrientation(head, at + 10)
    at += 2 + segment.readUInt16BE(2)
  }
  return undefined
}
