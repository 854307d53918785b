// Pictures drawn for tests: a smooth one with grain, as a camera's are, in any size and kind.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'

const GRAIN = 24

/** Pixels in a fixed pattern, different for each `seed`. */
export const drawing = (width: number, height: number, seed = 1): Sharp => {
  const bytes = Buffer.alloc(width * height * 3)
  let random = seed * 7919
  for (let at = 0; at < bytes.length; at += 3) {
    random = (random * 1103515245 + 12345) & 0x7fffffff
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)]
    const grain = (random >> 16) % GRAIN
    bytes[at] = (x * 200) / width + grain
    bytes[at + 1] = (y * 200) / height + grain
    bytes[at + 2] = (seed * 40 + (x * 100) / width) % 230
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

/** Writes a picture; its extension says of which kind. */
export const drawTo = async (file: string, width: number, height: number, seed = 1): Promise<void> => {
  mkdirSync(path.dirname(file), { recursive: true })
  await drawing(width, height, seed).toFile(file)
}
