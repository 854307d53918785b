import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, writeSite } from '../site.ts'

const command = path.resolve(import.meta.dirname, '../../dist/cli.js')

const run = (args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...environment },
  })
  return { status, output: stdout + stderr }
}

const empty = (): string => mkdtempSync(path.join(tmpdir(), 'octavo-cli-'))

// A case: files, arguments, exit status and what the output must say.
const mistakes: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
  [
    'an unknown tag',
    { 'a.md': '---\ntitle: x\n---\n\ntext\n{% nope %}\n' },
    ['build'],
    /Unknown tag 'nope'[\s\S]*at a\.md:6:1[\s\S]*\{% nope %\}\n\s*\^/,
  ],
  [
    'an include that is not there',
    { 'a.md': '---\n---\n{% include gone.html %}', '_includes/gine.html': 'x' },
    ['build'],
    /gone\.html[\s\S]*a\.md:3:1[\s\S]*gine\.html/,
  ],
  [
    'a mistake inside an include',
    { 'a.md': '---\n---\n\n{% include i.html %}', '_includes/i.html': 'one\n{{ 1 | divided_by: 0 }}' },
    ['build'],
    /_includes\/i\.html:2:1[\s\S]*included from a\.md:4:1/,
  ],
  [
    'broken front matter, strictly',
    { 'a.md': '---\nx: [1,\ny: 2\n---\n' },
    ['build', '--strict_front_matter'],
    /Invalid YAML[\s\S]*a\.md:\d/,
  ],
  ['an impossible date', { '_posts/2024-13-45-x.md': '---\n---\n' }, ['build'], /Invalid date '2024-13-45'/],
  ['a destination that holds the source', { 'a.md': '' }, ['build', '-d', '..'], /cannot be or contain/],
  ['a configuration file that is not there', {}, ['build', '--config', 'no.yml'], /could not be found/],
  [
    'a theme that nobody has',
    { '_config.yml': 'theme: no-such-theme\noctavo: {gem_host: "http://127.0.0.1:9"}\n' },
    ['build'],
    /theme 'no-such-theme' could not be found/,
  ],
  [
    'a plugin with a slip in its name',
    { '_config.yml': 'plugins: [jekyll-feeds]\n' },
    ['build'],
    /Did you mean 'jekyll-feed'/,
  ],
]

describe('mistakes', () => {
  it.each(mistakes)('%s: status 1, a screenful, no stack', (_, files, args, said) => {
    const { status, output } = run(args, writeSite(files))
    expect(output).toMatch(said)
    expect(status).toBe(1)
    expect(output).not.toMatch(/\n\s+at .*\.js:\d+/)
    expect(output.split('\n').length).toBeLessThan(30)
  })

  it('leave the last good output in place', () => {
    const site = writeSite({ 'a.md': '---\n---\ngood' })
    expect(run(['build'], site).status).toBe(0)
    writeFileSync(path.join(site, 'b.md'), '---\n---\n{% nope %}')
    expect(run(['build'], site).status).toBe(1)
    expect(readFileSync(path.join(site, '_site/a.html'), 'utf8')).toBe('<p>good</p>\n')
    expect(existsSync(path.join(site, '_site/b.html'))).toBe(false)
  })

  it('show their stack with --trace', () => {
    expect(run(['build', '--trace'], writeSite({ 'a.md': '---\n---\n{% nope %}' })).output).toMatch(/\n\s+at /)
  })
})

describe('octavo', () => {
  it.skipIf(process.platform !== 'linux')('says where there are no fonts to draw cards with, and draws none', () => {
    const folder = writeSite({
      'fonts.conf': '<?xml version="1.0"?><fontconfig></fontconfig>',
      '_config.yml': 'url: https://example.org\noctavo:\n  social_cards: true\n',
      'index.html': '---\n---\n{{ page.social_card.path }}',
    })
    const { status, output } = run(['build'], folder, { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') })
    expect({ status, output }).toMatchObject({
      status: 0,
      output: expect.stringContaining('this machine has no fonts'),
    })
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toBe('')
  })

  it('tells its version', () => {
    expect(run(['--version'], empty())).toEqual({ status: 0, output: 'octavo 0.1.0\n' })
  })

  it('makes a book that builds, and builds it into nothing twice', () => {
    const folder = empty()
    expect(run(['new', 'book'], folder).status).toBe(0)
    const book = path.join(folder, 'book')
    const picture = path.resolve(import.meta.dirname, '../../images/headers/blue-okr.png')
    copyFileSync(picture, path.join(book, 'picture.png'))
    appendFileSync(path.join(book, 'index.md'), '\n![A picture](picture.png)\n')
    expect(run(['build', '--strict'], book)).toMatchObject({ status: 0 })
    expect(readFileSync(path.join(book, '_site/index.html'), 'utf8')).toContain('width="1200" height="400"')
    const chapter = readFileSync(path.join(book, '_site/pages/chapter-1.html'), 'utf8')
    expect(chapter).toMatch(/rel="next"[^>]*href="\/pages\/chapter-2\.html"/)
    expect(run(['build'], book).output).toMatch(/ 0 files written/)
    expect(run(['check'], book)).toMatchObject({ status: 0 })
    expect(run(['new', 'book'], folder)).toMatchObject({ status: 1, output: expect.stringContaining('not empty') })
    expect(run(['clean'], book).status).toBe(0)
    expect(existsSync(path.join(book, '_site'))).toBe(false)
  })

  it('makes a blank site that builds', () => {
    const folder = empty()
    run(['new', 'site', '--blank'], folder)
    expect(run(['build'], path.join(folder, 'site')).status).toBe(0)
    expect(readdirSync(path.join(folder, 'site')).sort()).toEqual(
      expect.arrayContaining([
        '_config.yml',
        '_data',
        '_drafts',
        '_includes',
        '_layouts',
        '_posts',
        '_sass',
        'index.md',
      ]),
    )
  })

  it('builds a folder of Markdown files alone as a book, and says so', () => {
    const folder = writeSite({
      'README.md': '# The Book\n\nHello.\n',
      '10-last.md': '# Last\n\nz\n',
      '2-first.md': '# First\n\na {{ x }}\n',
    })
    const { status, output } = run(['build'], folder)
    expect(status).toBe(0)
    expect(output).toMatch(/Markdown files become the chapters of one book/)
    const first = readFileSync(path.join(folder, '_site/2-first.html'), 'utf8')
    expect(first).toMatch(/rel="next"[^>]*href="\/10-last\.html"/)
    expect(first).toContain('a {{ x }}')
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('The Book')
  })

  it('finds broken links and images', () => {
    const site = writeSite({
      'a.md': '---\n---\n[x](b.html) [y](nowhere.html) [z](b.html#part) [w](b.html#gone)\n\n![i](no.png)',
      'b.md': '---\n---\n## Part\n',
    })
    const { status, output } = run(['check'], site)
    expect(status).toBe(1)
    for (const said of ['nowhere.html', '#gone', 'no.png', 'a.md:3']) expect(output).toContain(said)
    expect(output).not.toContain('#part')
  })

  it('reads TOML', () => {
    const site = writeSite({
      '_config.toml': 'title = "T"\n[kramdown]\nauto_ids = false\n',
      'a.md': '---\n---\n# {{ site.title }}\n',
    })
    run(['build'], site)
    expect(readFileSync(path.join(site, '_site/a.html'), 'utf8')).toBe('<h1>T</h1>\n')
  })

  it('knows the entities of CommonMark, which are loaded late', () => {
    const folder = writeSite({
      '_config.yml': 'markdown: CommonMark\n',
      'a.md': '---\n---\n&copy; &CounterClockwiseContourIntegral; &nope;\n',
    })
    expect(run(['build'], folder)).toMatchObject({ status: 0 })
    expect(readFileSync(path.join(folder, '_site/a.html'), 'utf8')).toContain('© ∳ &amp;nope;')
  })

  it('runs a plugin of the site, and none with --safe', () => {
    const site = writeSite({
      '_plugins/shout.mjs':
        "export default { name: 'shout', filters: { shout: { apply: (input) => input + '!' } }, tags: { hello: { compile: (markup) => () => 'hello ' + markup.trim() } } }\n",
      '_plugins/old.rb': 'class X; end\n',
      'a.html': '---\n---\n{{ "hi" | shout }} {% hello you %}',
    })
    const { output } = run(['build'], site)
    expect(output).toMatch(/Ruby plugins do not run here: _plugins\/old\.rb/)
    expect(readFileSync(path.join(site, '_site/a.html'), 'utf8')).toBe('hi! hello you')
    expect(run(['build', '--safe'], site).output).toMatch(/Unknown tag 'hello'/)
  })

  it("runs the handbook's own example of a plugin", () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../pages/plugins.md'), 'utf8')
    const example = /```js\n([\s\S]*?)```/.exec(page)?.[1]?.replace(/\{% (?:end)?raw %\}/g, '') ?? ''
    const site = writeSite({
      '_plugins/reading.mjs': example,
      '_config.yml': 'time: 2024-05-06\n',
      'a.html': '---\n---\n<body>{{ "one two" | minutes }} {% today %F %}</body>',
    })
    expect(run(['build'], site)).toMatchObject({ status: 0 })
    expect(readFileSync(path.join(site, '_site/a.html'), 'utf8')).toBe('<body>1 2024-05-06<!-- checked --></body>')
    expect(readFileSync(path.join(site, '_site/made.html'), 'utf8')).toBe('<p>Made</p>')
  })

  it('says what differs in doctor', () => {
    const { status, output } = run(
      ['doctor'],
      writeSite({
        '_config.yml': 'gems: []\n',
        'a.md': '---\npermalink: /X.html\n---\n',
        'b.md': '---\npermalink: /x.html\n---\n',
      }),
    )
    expect(status).toBe(1)
    expect(output).toMatch(/'gems' is deprecated/)
    expect(output).toMatch(/differ by case/)
  })

  it('says in doctor what Ruby files define and where that is used', () => {
    const { status, output } = run(
      ['doctor'],
      writeSite({
        '_config.yml': 'url: https://example.org\nkramdown:\n  syntax_highlighter: coderay\n',
        '_plugins/youtube.rb':
          "class YouTube < Liquid::Tag\n  def initialize(a)\n  end\nend\nmodule Jekyll\n  module Shout\n    def shout(input)\n    end\n    def self.whisper\n    end\n  end\n  def other\n  end\nend\nLiquid::Template.register_tag('youtube', YouTube)\nLiquid::Template.register_filter(Jekyll::Shout)\n",
        'index.md': '---\n---\n{% youtube x %}\n\n```crystal\nputs 1\n```\n',
      }),
    )
    expect(status).toBe(1)
    expect(output).toMatch(/the tag 'youtube', used in index\.md; the filter 'shout', which is not used\n/)
    expect(output).toMatch(/_plugins\/youtube\.rb/)
    expect(output).toMatch(/highlighter 'coderay'/)
  })

  it('goes on in doctor where the build cannot', () => {
    const { status, output } = run(
      ['doctor'],
      writeSite({ '_config.yml': 'pygments: true\n', 'index.md': '---\n---\n{% no_such_tag %}\n' }),
    )
    expect(status).toBe(1)
    expect(output).toMatch(/Unknown tag 'no_such_tag'/)
    expect(output).toMatch(/'pygments' is deprecated/)
  })

  it('finds in doctor that a new book lacks its address, and nothing else', () => {
    const folder = writeSite({})
    run(['new', 'book'], folder)
    const { output, status } = run(['doctor'], path.join(folder, 'book'))
    expect(output.match(/Warning:.*/g)).toEqual(["Warning: You didn't set an URL in the config file"])
    expect(status).toBe(1)
  })
})
