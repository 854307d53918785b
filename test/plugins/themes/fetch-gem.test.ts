import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FETCH_LIMITS } from '../../../src/plugins/themes/fetching.ts'
import { findTheme } from '../../../src/plugins/themes/find.ts'
import { hashOf, type Value } from '../../../src/util/value.ts'
import { type Files, writeSite } from '../../site.ts'
import { type Entry, filesAsEntries, gem, tar } from './archive.ts'
import { type Host, startHost } from './host.ts'

const FILES: Files = {
  '_layouts/default.html': 'fetched: {{ content }}',
  '_includes/head.html': 'head',
  '_sass/tint.scss': '$tint: #123456;',
  'assets/main.css': 'a {}',
  '_config.yml': 'tint: blue\n',
  '_plugins/evil.rb': 'exit',
  'lib/tint.rb': 'exit',
  'LICENSE.txt': 'MIT',
}

let host: Host
beforeEach(async () => {
  host = await startHost()
})
afterEach(() => host.close())

const impatient = { ...FETCH_LIMITS, download: { ...FETCH_LIMITS.download, idle: 50 } }
const noGems = { HOME: mkdtempSync(path.join(tmpdir(), 'octavo-home-')) }

const settings = (): Map<Value, Value> =>
  hashOf({ theme: 'tint', octavo: hashOf({ gem_host: host.url }) }) as Map<Value, Value>

const find = async (source: string, limits = FETCH_LIMITS) =>
  (await findTheme(settings(), source, { env: noGems, limits })).theme

const problem = async (source: string, limits = FETCH_LIMITS): Promise<string> => {
  try {
    await find(source, limits)
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') return error.message
    throw error
  }
  return 'none'
}

const cached = (source: string): string[] => {
  const folder = path.join(source, '.octavo-cache', 'themes')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'gems')
    : []
}

describe("a theme's gem that is fetched", () => {
  it('is unpacked: what a site gets of it, and nothing else', async () => {
    host.offer('tint', '1.2.0', gem({ name: 'tint', version: '1.2.0', dependencies: ['jekyll', 'jekyll-feed'] }, FILES))
    const source = writeSite({ '_config.yml': '' })
    const theme = await find(source)
    expect(theme?.layouts && readdirSync(theme.layouts)).toEqual(['default.html'])
    expect(readdirSync(theme?.root ?? '').sort()).toEqual([
      'LICENSE.txt', '_config.yml', '_includes', '_layouts', '_sass', 'assets', 'metadata.yml',
    ]) // biome-ignore format: one line
    expect(theme?.about).toMatchObject({
      version: '1.2.0',
      authors: ['Ada Example'],
      description: 'A theme for tests',
      dependencies: ['jekyll', 'jekyll-feed'],
    })
    expect(host.asked).toEqual(['/info/tint', '/gems/tint-1.2.0.gem'])
  })

  it('is fetched once: the next build needs no host', async () => {
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0' }, FILES))
    const source = writeSite({ '_config.yml': '' })
    const first = await find(source)
    await host.close()
    expect(await find(source)).toEqual(first)
    expect(host.asked).toHaveLength(2)
  })

  it('is fetched again where its files were changed', async () => {
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0' }, FILES))
    const source = writeSite({ '_config.yml': '' })
    const theme = await find(source)
    writeFileSync(path.join(theme?.layouts ?? '', 'default.html'), 'changed')
    await find(source)
    expect(host.asked).toHaveLength(4)
  })

  it('is the newest that is for our Jekyll, without letters in its version', async () => {
    for (const version of ['0.9', '1.10.0', '1.9.0', '2.0.0.rc1'])
      host.offer('tint', version, gem({ name: 'tint', version }, FILES))
    host.offer('tint', '3.0', gem({ name: 'tint', version: '3.0' }, FILES), 'jekyll:>= 5.0')
    expect((await find(writeSite({ '_config.yml': '' })))?.about.version).toBe('1.10.0')
  })

  it('is the version of Gemfile.lock, or one that the Gemfile asks for', async () => {
    for (const version of ['1.0.0', '1.1.0', '2.0.0'])
      host.offer('tint', version, gem({ name: 'tint', version }, FILES))
    const lock =
      'GEM\n  remote: https://example.org/\n  specs:\n    tint (1.0.0)\n      jekyll (>= 3.5)\n\nDEPENDENCIES\n  tint\n'
    expect((await find(writeSite({ 'Gemfile.lock': lock })))?.about.version).toBe('1.0.0')
    expect((await find(writeSite({ Gemfile: 'gem "tint", "~> 1.0"\n' })))?.about.version).toBe('1.1.0')
    expect(await problem(writeSite({ 'Gemfile.lock': lock.replace('1.0.0', '9.9') }))).toContain('lists no version 9.9')
  })

  it('must have the checksum that Gemfile.lock names, where it names one', async () => {
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0' }, FILES))
    const lock = `GEM\n  specs:\n    tint (1.0)\n\nCHECKSUMS\n  tint (1.0) sha256=${'0'.repeat(64)}\n`
    expect(await problem(writeSite({ 'Gemfile.lock': lock }))).toContain('wrong checksum')
  })

  it('follows redirects, but not for ever', async () => {
    const bytes = gem({ name: 'tint', version: '1.0' }, FILES)
    host.offer('tint', '1.0', bytes)
    host.answers.set('/moved', bytes)
    host.answers.set('/gems/tint-1.0.gem', (response) => response.writeHead(302, { location: '/moved' }).end())
    expect((await find(writeSite({ '_config.yml': '' })))?.layouts).toBeDefined()
    host.answers.set('/moved', (response) => response.writeHead(302, { location: '/moved' }).end())
    expect(await problem(writeSite({ '_config.yml': '' }))).toContain('redirects more than 5 times')
    host.answers.set('/moved', (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    expect(await problem(writeSite({ '_config.yml': '' }))).toContain('does not follow')
  })
})

describe("a theme's gem that cannot be had", () => {
  const nothingKept = async (message: string, limits = FETCH_LIMITS): Promise<void> => {
    const source = writeSite({ '_config.yml': '' })
    expect(await problem(source, limits)).toContain(message)
    expect(cached(source)).toEqual([])
  }

  it('names theme and host where there is no network', async () => {
    await host.close()
    const source = writeSite({ '_config.yml': '' })
    const message = await problem(source)
    expect(message).toContain("The theme 'tint'")
    expect(message).toContain(`${host.url}/info/tint: the host refuses connections`)
  })

  it('says that the host has none', () => nothingKept('the gem host has none of that name and version'))

  it('gives up on a slow host', async () => {
    host.answers.set('/info/tint', () => {})
    await nothingKept('it took too long', impatient)
  })

  it('gives up on a host that falls silent half way', async () => {
    host.answers.set('/info/tint', (response) => response.write('---\n'))
    await nothingKept('it took too long', impatient)
  })

  it('refuses a wrong checksum', async () => {
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0' }, FILES))
    host.answers.set('/gems/tint-1.0.gem', gem({ name: 'tint', version: '1.0' }, { '_layouts/default.html': 'other' }))
    await nothingKept('wrong checksum')
  })

  it('refuses checksums inside that do not fit', async () => {
    const checksums = `---\nSHA256:\n  metadata.gz: ${'0'.repeat(64)}\n  data.tar.gz: ${'0'.repeat(64)}\n`
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0', checksums }, FILES))
    await nothingKept('its own checksums do not fit')
    host.answers.delete('/info/tint')
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0', checksums: '--- {}\n' }, FILES))
    await nothingKept('holds no checksums')
  })

  it('refuses another gem under this name', async () => {
    host.offer('tint', '1.0', gem({ name: 'hue', version: '1.0' }, FILES))
    await nothingKept('is hue 1.0')
  })

  it('refuses a host that promises no checksum', async () => {
    host.answers.set('/info/tint', '---\n1.0 jekyll:>= 3.5|ruby:>= 2.0\n')
    await nothingKept('with a checksum')
  })

  it('refuses what is no gem, or half of one', async () => {
    const whole = gem({ name: 'tint', version: '1.0' }, FILES)
    for (const bytes of [
      Buffer.from('<html>'),
      Buffer.alloc(0),
      whole.subarray(0, 700),
      gzipSync(whole),
      Buffer.alloc(4096, 'x'),
    ]) {
      host.answers.delete('/info/tint')
      host.offer('tint', '1.0', bytes)
      await nothingKept("The theme 'tint'")
    }
  })

  it('refuses more bytes than allowed, announced or not', async () => {
    host.answers.set('/info/tint', (response) => response.writeHead(200, { 'content-length': 10 ** 12 }).write('1'))
    await nothingKept('it is larger than')
  })
})

describe('the data of a gem', () => {
  const withData = async (entries: readonly Entry[] | Buffer): Promise<string> => {
    host.answers.clear()
    const data = Buffer.isBuffer(entries) ? entries : gzipSync(tar(entries))
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0', data }, {}))
    const source = writeSite({ '_config.yml': '' })
    const message = await problem(source)
    if (message !== 'none') expect(cached(source)).toEqual([])
    return message
  }

  const EVIL = [
    '../evil.html',
    '_layouts/../../evil.html',
    '/etc/evil.html',
    '..\\evil.html',
    'C:\\evil.html',
    'c:/evil.html',
    '_layouts/..\\..\\evil.html',
    'assets/a\\b.html',
    'assets/a:b.html',
    'assets/con.html',
    'assets/dot.',
    `assets/${'a/'.repeat(40)}x`,
  ]
  for (const evil of EVIL)
    it(`may not hold ${JSON.stringify(evil.slice(0, 40))}`, async () => {
      expect(
        await withData([
          { path: '_layouts/default.html', body: 'a' },
          { path: evil, body: 'b' },
        ]),
      ).toContain('a path that is not allowed')
    })

  it('may not hold one path twice, nor in other letters', async () => {
    for (const path of ['_layouts/a.html', '_layouts/A.html'])
      expect(
        await withData([
          { path: '_layouts/a.html', body: 'a' },
          { path, body: 'b' },
        ]),
      ).toContain('two files for one path')
  })

  it('keeps no links and devices', async () => {
    const source = writeSite({ '_config.yml': '' })
    const entries: Entry[] = [
      { path: '_layouts', type: '2', link: '/etc' },
      { path: '_layouts/passwd', body: 'mine' },
      { path: '_includes/hard.html', type: '1', link: '/etc/passwd' },
      { path: 'assets/null', type: '3' },
      { path: 'assets/pipe', type: '6' },
    ]
    host.offer('tint', '1.0', gem({ name: 'tint', version: '1.0', data: gzipSync(tar(entries)) }, {}))
    const theme = await find(source)
    expect(readdirSync(theme?.root ?? '', { recursive: true }).sort()).toEqual([
      '_layouts',
      '_layouts/passwd',
      'metadata.yml',
    ])
  })

  it('may not be a bomb', async () => {
    const many = Array.from({ length: 50_001 }, (_, i) => ({ path: `x${i}` }))
    expect(await withData(many)).toContain('more than 50000 files')
    const spaces = gzipSync(tar([{ path: 'x', body: Buffer.alloc(20 * 1024 * 1024) }]))
    expect(await withData(spaces)).toContain('times its size')
  })

  it('may not be packed twice, cut short or broken', async () => {
    const good = tar(filesAsEntries(FILES))
    expect(await withData(gzipSync(gzipSync(randomBytes(5000))))).toContain('another compressed file')
    expect(await withData(gzipSync(good).subarray(0, 200))).toContain('broken')
    expect(await withData(gzipSync(good.subarray(0, 520)))).toContain('broken')
    expect(await withData(Buffer.from('text'))).toContain('broken')
  })
})
