import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTheme } from '../../../src/plugins/themes/find.ts'
import { hashOf } from '../../../src/util/value.ts'
import { type Files, writeSite } from '../../site.ts'

const NOWHERE = 'http://127.0.0.1:9'
const home = mkdtempSync(path.join(tmpdir(), 'octavo-home-'))

/** Where the theme was found, below the source, below `other`, or as it is. */
const rootOf = async (source: string, env: NodeJS.ProcessEnv = {}, name = 'tint'): Promise<string> => {
  const settings = hashOf({ theme: name, octavo: hashOf({ gem_host: NOWHERE }) })
  const { theme } = await findTheme(settings, source, { env: { HOME: home, ...env } })
  return path.relative(source, theme?.root ?? '')
}

const layouts = (...folders: string[]): Files =>
  Object.fromEntries(folders.map((folder) => [`${folder}/_layouts/default.html`, folder]))

const lockOf = (version: string): string => `GEM\n  remote: https://example.org/\n  specs:\n    tint (${version})\n`

describe('a theme that is here', () => {
  it('is a folder of the source, or of _themes', async () => {
    expect(await rootOf(writeSite(layouts('mine')), {}, './mine')).toBe('mine')
    expect(await rootOf(writeSite(layouts('_themes/tint', 'node_modules/tint')))).toBe('_themes/tint')
  })

  it('is an npm package that has layouts', async () => {
    const packaged = { 'node_modules/tint/package.json': '{}' }
    expect(await rootOf(writeSite({ ...packaged, ...layouts('node_modules/tint') }))).toBe('node_modules/tint')
    await expect(rootOf(writeSite(packaged))).rejects.toThrow("The theme 'tint'")
  })

  it.each([
    ['vendor/bundle/ruby/3.1.0/gems/tint-1.0', {}, {}],
    ['gems/ruby/3.1.0/gems/tint-1.0', { '.bundle/config': '---\nBUNDLE_PATH: "gems"\n' }, {}],
    ['where/gems/tint-1.0', {}, { GEM_HOME: 'where' }],
    ['b/gems/tint-1.0', {}, { GEM_PATH: `a${path.delimiter}b` }],
    ['home/.gem/ruby/3.1.0/gems/tint-1.0', {}, { HOME: 'home' }],
    ['home/.local/share/gem/ruby/3.2.0/gems/tint-1.0', {}, { HOME: 'home' }],
    ['home/.rbenv/versions/3.2.2/lib/ruby/gems/3.2.0/gems/tint-1.0', {}, { HOME: 'home' }],
  ])('is a gem in %s', async (folder, files, env) => {
    const source = writeSite({ ...layouts(folder), ...files })
    const absolute = 'HOME' in env ? { HOME: path.join(source, env.HOME) } : env
    expect(await rootOf(source, absolute)).toBe(folder)
    expect(await rootOf(source, absolute, ' Tint')).toBe(folder)
  })

  const folder = (version: string): string => `vendor/bundle/ruby/3.1.0/gems/tint-${version}`
  const several = layouts(folder('1.2.0'), folder('1.10.0'), folder('2.0.0.beta'), folder('extra-3.0'))

  it('is the highest version of a gem', async () => {
    expect(await rootOf(writeSite(several))).toBe(folder('1.10.0'))
  })

  it('is the version that the Gemfile or Gemfile.lock asks for', async () => {
    expect(await rootOf(writeSite({ ...several, 'Gemfile.lock': lockOf('1.2.0') }))).toBe(folder('1.2.0'))
    expect(await rootOf(writeSite({ ...several, Gemfile: "gem 'tint', '< 1.5'\n" }))).toBe(folder('1.2.0'))
    expect(await rootOf(writeSite({ ...several, Gemfile: 'gem("tint", "2.0.0.beta", require: false)\n' }))).toBe(
      folder('2.0.0.beta'),
    )
  })

  it('is not another version than the one that is asked for', async () => {
    const site = writeSite({ ...several, 'Gemfile.lock': lockOf('9.9') })
    await expect(rootOf(site)).rejects.toMatchObject({ advice: expect.stringContaining('Installed is 1.10.0, 1.2.0') })
  })

  it('is where Gemfile.lock or the Gemfile says that its folder is', async () => {
    const lock = 'PATH\n  remote: parts/tint\n  specs:\n    tint (1.0)\n      jekyll\n'
    expect(await rootOf(writeSite({ ...layouts('parts/tint'), 'Gemfile.lock': lock }))).toBe('parts/tint')
    expect(await rootOf(writeSite({ ...layouts('parts/tint'), Gemfile: 'gem "tint", path: "parts/tint"\n' }))).toBe(
      'parts/tint',
    )
    const git =
      'GIT\n  remote: https://example.org/a/tint.git\n  revision: 0123456789abcdef0123\n  specs:\n    tint (1.0)\n'
    const checkout = 'vendor/bundle/ruby/3.1.0/bundler/gems/tint-0123456789ab'
    expect(await rootOf(writeSite({ ...layouts(checkout), 'Gemfile.lock': git }))).toBe(checkout)
  })

  it('is the source itself where that is where the theme is made', async () => {
    expect(await rootOf(writeSite({ 'tint.gemspec': '', ...layouts('.') }))).toBe('')
  })

  it('is none where its name leads elsewhere', async () => {
    for (const name of ['../../no-such-folder', 'a/b', '-x', 'tint@1', 'a b'])
      await expect(rootOf(writeSite({}), {}, name)).rejects.toThrow(/could not be found/)
  })
})

describe('the folders of a theme', () => {
  it("are a gem's by Jekyll's own names only, whatever a package.json says", async () => {
    const gem = 'vendor/bundle/ruby/3.1.0/gems/tint-1.0'
    const files = { [`${gem}/layouts/a.html`]: '', [`${gem}/_data/a.yml`]: '', [`${gem}/package.json`]: '{"files":[]}' }
    const { theme } = await findTheme(hashOf({ theme: 'tint' }), writeSite(files), { env: { HOME: home } })
    expect([theme?.layouts, theme?.data === undefined]).toEqual([undefined, false])
  })

  it('do not lie behind links that lead out of it', async () => {
    const source = writeSite({ ...layouts('theme'), 'theme/inner/a.html': '' })
    mkdirSync(path.join(source, 'outside'))
    symlinkSync(path.join(source, 'outside'), path.join(source, 'theme/_includes'))
    symlinkSync(path.join(source, 'theme/inner'), path.join(source, 'theme/_sass'))
    symlinkSync(path.join(source, 'theme/assets'), path.join(source, 'theme/assets'))
    const { theme } = await findTheme(hashOf({ theme: './theme' }), source, { env: { HOME: home } })
    expect([theme?.includes, theme?.assets, theme?.sass]).toEqual([
      undefined,
      undefined,
      path.join(source, 'theme/_sass'),
    ])
  })

  it('come with what the specification says', async () => {
    const spec = [
      'Gem::Specification.new do |s|',
      '  s.name = "tint".freeze',
      '  s.version = "1.0"',
      '  s.authors = ["Ada".freeze, "Ben".freeze]',
      '  s.summary = "Colours".freeze',
      '  s.metadata = { "plugin_type" => "theme" } if s.respond_to? :metadata=',
      '  s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])',
      '  s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])',
      '  s.add_development_dependency(%q<bundler>.freeze, [">= 0"])',
      'else',
      '  s.add_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])',
      '  s.add_dependency(%q<bundler>.freeze, [">= 0"])',
      '  s.add_dependency "jekyll-toc"',
      'end',
    ]
    const source = writeSite({
      ...layouts('gems/gems/tint-1.0'),
      'gems/specifications/tint-1.0.gemspec': spec.join('\n'),
    })
    const { theme } = await findTheme(hashOf({ theme: 'tint' }), source, { env: { HOME: home, GEM_HOME: 'gems' } })
    expect(theme?.about).toMatchObject({
      version: '1.0',
      authors: ['Ada', 'Ben'],
      description: 'Colours',
      dependencies: ['jekyll', 'jekyll-feed', 'jekyll-toc'],
    })
  })
})

it('warns of a theme that is no name', async () => {
  const { theme, warnings } = await findTheme(hashOf({ theme: ['a'] }), writeSite({}), { env: {} })
  expect(theme).toBeUndefined()
  expect(warnings.map(({ message }) => message)).toEqual([
    "value of 'theme' in config should be String to use gem-based themes, but got Array",
  ])
})
