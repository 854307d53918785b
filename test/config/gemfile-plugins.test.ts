import { describe, expect, it } from 'vitest'
import { pluginsInGemfile } from '../../src/config/gemfile-plugins.ts'
import { buildFiles } from '../site.ts'

const CASES: readonly (readonly [what: string, gemfile: string, plugins: readonly string[]])[] = [
  ['a block', 'gem "jekyll"\ngroup :jekyll_plugins do\n  gem "jekyll-feed", "~> 0.12"\n  gem \'jemoji\'\nend\ngem "webrick"\n', ['jekyll-feed', 'jemoji']],
  ['a gem of its own', "gem 'github-pages', group: :jekyll_plugins\n", ['github-pages']],
  ['older Ruby', 'gem "jekyll-feed", "~> 1", :group => [:test, :jekyll_plugins]\n', ['jekyll-feed']],
  ['several groups', 'group :development, :jekyll_plugins do\n  gem "jekyll-toc"\nend\n', ['jekyll-toc']],
  ['another group', 'group :development do\n  gem "jekyll-toc"\nend\ngem "a", group: :jekyll_plugins_of_mine\n', []],
  ['blocks in blocks', 'source "https://example.org" do\n  group :jekyll_plugins do\n    gem "a"\n  end\n  gem "b"\nend\n', ['a']],
  ['a condition', 'group :jekyll_plugins do\n  if ENV["X"]\n    gem "a"\n  end\n  gem "b" if true\nend\ngem "c"\n', ['a', 'b']],
  ['a comment', 'group :jekyll_plugins do\n  # gem "a"\n  gem "b" # the b\nend\n', ['b']],
] // biome-ignore format: a case a line

describe('the plugins of a Gemfile', () => {
  it.each(CASES)('%s', (_, gemfile, plugins) => {
    expect(pluginsInGemfile(gemfile)).toEqual(plugins)
  })

  it('are switched on, and what is no plugin of Octavo is passed over', async () => {
    const site = await buildFiles({
      Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-sitemap"\n  gem "wdm"\n  gem "jekyll-nobody-knows"\nend\n',
      'index.md': '---\n---\nText\n',
    })
    expect(site.text('sitemap.xml')).toContain('<urlset')
    expect(site.result.warnings.map(({ message }) => message)).toEqual([
      "Octavo has no counterpart for the plugin 'jekyll-nobody-knows'; the build goes on without it",
    ])
  })

  it('switch GitHub Pages on', async () => {
    const site = await buildFiles({
      Gemfile: 'gem "github-pages", group: :jekyll_plugins\n',
      '_config.yml': 'title: Site\n',
      'README.md': '# Title\n',
    })
    expect(site.text('index.html')).toContain('<h1 id="title">Title</h1>')
  })
})
