// AVIF: boxes in boxes. The properties of its items stand in meta > iprp > ipco: `ispe` a size, `irot` a turn by quarters.
import type { Head } from '../head.ts'
import type { PictureFacts } from './facts.ts'

const MOST_BOXES = 500

interface Box {
  readonly name: string
  /** Where its contents begin, and where they end. */
  readonly from: number
  readonly to: number
}

const boxesIn = (head: Head, from: number, to: number): Box[] => {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to && boxes.length < MOST_BOXES) {
    const bytes = head.bytes(at, 16)
    if (bytes.length < 8) break
    const short = bytes.readUInt32BE(0)
    const long = short === 1 && bytes.length === 16
    const length = long ? Number(bytes.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const header = long ? 16 : 8
    if (length < header) break
    boxes.push({ name: bytes.toString('latin1', 4, 8), from: at + header, to: Math.min(at + length, to) })
    at += length
  }
  return boxes
}

const inside = (head: Head, boxes: readonly Box[], name: string, skipped = 0): Box[] => {
  const box = boxes.find((one) => one.name === name)
  return box === undefined ? [] : boxesIn(head, box.from + skipped, box.to)
}

export const readAvif = (head: Head): PictureFacts | undefined => {
  const boxes = boxesIn(head, 0, head.size)
  const properties = inside(head, inside(head, inside(head, boxes, 'meta', 4), 'iprp'), 'ipco')
  // Of several items - the picture, its transparency, the tiles of a grid - none is larger than the picture.
  let [width, height] = [0, 0]
  for (const { name, from } of properties) {
    const bytes = name === 'ispe' ? head.bytes(from + 4, 8) : Buffer.alloc(0)
    if (bytes.length < 8) continue
    const [wide, high] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)]
    if (wide * high > width * height) [width, height] = [wide, high]
  }
  if (width === 0) return undefined
  const turn = properties.find(({ name }) => name === 'irot')
  const sideways = turn !== undefined && ((head.bytes(turn.from, 1)[0] ?? 0) & 1) === 1
  const animated = head.bytes(8, 4).toString('latin1') === 'avis'
  return { format: 'avif', width: sideways ? height : width, height: sideways ? width : height, animated }
}
