import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryParts, isPortable } from '../../../src/plugins/themes/entry-path.ts'
import { ArchiveError, gunzipped, readTar, UNPACK_LIMITS } from '../../../src/plugins/themes/unpack.ts'
import { filesAsEntries, tar } from './archive.ts'

const read = async (archive: Buffer): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  await readTar([archive], UNPACK_LIMITS, {
    place: (parts) => parts.join('/'),
    take: (path, body) => files.set(path, body.toString()),
  })
  return files
}

describe('an archive', () => {
  const files = { 'a.txt': 'one', 'b/c.txt': 'x'.repeat(1000), 'b/empty.txt': '' }

  it('is read in pieces of any size', async () => {
    const archive = tar(filesAsEntries(files, './'))
    for (const size of [1, 7, 511, 512, 513, 4096]) {
      const pieces = Array.from({ length: Math.ceil(archive.length / size) }, (_, i) =>
        archive.subarray(i * size, (i + 1) * size),
      )
      const found = new Map<string, string>()
      await readTar(pieces, UNPACK_LIMITS, {
        place: (parts) => parts.join('/'),
        take: (path, body) => found.set(path, body.toString()),
      })
      expect(Object.fromEntries(found)).toEqual(files)
    }
  })

  it('may have long names, in the ways of old and new archivers', async () => {
    const long = `${'folder/'.repeat(20)}name.txt`
    const pax = `path=${long}\n`
    const length = pax.length + 4
    const archive = tar([
      { path: 'header', type: 'x', body: `${length} ${pax}` },
      { path: 'short.txt', body: 'pax' },
      { path: '././@LongLink', type: 'L', body: `${long}2\0` },
      { path: 'short2.txt', body: 'gnu' },
    ])
    expect(Object.fromEntries(await read(archive))).toEqual({ [long]: 'pax', [`${long}2`]: 'gnu' })
    const outside = tar([
      { path: 'header', type: 'x', body: '16 path=../evil\n' },
      { path: 'short.txt', body: '' },
    ])
    await expect(read(outside)).rejects.toThrow(ArchiveError)
    const endless = tar([
      { path: '././@LongLink', type: 'L', body: Buffer.alloc(2_000_000, 'a') },
      { path: 'a', body: '' },
    ])
    await expect(read(endless)).rejects.toThrow('a header that is too long')
  })

  it('with any bytes changed is read or refused, and nothing else happens', async () => {
    const archive = tar(filesAsEntries(files))
    const packed = gzipSync(archive)
    const change = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    const changed = (bytes: Buffer, changes: readonly (readonly [number, number])[]): Buffer => {
      const copy = Buffer.from(bytes)
      for (const [at, byte] of changes) copy[at % copy.length] = byte
      return copy
    }
    const settle = async (work: Promise<unknown>): Promise<void> => {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (error !== undefined) expect(error).toBeInstanceOf(ArchiveError)
    }
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        await settle(read(changed(archive, changes)))
        const visitor = { place: () => undefined, take: () => {} }
        await settle(readTar(gunzipped(changed(packed, changes), UNPACK_LIMITS), UNPACK_LIMITS, visitor))
      }),
      { numRuns: 200 },
    )
  })
})

it('finds no way out by any path', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', ':', 'C', '\0', ' '), maxLength: 12 }),
      (text) => {
        const parts = entryParts(text)
        if (!parts || !isPortable(parts)) return
        expect(parts.every((part) => part !== '' && part !== '..' && part !== '.' && !/[\\/:\0]/.test(part))).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
