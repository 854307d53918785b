// PNG: chunks of length, name, bytes and checksum. `acTL` before the first `IDAT` makes it move; `eXIf` may turn it.
import type { Head } from '../head.ts'
import { oriented, type PictureFacts } from './facts.ts'
import { readOrientation } from './tiff.ts'

const MOST_CHUNKS = 200

export const readPng = (head: Head): PictureFacts | undefined => {
  const first = head.bytes(8, 16)
  if (first.length < 16 || first.toString('latin1', 4, 8) !== 'IHDR') return undefined
  const size = [first.readUInt32BE(8), first.readUInt32BE(12)] as const
  let animated = false
  let orientation = 1
  let at = 8
  for (let i = 0; i < MOST_CHUNKS; i++) {
    const chunk = head.bytes(at, 8)
    if (chunk.length < 8) break
    const name = chunk.toString('latin1', 4)
    if (name === 'IDAT' || name === 'IEND') break
    if (name === 'acTL') animated = true
    if (name === 'eXIf') orientation = readOrientation(head, at + 8)
    at += chunk.readUInt32BE(0) + 12
  }
  return { format: 'png', ...oriented(size, orientation), animated }
}
