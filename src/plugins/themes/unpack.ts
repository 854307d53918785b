// Reads tar archives that a stranger made. Nothing is written here: `take` gets plain files, one by one, and everything else is left out.
//
// The bounds hold whatever the archive says of itself: bytes are counted as they come out of gzip, before the tar parser sees them,
// and entries as the parser meets them. A path that leads outside makes the whole archive bad; links and devices are not there for us.
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { loadModule } from '../../util/load-module.ts'
import { entryParts, isPortable, samePathKey } from './entry-path.ts'

export interface UnpackLimits {
  /** Bytes unpacked, headers and files that are left out included. */
  readonly bytes: number
  readonly entries: number
  /** Bytes unpacked for each packed one. */
  readonly ratio: number
}

export const UNPACK_LIMITS: UnpackLimits = { bytes: 512 * 1024 * 1024, entries: 50_000, ratio: 200 }

// Small archives may be all spaces: the ratio counts from here on.
const RATIO_FROM = 8 * 1024 * 1024

/** What is wrong with an archive, in words that end a sentence. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

const COMPRESSED = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])]

// The tar parser would unpack what is packed once more, past our bounds.
const refuseCompressed = (start: Buffer): void => {
  if (COMPRESSED.some((magic) => start.subarray(0, magic.length).equals(magic)))
    throw new ArchiveError('holds another compressed file instead of an archive')
}

/** The bytes of a gzip file, in chunks, within bounds. */
export async function* gunzipped(packed: Buffer, limits: UnpackLimits): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const chunk of Readable.from([packed]).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limits.bytes) throw new ArchiveError(`unpacks to more than ${limits.bytes} bytes`)
      if (size > RATIO_FROM && size > packed.length * limits.ratio)
        throw new ArchiveError(`unpacks to more than ${limits.ratio} times its size`)
      yield chunk
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    throw new ArchiveError(`is broken or cut short (${error instanceof Error ? error.message : error})`)
  }
}

/** A whole gzip file as text. */
export const gunzipText = async (packed: Buffer, limits: UnpackLimits): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of gunzipped(packed, limits)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export interface TarVisitor {
  /** The path under which a file is kept; undefined where it is left out. */
  readonly place: (parts: readonly string[]) => string | undefined
  readonly take: (path: string, body: Buffer) => void
}

interface TarEntry {
  readonly path: string
  readonly type: string
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end', listener: () => void): unknown
  resume(): unknown
}

const FILE_TYPES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile'])

const badPath = (path: string): ArchiveError =>
  new ArchiveError(`holds a path that is not allowed: ${JSON.stringify(path.slice(0, 200))}`)

const createReceiver = (limits: UnpackLimits, visitor: TarVisitor) => {
  const known = new Set<string>()
  let count = 0
  return (entry: TarEntry): void => {
    count += 1
    if (count > limits.entries) throw new ArchiveError(`holds more than ${limits.entries} files`)
    const parts = entryParts(entry.path)
    if (!parts) throw badPath(entry.path)
    const path = FILE_TYPES.has(entry.type) ? visitor.place(parts) : undefined
    if (path === undefined) {
      entry.resume()
      return
    }
    if (!isPortable(path.split('/'))) throw badPath(entry.path)
    const key = samePathKey(path)
    if (known.has(key)) throw new ArchiveError(`holds two files for one path: ${path}`)
    known.add(key)
    const chunks: Buffer[] = []
    entry.on('data', (chunk) => chunks.push(chunk))
    entry.on('end', () => visitor.take(path, Buffer.concat(chunks)))
  }
}

// Errors of the parser and of `receive` wait for `check`: thrown from an event they would leave the parser half done.
const createParser = async (receive: (entry: TarEntry) => void) => {
  const { Parser } = await loadModule<typeof import('tar/parse')>('tar/parse')
  const parser = new Parser({ strict: true })
  let problem: unknown
  const note = (error: unknown): void => {
    problem ??= error
  }
  parser.on('error', note)
  parser.on('ignoredEntry', (entry: TarEntry & { readonly meta: boolean }) => {
    if (entry.meta) note(new ArchiveError('holds a header that is too long'))
  })
  parser.on('entry', (entry: TarEntry) => {
    try {
      if (problem === undefined) receive(entry)
    } catch (error) {
      note(error)
    }
    if (problem !== undefined) entry.resume()
  })
  const check = (): void => {
    if (problem === undefined) return
    if (problem instanceof ArchiveError) throw problem
    throw new ArchiveError(`is no archive, or a broken one (${problem instanceof Error ? problem.message : problem})`)
  }
  return { parser, check }
}

const HEAD_LENGTH = 512

/**
 * Reads a tar archive to its end.
 * @throws ArchiveError where it is broken, larger than allowed or holds what no theme needs to hold.
 */
export const readTar = async (
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  limits: UnpackLimits,
  visitor: TarVisitor,
): Promise<void> => {
  const { parser, check } = await createParser(createReceiver(limits, visitor))
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (head === undefined) parser.write(chunk)
    else {
      head = Buffer.concat([head, chunk])
      if (head.length < HEAD_LENGTH) continue
      refuseCompressed(head)
      parser.write(head)
      head = undefined
    }
    check()
  }
  if (head !== undefined) throw new ArchiveError('is too short to be an archive')
  parser.end()
  check()
}
