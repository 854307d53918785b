import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findTheme } from '../../../src/plugins/themes/find.ts'
import { parseRemoteName } from '../../../src/plugins/themes/remote-name.ts'
import { createLog } from '../../../src/util/log.ts'
import { hashOf } from '../../../src/util/value.ts'
import { type Files, writeSite } from '../../site.ts'
import { repository, tar } from './archive.ts'
import { type Host, startHost } from './host.ts'

const FILES: Files = {
  'README.md': 'not kept',
  '_config.yml': 'tint: blue\n',
  '_layouts/default.html': 'remote: {{ content }}',
  '_plugins/evil.rb': 'exit',
  'hue.gemspec': 'Gem::Specification.new do |spec|\n  spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"\nend\n',
}

let host: Host
beforeEach(async () => {
  host = await startHost()
})
afterEach(() => host.close())

const home = mkdtempSync(path.join(tmpdir(), 'octavo-home-'))

const find = async (remote: string, source = writeSite({ '_config.yml': '' })) => {
  const lines: string[] = []
  const log = createLog({ level: 'info', color: false, write: (_, line) => lines.push(line.trim()) })
  const settings = hashOf({
    remote_theme: remote,
    plugins: ['jekyll-remote-theme'],
    octavo: hashOf({ archive_host: host.url, api_host: host.url }),
  })
  const found = await findTheme(settings, source, { env: { HOME: home }, log })
  return { ...found, lines, source }
}

describe('a remote theme', () => {
  it('is an archive of HEAD, or of the ref that is named', async () => {
    for (const ref of ['HEAD', 'v1.0', 'Main']) host.answers.set(`/ada/hue/tar.gz/${ref}`, repository(FILES))
    for (const name of ['ada/hue', 'Ada/Hue@v1.0', ' ada/hue@Main ', 'https://github.com/ada/hue@Main']) {
      const { theme } = await find(name)
      expect([theme?.name, theme?.remote]).toEqual(['hue', true])
      expect(theme?.layouts && readdirSync(theme.layouts)).toEqual(['default.html'])
    }
    expect(host.asked).toEqual(['HEAD', 'v1.0', 'Main', 'Main'].map((ref) => `/ada/hue/tar.gz/${ref}`))
  })

  it('gives no settings, but plugins that its gemspec names', async () => {
    host.answers.set('/ada/hue/tar.gz/HEAD', repository(FILES))
    const { theme, settings } = await find('ada/hue')
    expect(settings).toBeUndefined()
    expect(theme?.about.dependencies).toEqual(['jekyll-seo-tag'])
  })

  it('is fetched once, and tells how to fetch it again where it may have moved', async () => {
    for (const ref of ['main', 'v1.0']) host.answers.set(`/ada/hue/tar.gz/${ref}`, repository(FILES))
    const source = writeSite({ '_config.yml': '' })
    await find('ada/hue@main', source)
    await find('ada/hue@v1.0', source)
    await host.close()
    expect((await find('ada/hue@main', source)).lines.join()).toContain("'octavo clean' lets the next build fetch it")
    expect((await find('ada/hue@v1.0', source)).lines).toEqual([])
    expect(host.asked).toHaveLength(2)
  })

  it('is the latest release, or HEAD where there is none', async () => {
    host.answers.set('/repos/ada/hue/releases/latest', '{"tag_name":"v2.0"}')
    host.answers.set('/ada/hue/tar.gz/v2.0', repository(FILES))
    host.answers.set('/ada/tint/tar.gz/HEAD', repository(FILES))
    expect((await find('ada/hue@latest')).theme?.layouts).toBeDefined()
    expect((await find('ada/tint@latest')).lines.join()).toContain('No releases found for ada/tint, using HEAD')
    host.answers.set('/repos/ada/tint/releases/latest', (response) => response.writeHead(500).end())
    await expect(find('ada/tint@latest')).rejects.toThrow('cannot be found out')
  })

  it('is what a gem is that the Gemfile has from a Git repository', async () => {
    const revision = '0123456789abcdef0123456789abcdef01234567'
    const lock = (remote: string): string =>
      `GIT\n  remote: ${remote}\n  revision: ${revision}\n  specs:\n    hue (1.0)\n`
    for (const ref of [revision, 'v1.0', 'HEAD']) host.answers.set(`/ada/hue/tar.gz/${ref}`, repository(FILES))
    const found = async (files: Files) =>
      findTheme(hashOf({ theme: 'hue', octavo: hashOf({ archive_host: host.url }) }), writeSite(files), {
        env: { HOME: home },
      })
    const { theme, settings } = await found({ 'Gemfile.lock': lock('https://github.com/ada/hue.git') })
    expect([theme?.remote, theme?.about.dependencies, settings !== undefined]).toEqual([
      false,
      ['jekyll-seo-tag'],
      true,
    ])
    await found({ Gemfile: 'gem "hue", github: "ada/hue", tag: "v1.0"\n' })
    await found({ Gemfile: 'gem "hue", :git => "git@github.com:ada/hue.git"\n' })
    expect(host.asked).toEqual([revision, 'v1.0', 'HEAD'].map((ref) => `/ada/hue/tar.gz/${ref}`))
    await expect(found({ 'Gemfile.lock': lock('https://example.org/ada/hue') })).rejects.toThrow('Octavo cannot fetch')
  })

  it('is a folder', async () => {
    const source = writeSite({ 'parts/hue/_layouts/default.html': '' })
    expect((await find('./parts/hue', source)).theme?.root).toBe(path.join(source, 'parts/hue'))
    expect(host.asked).toEqual([])
  })

  it('that is not to be had is an error that names it', async () => {
    const source = writeSite({ '_config.yml': '' })
    await expect(find('ada/hue@v9', source)).rejects.toThrow(
      `The remote theme 'ada/hue@v9' could not be found: there is no such repository, or no such branch, tag or commit (${host.url}/ada/hue/tar.gz/v9)`,
    )
    host.answers.set('/ada/hue/tar.gz/v9', '<html>')
    await expect(find('ada/hue@v9', source)).rejects.toThrow('is not a .tar.gz')
    host.answers.set('/ada/hue/tar.gz/v9', gzipSync(tar([{ path: 'hue/../../evil', body: '' }])))
    await expect(find('ada/hue@v9', source)).rejects.toThrow('a path that is not allowed')
    host.answers.set('/ada/hue/tar.gz/v9', repository(FILES).subarray(0, 150))
    await expect(find('ada/hue@v9', source)).rejects.toThrow('broken')
    await host.close()
    await expect(find('ada/hue@v9', source)).rejects.toThrow('could not be fetched')
    const kept = path.join(source, '.octavo-cache/themes')
    expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([])
  })

  it.each(['what', 'a/b/c', 'a/b@c/d', 'https://example.org/a/b', 'ftp://github.com/a/b', './not-there', 'a/b@'])(
    'is not %s',
    async (name) => {
      const { theme, warnings } = await find(name)
      expect(theme).toBeUndefined()
      expect(warnings.map(({ message }) => message)).toEqual([`${JSON.stringify(name)} is not a valid remote theme`])
    },
  )

  it("is on the host of one's own where the environment names it", () => {
    const env = { GITHUB_HOSTNAME: 'git.example.org' }
    expect(parseRemoteName('https://git.example.org/ada/hue@v1', '/', env)).toMatchObject({
      host: 'git.example.org',
      ref: 'v1',
    })
  })

  it('needs its plugin', async () => {
    const name = { remote_theme: 'ada/hue', octavo: hashOf({ archive_host: host.url }) }
    host.answers.set('/ada/hue/tar.gz/HEAD', repository(FILES))
    const found = async (more: Parameters<typeof hashOf>[0], files: Files = {}) =>
      findTheme(hashOf({ ...name, ...more }), writeSite(files), { env: { HOME: home } })
    expect((await found({})).warnings[0]?.message).toContain('is not switched on')
    expect((await found({ plugins: ['jekyll-remote-theme'], safe: true })).theme).toBeUndefined()
    const allowed = { plugins: ['jekyll-remote-theme'], safe: true, whitelist: ['jekyll-remote-theme'] }
    expect((await found(allowed)).theme?.name).toBe('hue')
    expect((await found({ gems: ['jekyll-remote-theme'] })).theme?.name).toBe('hue')
    expect((await found({}, { Gemfile: 'gem "github-pages", group: :jekyll_plugins\n' })).theme?.name).toBe('hue')
  })
})
