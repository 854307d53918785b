// Opens a .gem: a tar of three gzip files, the last of which vouches for the other two.
//
//   metadata.gz   data.tar.gz   checksums.yaml.gz
import { createHash, type Hash as Digest } from 'node:crypto'
import { isHash } from '../../util/value.ts'
import { parseYaml } from '../../yaml/index.ts'
import { isThemeFile } from './entry-path.ts'
import { writeThemeFile } from './store.ts'
import { ArchiveError, gunzipped, gunzipText, readTar, type UnpackLimits } from './unpack.ts'

/** The name under which a gem's metadata are kept beside its files. */
export const METADATA = 'metadata.yml'

const PARTS = ['metadata.gz', 'data.tar.gz', 'checksums.yaml.gz'] as const

const ALGORITHMS: ReadonlyMap<string, () => Digest> = new Map([
  ['SHA256', () => createHash('sha256')],
  ['SHA512', () => createHash('sha512')],
])

// SHA256:
//   metadata.gz: 0123...
//   data.tar.gz: 4567...
const verify = (checksums: string, parts: ReadonlyMap<string, Buffer>): void => {
  const lists = parseYaml(checksums, { path: 'checksums.yaml' })
  let verified = 0
  for (const [algorithm, create] of ALGORITHMS) {
    const list = isHash(lists) ? lists.get(algorithm) : undefined
    if (!isHash(list)) continue
    for (const name of ['metadata.gz', 'data.tar.gz'] as const) {
      const digest = create()
        .update(parts.get(name) ?? Buffer.alloc(0))
        .digest('hex')
      if (String(list.get(name)) !== digest) throw new ArchiveError(`holds a ${name} that its own checksums do not fit`)
      verified += 1
    }
  }
  if (verified === 0) throw new ArchiveError('holds no checksums')
}

const SMALL: Partial<UnpackLimits> = { bytes: 16 * 1024 * 1024 }

/** What a .gem holds, its checksums verified. @throws ArchiveError */
export const openGem = async (gem: Buffer, limits: UnpackLimits): Promise<{ metadata: string; data: Buffer }> => {
  const parts = new Map<string, Buffer>()
  await readTar([gem], limits, {
    place: ([name = '', ...more]) => (more.length === 0 && PARTS.some((part) => part === name) ? name : undefined),
    take: (name, body) => parts.set(name, body),
  })
  for (const name of PARTS) if (!parts.has(name)) throw new ArchiveError(`holds no ${name}`)
  const text = (name: (typeof PARTS)[number]): Promise<string> =>
    gunzipText(parts.get(name) ?? Buffer.alloc(0), { ...limits, ...SMALL })
  verify(await text('checksums.yaml.gz'), parts)
  return { metadata: await text('metadata.gz'), data: parts.get('data.tar.gz') ?? Buffer.alloc(0) }
}

/** Writes what a theme's gem gives to a site, and its metadata, into a folder. @throws ArchiveError */
export const unpackGem = async (
  { metadata, data }: { readonly metadata: string; readonly data: Buffer },
  folder: string,
  limits: UnpackLimits,
): Promise<void> => {
  await readTar(gunzipped(data, limits), limits, {
    place: (parts) => (isThemeFile(parts) ? parts.join('/') : undefined),
    take: (path, body) => writeThemeFile(folder, path, body),
  })
  writeThemeFile(folder, METADATA, Buffer.from(metadata))
}
