import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPicture } from '../../src/images/index.ts'
import { drawing } from './draw.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'octavo-pictures-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

const WIDE = 300
const HIGH = 200

const KINDS: readonly [name: string, format: string, make: () => Sharp, animated?: boolean][] = [
  ['png', 'png', () => drawing(WIDE, HIGH).png()],
  ['palette png', 'png', () => drawing(WIDE, HIGH).png({ palette: true })],
  ['jpeg', 'jpeg', () => drawing(WIDE, HIGH).jpeg()],
  ['progressive jpeg', 'jpeg', () => drawing(WIDE, HIGH).jpeg({ progressive: true })],
  ['jpeg with a profile', 'jpeg', () => drawing(WIDE, HIGH).jpeg().withIccProfile('p3')],
  ['gif', 'gif', () => drawing(WIDE, HIGH).gif(), true],
  ['lossy webp', 'webp', () => drawing(WIDE, HIGH).webp()],
  ['lossless webp', 'webp', () => drawing(WIDE, HIGH).webp({ lossless: true })],
  ['webp with transparency', 'webp', () => drawing(WIDE, HIGH).ensureAlpha(0.5).webp()],
  ['avif', 'avif', () => drawing(WIDE, HIGH).avif({ effort: 0 })],
  ['avif with transparency', 'avif', () => drawing(WIDE, HIGH).ensureAlpha(0.5).avif({ effort: 0 })],
  ['tiff', 'tiff', () => drawing(WIDE, HIGH).tiff()],
]

describe('the size of a picture', () => {
  it.each(KINDS)('is read from %s', async (name, format, make, animated = false) => {
    const file = write(name, await make().toBuffer())
    expect(readPicture(file)).toEqual({ format, width: WIDE, height: HIGH, animated })
  })

  // EXIF's orientations: 5 to 8 lie on their side.
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('heeds orientation %i as sharp does', async (orientation) => {
    for (const format of ['jpeg', 'png', 'tiff'] as const) {
      const bytes = await drawing(WIDE, HIGH).withMetadata({ orientation }).toFormat(format).toBuffer()
      const turned = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true })
      const { width, height } = turned.info
      expect(readPicture(write(`${orientation}.${format}`, bytes)), format).toMatchObject({ format, width, height })
    }
  })

  it('is found behind segments of any length', async () => {
    const jpeg = await drawing(WIDE, HIGH).jpeg().toBuffer()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xffff - 2)])
    const long = Buffer.concat([jpeg.subarray(0, 2), comment, comment, comment, jpeg.subarray(2)])
    expect(readPicture(write('long.jpg', long))).toMatchObject({ width: WIDE, height: HIGH })
  })

  it('tells moving pictures from still ones', async () => {
    const stills = await Promise.all([1, 5].map((seed) => drawing(40, 30, seed).png().toBuffer()))
    const frames = await sharp(stills, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer()
    expect(readPicture(write('moving.webp', frames))).toEqual({ format: 'webp', width: 40, height: 30, animated: true })
    const png = await drawing(40, 30).png().toBuffer()
    const control = Buffer.from([0, 0, 0, 8, ...Buffer.from('acTL'), 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
    const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)])
    expect(readPicture(write('moving.png', moving))).toMatchObject({ animated: true })
  })

  it('is not known of what is no picture, and of no beginning of one', async () => {
    expect(readPicture(write('text.png', Buffer.from('version https://example.org/spec/v1\n')))).toBeUndefined()
    expect(readPicture(write('empty.png', Buffer.alloc(0)))).toBeUndefined()
    for (const [name, , make] of KINDS) {
      const bytes = await make().toBuffer()
      const sizes = [0, 1, 4, 8, 12, 16, 20, 26, 30, 40, 80, 150, 400].filter((size) => size < bytes.length)
      for (const size of sizes) {
        const facts = readPicture(write('cut', bytes.subarray(0, size)))
        if (facts) expect(facts, `${name} cut at ${size}`).toMatchObject({ width: WIDE, height: HIGH })
      }
    }
  })

  it('never fails on bytes changed at random', async () => {
    let random = 1
    for (const [, , make] of KINDS) {
      const bytes = (await make().toBuffer()).subarray(0, 2000)
      for (let round = 0; round < 60; round++) {
        const changed = Buffer.from(bytes)
        for (let i = 0; i < 6; i++) {
          random = (random * 1103515245 + 12345) & 0x7fffffff
          changed[8 + ((random >> 8) % Math.min(changed.length - 8, 200))] = random & 0xff
        }
        expect(() => readPicture(write('changed', changed))).not.toThrow()
      }
    }
  })

  it('throws where there is no file', () => {
    expect(() => readPicture(path.join(folder, 'none.png'))).toThrow()
  })
})
