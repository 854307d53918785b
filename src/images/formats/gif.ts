// GIF: the size of the screen stands at the front. How many frames follow does not matter here: GIF is left as it is.
import type { Head } from '../head.ts'
import type { PictureFacts } from './facts.ts'

export const readGif = (head: Head): PictureFacts | undefined => {
  const bytes = head.bytes(6, 4)
  if (bytes.length < 4) return undefined
  const [width, height] = [bytes.readUInt16LE(0), bytes.readUInt16LE(2)]
  return width && height ? { format: 'gif', width, height, animated: true } : undefined
}
