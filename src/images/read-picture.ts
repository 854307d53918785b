// The size and kind of a picture, out of the first bytes of its file. What a file holds decides, not what it is called.

import { readAvif } from './formats/avif.ts'
import type { PictureFacts } from './formats/facts.ts'
import { readGif } from './formats/gif.ts'
import { readJpeg } from './formats/jpeg.ts'
import { readPng } from './formats/png.ts'
import { readTiff } from './formats/tiff.ts'
import { readWebp } from './formats/webp.ts'
import { type Head, withHead } from './head.ts'

type Read = (head: Head) => PictureFacts | undefined

const READERS: readonly (readonly [signature: RegExp, read: Read])[] = [
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^\xff\xd8\xff/, readJpeg],
  [/^GIF8[79]a/, readGif],
  [/^RIFF[\s\S]{4}WEBP/, readWebp],
  [/^[\s\S]{4}ftypavi[fs]/, readAvif],
  [/^(?:II\*\0|MM\0\*)/, readTiff],
] // biome-ignore format: a table

/**
 * What the file at `path` holds; undefined where it is no picture of a known kind, or one that ends too early to say.
 * @throws where the file cannot be opened.
 */
export const readPicture = (path: string): PictureFacts | undefined =>
  withHead(path, (head) => {
    const start = head.bytes(0, 16).toString('latin1')
    const facts = READERS.find(([signature]) => signature.test(start))?.[1](head)
    return facts && facts.width > 0 && facts.height > 0 ? facts : undefined
  })
