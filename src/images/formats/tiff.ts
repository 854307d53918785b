// TIFF's directories, which are also the inside of EXIF: entries of twelve bytes, tag, type, count, value.
import type { Head } from '../head.ts'
import { oriented, type PictureFacts } from './facts.ts'

const WIDTH = 0x100
const HEIGHT = 0x101
const ORIENTATION = 0x112
const MOST_ENTRIES = 200

/** The first directory's numbers by tag, for those that fit into an entry; empty where there is none. `start` is where the TIFF begins. */
const readDirectory = (head: Head, start: number): Map<number, number> => {
  const entries = new Map<number, number>()
  const header = head.bytes(start, 8)
  const order = header.toString('latin1', 0, 2)
  if (header.length < 8 || (order !== 'II' && order !== 'MM')) return entries
  const little = order === 'II'
  const short = (bytes: Buffer, at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (bytes: Buffer, at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  if (short(header, 2) !== 42) return entries
  const first = start + long(header, 4)
  const count = head.bytes(first, 2)
  if (count.length < 2) return entries
  for (let i = 0; i < Math.min(short(count, 0), MOST_ENTRIES); i++) {
    const entry = head.bytes(first + 2 + i * 12, 12)
    if (entry.length < 12) break
    const type = short(entry, 2)
    if (type === 3) entries.set(short(entry, 0), short(entry, 8))
    else if (type === 4) entries.set(short(entry, 0), long(entry, 8))
  }
  return entries
}

/** EXIF's orientation, 1 to 8; 1 where nothing is said. */
export const readOrientation = (head: Head, start: number): number => readDirectory(head, start).get(ORIENTATION) ?? 1

export const readTiff = (head: Head): PictureFacts | undefined => {
  const entries = readDirectory(head, 0)
  const width = entries.get(WIDTH)
  const height = entries.get(HEIGHT)
  if (!width || !height) return undefined
  return { format: 'tiff', ...oriented([width, height], entries.get(ORIENTATION) ?? 1), animated: false }
}
