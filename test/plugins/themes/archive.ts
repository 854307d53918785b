// Archives for tests, made by hand: what a well-behaved archiver would never write must be possible.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

export interface Entry {
  readonly path: string
  readonly body?: string | Buffer | undefined
  /** As in tar: '0' a file, '2' a link, '3' a device, '5' a folder. */
  readonly type?: string | undefined
  readonly link?: string | undefined
}

const field = (text: string, length: number): Buffer => {
  const buffer = Buffer.alloc(length)
  buffer.write(text)
  return buffer
}

const header = ({ path, type = '0', link = '' }: Entry, size: number): Buffer => {
  const octal = (value: number, length: number): Buffer =>
    field(`${value.toString(8).padStart(length - 1, '0')}\0`, length)
  const parts = [
    field(path, 100),
    octal(0o777, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    octal(0, 12),
    Buffer.alloc(8, ' '),
    field(type, 1),
    field(link, 100),
    field('ustar\x0000', 8),
    Buffer.alloc(247),
  ]
  const block = Buffer.concat(parts)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const entryBytes = (entry: Entry): Buffer => {
  const body = Buffer.from(entry.body ?? '')
  return Buffer.concat([header(entry, body.length), body, Buffer.alloc((512 - (body.length % 512)) % 512)])
}

export const tar = (entries: readonly Entry[]): Buffer =>
  Buffer.concat([...entries.map(entryBytes), Buffer.alloc(1024)])

export const filesAsEntries = (files: Readonly<Record<string, string>>, folder = ''): Entry[] =>
  Object.entries(files).map(([path, body]) => ({ path: folder + path, body }))

/** A repository's archive, as hosts make it: everything below one folder. */
export const repository = (files: Readonly<Record<string, string>>): Buffer =>
  gzipSync(
    tar([
      { path: 'pax_global_header', type: 'g', body: '52 comment=1234567890123456789012345678901234567890\n' },
      { path: 'Name-1234/', type: '5' },
      ...filesAsEntries(files, 'Name-1234/'),
    ]),
  )

export const digest = (bytes: Buffer, algorithm = 'sha256'): string => createHash(algorithm).update(bytes).digest('hex')

export interface GemParts {
  readonly name: string
  readonly version: string
  readonly dependencies?: readonly string[] | undefined
  readonly data?: Buffer | undefined
  readonly checksums?: string | undefined
}

const metadataOf = ({ name, version, dependencies = [] }: GemParts): string =>
  [
    '--- !ruby/object:Gem::Specification',
    `name: ${name}`,
    'version: !ruby/object:Gem::Version',
    `  version: '${version}'`,
    'platform: ruby',
    'authors:',
    '- Ada Example',
    'cert_chain: []',
    'date: 2026-01-01 00:00:00.000000000 Z',
    'dependencies:',
    ...dependencies.flatMap((dependency) => [
      '- !ruby/object:Gem::Dependency',
      `  name: ${dependency}`,
      '  requirement: !ruby/object:Gem::Requirement',
      '    requirements:',
      '    - - ">="',
      '      - !ruby/object:Gem::Version',
      "        version: '0'",
      '  type: :runtime',
      '  prerelease: false',
      '  version_requirements: !ruby/object:Gem::Requirement',
      '    requirements:',
      '    - - ">="',
      '      - !ruby/object:Gem::Version',
      "        version: '0'",
    ]),
    '- !ruby/object:Gem::Dependency',
    '  name: jekyll-sitemap',
    '  type: :development',
    'summary: A theme for tests',
    'metadata:',
    '  plugin_type: theme',
    '',
  ].join('\n')

export const gem = (parts: GemParts, files: Readonly<Record<string, string>>): Buffer => {
  const metadata = gzipSync(metadataOf(parts))
  const data = parts.data ?? gzipSync(tar(filesAsEntries(files)))
  const checksums =
    parts.checksums ??
    `---\nSHA256:\n  metadata.gz: ${digest(metadata)}\n  data.tar.gz: ${digest(data)}\nSHA512:\n  metadata.gz: ${digest(metadata, 'sha512')}\n  data.tar.gz: ${digest(data, 'sha512')}\n`
  return tar([
    { path: 'metadata.gz', body: metadata },
    { path: 'data.tar.gz', body: data },
    { path: 'checksums.yaml.gz', body: gzipSync(checksums) },
  ])
}
