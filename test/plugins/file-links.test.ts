import { describe, expect, it } from 'vitest'
import { changeCssUrls } from '../../src/plugins/css-urls.ts'
import { changeAttributes } from '../../src/plugins/html-attributes.ts'
import { buildFiles } from '../site.ts'

const page = (content: string, front = ''): string => `---\n${front}---\n${content}`

// On the page /guide/first.html of a site at /base: what is written, and what is to come of it.
const CASES: readonly (readonly [string, string])[] = [
  ['<a href="/base/">x</a>', '<a href="../index.html">x</a>'],
  ['<a href="/base">x</a>', '<a href="../index.html">x</a>'],
  ['<a href="/base/guide/">x</a>', '<a href="index.html">x</a>'],
  ['<a href="/base/guide/second">x</a>', '<a href="second.html">x</a>'],
  ['<a href="/base/guide/second.html?a=1&amp;b=2#c">x</a>', '<a href="second.html?a=1&amp;b=2#c">x</a>'],
  ['<a href="second#part">x</a>', '<a href="second.html#part">x</a>'],
  ['<a href="./">x</a>', '<a href="index.html">x</a>'],
  ['<a href="../folder/">x</a>', '<a href="../folder/index.html">x</a>'],
  ['<a href="../folder">x</a>', '<a href="../folder/index.html">x</a>'],
  ['<a href="second.html">x</a>', '<a href="second.html">x</a>'],
  ['<a href="#here">x</a>', '<a href="#here">x</a>'],
  ['<a href="?q=1">x</a>', '<a href="?q=1">x</a>'],
  ['<a href="">x</a>', '<a href="">x</a>'],
  ["<a href='/base/missing'>x</a>", '<a href="../missing">x</a>'],
  ['<a href="missing">x</a>', '<a href="missing">x</a>'],
  ['<a href=/base/guide/second>x</a>', '<a href="second.html">x</a>'],
  ['<a href="/base/a%20b.html">x</a>', '<a href="../a%20b.html">x</a>'],
  ['<a href="/base/a&#32;b.html">x</a>', '<a href="../a b.html">x</a>'],
  ['<a href="/other/page">x</a>', '<a href="/other/page">x</a>'],
  ['<a href="/basement">x</a>', '<a href="/basement">x</a>'],
  ['<a href="../../../x">x</a>', '<a href="../../../x">x</a>'],
  ['<a href="//example.org/base/">x</a>', '<a href="//example.org/base/">x</a>'],
  ['<a href="https://example.org/base/">x</a>', '<a href="https://example.org/base/">x</a>'],
  ['<a href="mailto:a@b.test">x</a>', '<a href="mailto:a@b.test">x</a>'],
  ['<IMG SRC="/base/p.png" alt="/base/p.png">', '<IMG SRC="../p.png" alt="/base/p.png">'],
  ['<img srcset="/base/p.png 1x, /base/q.png 2x">', '<img srcset="../p.png 1x, ../q.png 2x">'],
  ['<img srcset="/base/p.png,/base/q.png">', '<img srcset="../p.png,/base/q.png">'],
  ['<video poster="/base/p.png" src="/base/v.mp4#t=1"></video>', '<video poster="../p.png" src="../v.mp4#t=1"></video>'],
  ['<form action="/base/folder/"></form>', '<form action="../folder/index.html"></form>'],
  ['<img data-full="/base/p.png" data-text="/base/none">', '<img data-full="../p.png" data-text="/base/none">'],
  ['<svg><use xlink:href="/base/p.svg#i"/></svg>', '<svg><use xlink:href="../p.svg#i"/></svg>'],
  ['<p style="background: url(&quot;/base/p.png&quot;)">', '<p style="background: url(&quot;../p.png&quot;)">'],
  ['<style>a { b: url(/base/p.png) }</style>', '<style>a { b: url(../p.png) }</style>'],
  ['<meta http-equiv="Refresh" content="0; url=/base/folder/">', '<meta http-equiv="Refresh" content="0; url=../folder/index.html">'],
  ['<meta name="x" content="0; url=/base/folder/">', '<meta name="x" content="0; url=/base/folder/">'],
  ['<code>href="/base/"</code> /base/', '<code>href="/base/"</code> /base/'],
  ['<!-- <a href="/base/"> --><a href="/base/">x</a>', '<!-- <a href="/base/"> --><a href="../index.html">x</a>'],
  ['<script>"<a href=\'/base/\'>"</script><a href="/base/">x</a>', '<script>"<a href=\'/base/\'>"</script><a href="../index.html">x</a>'],
  ['<script>location="/base/folder/"</script>', '<script>location="../folder/index.html"</script>'],
  ['<textarea><a href="/base/"></textarea>', '<textarea><a href="/base/"></textarea>'],
  ['<a title="a > b" href="/base/">x</a>', '<a title="a > b" href="../index.html">x</a>'],
  ['<a\nclass=x\nhref\n=\n"/base/"\n>x</a>', '<a\nclass=x\nhref\n=\n"../index.html"\n>x</a>'],
  ['1 < 2 <a href="/base/">x</a> <a href="/base/', '1 < 2 <a href="../index.html">x</a> <a href="/base/'],
] // biome-ignore format: a table

const FILES = {
  'index.html': page('home'),
  'folder/index.html': page('folder'),
  'guide/index.html': page('guide'),
  'guide/second.html': page('second'),
  'a b.html': page('<a href="/base/guide/">x</a>'),
  'p.png': '',
  'q.png': '',
  'p.svg': '',
  'v.mp4': '',
  'style/main.css': page('a { b: url("/base/p.png"); c: url(x.png) } /* url(/base/p.png) */'),
  '404.html': page('<a href="/base/">x</a>'),
  'static.html': '<a href="/base/folder/">x</a>',
}

const build = (content: string, config = 'relative: true\n') =>
  buildFiles({ ...FILES, 'guide/first.html': page(content), '_config.yml': `baseurl: /base\n${config}` })

describe('links for the file system', () => {
  it('are written relative to their page and name files', async () => {
    const given = CASES.map(([text]) => text).slice(0, -1)
    const { text } = await build(given.join('\n\u0001'))
    const lines = (text('guide/first.html') ?? '').split('\n\u0001')
    for (const [i, [written, wanted]] of CASES.slice(0, -1).entries()) expect(lines[i]?.trimEnd(), written).toBe(wanted)
    const [written = '', wanted] = CASES.at(-1) ?? []
    expect((await build(written)).text('guide/first.html')).toBe(wanted)
  })

  it('are in style sheets and in pages of the root, but not in the page for what is missing', async () => {
    const { text } = await build('', 'octavo:\n  relative: true\n')
    expect(text('style/main.css')).toBe('a { b: url("../p.png"); c: url(x.png) } /* url(/base/p.png) */')
    expect(text('a b.html')).toBe('<a href="guide/index.html">x</a>')
    expect(text('404.html')).toBe('<a href="/base/">x</a>')
    expect(text('static.html')).toBe('<a href="folder/index.html">x</a>')
  })

  it('stay as they are where nobody asks for them', async () => {
    const { text } = await build('<a href="/base/">x</a>', 'relative: false\n')
    expect(text('guide/first.html')).toBe('<a href="/base/">x</a>')
  })
})

describe('the scanners', () => {
  it.each(['<a ', '<a href="', '<!--', '<style>', "<a b='", '</', '<a\n\n\n', '< '])(
    'take %j many times over',
    (text) => {
      const long = text.repeat(200_000)
      expect(changeAttributes(long, { attribute: () => undefined, style: (css) => css })).toBe(long)
    },
  )

  it.each(['url(', 'url( ', '/*', '"', '@import ', "url('", '\\'])('take %j in styles many times over', (text) => {
    const long = text.repeat(200_000)
    expect(changeCssUrls(long, (address) => address)).toBe(long)
  })
})
