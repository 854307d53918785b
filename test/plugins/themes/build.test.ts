// Whole sites, built with themes that were fetched.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { build } from '../../../src/build.ts'
import { type BuiltSite, buildFiles, type Files } from '../../site.ts'
import { gem, repository } from './archive.ts'
import { type Host, startHost } from './host.ts'

const THEME: Files = {
  '_layouts/default.html':
    '<html><head>{% include head.html %}{% seo title=false %}</head>{{ content }}<p>{{ site.data.words.bye }} {{ site.data.words.hi }} {{ site.tint }}</p>{% include foot.html %}</html>\n',
  '_layouts/home.html':
    '---\nlayout: default\n---\n{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}{{ content }}',
  '_layouts/post.html': '---\nlayout: default\n---\nthe theme: {{ content }}',
  '_includes/head.html':
    '<title>{{ page.title }}</title><link href="{{ "/assets/main.css" | relative_url }}">{% feed_meta %}',
  '_includes/foot.html': '<footer>{{ theme.name }} {{ theme.version }}</footer>',
  '_sass/tint.scss': '@use "tint/base";\n',
  '_sass/tint/_base.scss': 'a { color: #123456; }\n',
  'assets/main.scss': '---\n---\n@use "tint";\n',
  'assets/icon.svg': '<svg/>',
  'assets/logo.svg': '<svg id="theme"/>',
  '_data/words.yml': 'hi: Hi\nbye: Bye\n',
  '_config.yml': 'tint: blue\npermalink: /never/:title\n',
  'index.md': '---\n---\nnot of the theme',
}
const SITE: Files = {
  'index.md': '---\nlayout: home\ntitle: Start\n---\n# Hello\n',
  '_posts/2026-01-02-first.md': '---\nlayout: post\ntitle: First\n---\nText\n',
  '_layouts/post.html': '---\nlayout: default\n---\nmine: {{ content }}',
  '_data/words.yml': 'hi: Hello\n',
  'assets/logo.svg': '<svg id="site"/>',
}
const NEEDS = ['jekyll', 'jekyll-feed', 'jekyll-seo-tag', 'rake']

let host: Host
beforeEach(async () => {
  host = await startHost()
  vi.stubEnv('HOME', mkdtempSync(path.join(tmpdir(), 'octavo-home-')))
  vi.stubEnv('OCTAVO_GEM_HOST', host.url)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await host.close()
})

const expectTheme = ({ text, result }: BuiltSite): void => {
  const index = text('index.html') ?? ''
  expect(index).toContain('<title>Start</title>')
  expect(index).toContain('<li>First</li>')
  expect(index).toContain('Jekyll SEO tag')
  expect(text('2026/01/02/first.html')).toContain('mine: <p>Text</p>')
  expect(text('assets/main.css')).toContain('#123456')
  expect(text('assets/main.css.map')).toBeDefined()
  const files = result.site.staticFiles.map((file) => file.relativePath)
  expect(files.filter((file) => file.endsWith('.svg')).sort()).toEqual(['/assets/icon.svg', '/assets/logo.svg'])
  expect(result.site.staticFiles.find((file) => file.name === 'logo.svg')?.path).not.toContain('.octavo-cache')
}

describe('a site with a theme that is fetched', () => {
  it('is built with the layouts, includes, Sass, assets, data, settings and plugins of a gem', async () => {
    host.offer('tint', '1.2.0', gem({ name: 'tint', version: '1.2.0', dependencies: NEEDS }, THEME))
    const site = await buildFiles({ ...SITE, '_config.yml': 'theme: tint\n' })
    expectTheme(site)
    expect(site.text('index.html')).toContain('<p>Bye Hello blue</p><footer>tint 1.2.0</footer>')
    expect(site.text('index.html')).toContain('application/atom+xml')
    expect(site.text('feed.xml')).toBeDefined()
    expect(site.result.warnings.filter(({ topic }) => topic !== 'Sass:')).toEqual([])
    await host.close()
    const again = await build({ source: site.folder, destination: path.join(site.folder, '_site'), dryRun: true })
    expect(again.outputs.length).toBe(site.result.outputs.length)
    rmSync(path.join(site.folder, '.octavo-cache'), { recursive: true })
    await expect(build({ source: site.folder, dryRun: true })).rejects.toThrow("The theme 'tint'")
  })

  it('is built with a remote theme, which gives no settings, and whose plugins generate nothing', async () => {
    const gemspec = NEEDS.map((name) => `  spec.add_dependency "${name}"\n`).join('')
    host.answers.set('/ada/tint/tar.gz/v2', repository({ ...THEME, 'tint.gemspec': gemspec }))
    const site = await buildFiles({
      ...SITE,
      '_config.yml': `remote_theme: Ada/Tint@v2\nplugins: [jekyll-remote-theme]\noctavo:\n  archive_host: ${host.url}\n`,
    })
    expectTheme(site)
    expect(site.text('index.html')).toContain('<p>Bye Hello </p>')
    expect(site.text('feed.xml')).toBeUndefined()
    expect(site.result.config.data.get('theme')).toBe('tint')
    expect(site.result.warnings).toEqual([])
  })

  it('takes the settings and plugins of the gem where both kinds are named', async () => {
    host.offer(
      'tint',
      '1.0.0',
      gem({ name: 'tint', version: '1.0.0', dependencies: NEEDS }, { '_config.yml': 'tint: green\n' }),
    )
    const files = { '_layouts/default.html': 'hue {{ site.tint }}', '_config.yml': 'tint: red\n' }
    host.answers.set('/ada/hue/tar.gz/HEAD', repository(files))
    const site = await buildFiles({
      'index.md': '---\nlayout: default\n---\n',
      '_config.yml': `theme: tint\nremote_theme: ada/hue\nplugins: [jekyll-remote-theme]\noctavo: {archive_host: "${host.url}"}\n`,
    })
    expect(site.text('index.html')).toBe('hue green')
    expect(site.text('feed.xml')).toBeDefined()
  })

  it('warns of plugins that the theme needs and nobody has', async () => {
    const needs = ['jekyll-polyglot', 'jekyll-no-such', 'jekyll-theme-base', 'rake']
    host.offer('tint', '1.0.0', gem({ name: 'tint', version: '1.0.0', dependencies: needs }, { '_layouts/a.html': '' }))
    const { result } = await buildFiles({ '_config.yml': 'theme: tint\n', 'index.md': '---\n---\n' })
    expect(result.warnings.map(({ message }) => message.slice(0, 60))).toEqual([
      "Octavo has no counterpart for the plugin 'jekyll-polyglot', ",
      "Octavo has no counterpart for the plugin 'jekyll-no-such', w",
    ])
  })

  it('loads no plugin for its theme in safe mode that is not allowed', async () => {
    host.offer('tint', '1.0.0', gem({ name: 'tint', version: '1.0.0', dependencies: NEEDS }, { '_layouts/a.html': '' }))
    const files = { 'index.md': '---\n---\n', '_posts/2026-01-01-a.md': '---\n---\n' }
    const safe = await buildFiles({ ...files, '_config.yml': 'theme: tint\nsafe: true\n' })
    expect(safe.text('feed.xml')).toBeUndefined()
    const allowed = await buildFiles({ ...files, '_config.yml': 'theme: tint\nsafe: true\nwhitelist: [jekyll-feed]\n' })
    expect(allowed.text('feed.xml')).toBeDefined()
  })
})
