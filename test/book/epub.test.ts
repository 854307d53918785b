import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createEpub, type EpubBook } from '../../src/book/epub/book.ts'
import { build } from '../../src/build.ts'
import type { Warning } from '../../src/util/error.ts'
import { buildFiles, type Files } from '../site.ts'
import { DOT, writeHardBook } from './hard-book.ts'
import { tagSoup } from './tag-soup.ts'

const root = path.resolve(import.meta.dirname, '../..')

const METADATA: EpubBook['metadata'] = {
  identifier: 'urn:x:1',
  title: 'T',
  language: 'en',
  rightToLeft: false,
  authors: ['A & B'],
  publisher: undefined,
  description: undefined,
  rights: undefined,
  date: undefined,
  modified: '2024-01-02T03:04:05Z',
}

const chapterOf = (number: number, content: string) => ({
  number,
  title: `C${number}`,
  part: undefined,
  description: undefined,
  language: undefined,
  url: `/p/c${number}.html`,
  path: `p/c${number}.md`,
  content,
})

const SVG_FILE =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><image href="https://e.com/x.png"/><g id="a"/></svg>'
const SITE: Readonly<Record<string, Uint8Array>> = {
  '/a.png': Buffer.from(DOT, 'base64'),
  '/p/wrong name.jpg': Buffer.from(DOT, 'base64'),
  '/d.svg': Buffer.from(SVG_FILE),
  '/broken.png': Buffer.from('no'),
}

const make = (contents: readonly string[], more: Partial<EpubBook> = {}) => {
  const warnings: Warning[] = []
  const book: EpubBook = {
    metadata: METADATA,
    front: undefined,
    chapters: contents.map((content, i) => chapterOf(i + 1, content)),
    cover: undefined,
    style: undefined,
    labels: { contents: 'Contents', cover: 'Cover', start: 'Start' },
    ...more,
  }
  const context = { baseurl: '/b', url: 'https://s.org', read: (name: string) => SITE[name] }
  const bytes = createEpub(book, { ...context, warn: (warning) => warnings.push(warning) })
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))
  return { bytes, files, warnings: warnings.map(({ message }) => message) }
}

const textOf = (content: string): string => {
  const text = make([content, '<p id="x:1">two</p>']).files['EPUB/chapter-01.xhtml'] ?? ''
  return text.slice(text.indexOf('<h1>C1</h1>\n') + '<h1>C1</h1>\n'.length, text.lastIndexOf('\n</section>\n</body>'))
}

// What a chapter holds, and what an e-reader gets of it.
const cases: readonly (readonly [string, string, string])[] = [
  ['ids that XML does not take', '<p id="1:a b"><a href="#1:a%20b">t</a></p>', '<p id="_1_a_b"><a href="#_1_a_b">t</a></p>'],
  ['ids of other scripts', '<p id="é">t</p>', '<p id="ue9">t</p>'],
  ['ids that would be the same', '<p id="a b">t</p><p id="a:b">u</p>', '<p id="a_b">t</p><p id="a_b-2">u</p>'],
  ['an id that is there twice', '<p id="a">t</p><p id="a">u</p>', '<p id="a">t</p><p>u</p>'],
  ['an old anchor', '<a name="a">t</a>', '<a id="a">t</a>'],
  ['a link to a chapter', '<a href="c2.html#x:1">t</a>', '<a href="chapter-02.xhtml#x_1">t</a>'],
  ['a link to an id that is not there', '<a href="/b/p/c2.html#q">t</a>', '<a href="chapter-02.xhtml">t</a>'],
  ['a link to another page', '<a href="../o.html">t</a>', '<a href="https://s.org/b/o.html">t</a>'],
  ['a link out', '<a href="https://e.com/?a=1&b=[2]" target="_blank">t</a>', '<a href="https://e.com/?a=1&amp;b=%5B2%5D">t</a>'],
  ['a script for a link', '<a href="javascript:x()">t</a>', '<span>t</span>'],
  ['a picture', '<img src="/b/a.png" srcset="x 2x" width="100%" height="2">', '<img src="images/a.png" height="2" alt=""/>'],
  ['a picture of another kind than its name', '<img src="wrong name.jpg" alt="w">', '<img src="images/wrong-name.png" alt="w"/>'],
  ['a picture elsewhere', '<img src="https://e.com/a.png" alt="w">', '<a href="https://e.com/a.png">w</a>'],
  ['a picture that is lost', '<img src="none.png" alt="w">', 'w'],
  ['a picture that is broken', '<img src="/b/broken.png">', ''],
  ['a picture in the text', `<img src="data:image/png;base64,${DOT}">`, '<img src="images/picture.png" alt=""/>'],
  ['a choice of pictures', '<picture><source srcset="a.webp"><img src="/b/a.png"></picture>', '<img src="images/a.png" alt=""/>'],
  ['a frame', '<iframe src="https://e.com/v" title="V"></iframe>', '<a href="https://e.com/v">V</a>'],
  ['a film', '<video src="v.mp4"><p>words</p></video>', '<p>words</p>'],
  ['a form', '<form><input><button>b</button><p>t</p></form>', '<div><p>t</p></div>'],
  ['a task', '<input type="checkbox" checked>done', '☑ done'],
  ['a script', '<script>x()</script><style>p{}</style>t<noscript>n</noscript>', 't<div>n</div>'],
  ['attributes', '<p onclick="x" data-a="1" align="left" lang="de">t</p>', '<p lang="de" xml:lang="de">t</p>'],
  ['styles', '<p style="color: red; position: fixed; background: url(x)">t</p>', '<p style="color: red">t</p>'],
  ['old elements', '<center><font>a</font><tt>b</tt></center>', '<div><span>a</span><code>b</code></div>'],
  ['unclosed tags', '<div><p>a<b>b', '<div><p>a<b>b</b></p></div>'],
  ['a block in a phrase', '<em><p>a</p></em>', '<div class="em"><p>a</p></div>'],
  ['a block in a heading', '<h2 id="h">a<div>b</div></h2>', '<h2 id="h">a<span>b</span></h2>'],
  ['stray items', '<ul>a<li>b</ul><li>c</li>', '<ul><li>a</li><li>b</li></ul><div>c</div>'],
  ['half a definition', '<dl><dd>a</dl>', '<div><div class="dd">a</div></div>'],
  ['a table', '<table><tr><td colspan=0 rowspan=2>a</table>', '<table><tbody><tr><td rowspan="2">a</td></tr></tbody></table>'],
  ['a table with two heads', '<table><thead><thead><tr><td>a</table>', '<table><thead/><tbody><tr><td>a</td></tr></tbody></table>'],
  ['numbered code', '<pre><table class="rouge-table"><tr><td class="gutter"><pre>1</pre><td class="code"><pre>x</pre></table></pre>', '<pre>x</pre>'],
  ['a nested link', '<dfn>a<dfn>b</dfn></dfn>', '<dfn>a<span>b</span></dfn>'],
  ['details without a summary', '<details>a</details>', '<div>a</div>'],
  ['unknown elements', '<my-a><my-b>t</my-b></my-a><x:y>u</x:y>', '<span><span>t</span></span><span>u</span>'],
  ['references', 'a&nbsp;&hellip;&lt;&#0;', 'a\u00a0…&lt;\ufffd'],
  ['characters that XML does not take', 'a\u0001b\ufffec\ud800d', 'abcd'],
  ['comments', 'a<!-- b -- c -->', 'a'],
  ['headings from the first level', '<h1 id="a">a</h1><h2 id="b">b</h2>', '<h2 id="a">a</h2><h3 id="b">b</h3>'],
  ['a heading without an id', '<h2>a</h2>', '<h2 id="heading-1">a</h2>'],
  [
    'footnotes',
    '<a href="#fn:1" class="footnote" role="doc-noteref">1</a><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1">n</li></ol></div>',
    '<a href="#fn_1" class="footnote" role="doc-noteref" epub:type="noteref">1</a><section class="footnotes" role="doc-endnotes" epub:type="endnotes"><ol><li id="fn_1" epub:type="endnote">n</li></ol></section>',
  ],
  [
    'a drawing',
    '<svg onload="x" viewBox="0 0 1 1"><script>x</script><g id="r:1"/><use xlink:href="#r:1"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"><g id="r_1"/><use xlink:href="#r_1"/></svg>',
  ],
  [
    'a formula',
    '<span class="katex"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation></semantics></math><span>x</span></span>',
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mrow><mi>x</mi></mrow></math>',
  ],
] // biome-ignore format: a table

describe('a chapter of an EPUB', () => {
  it.each(cases)('%s', (_, given, expected) => {
    expect(textOf(given)).toBe(expected)
  })

  it('says why a picture is not there', () => {
    const { warnings } = make(['<img src="none.png"><img src="/b/broken.png"><img src="https://e.com/x.png">'])
    expect(warnings).toEqual([
      'The picture none.png is not in the EPUB: there is no such file',
      expect.stringMatching(/broken\.png is not in the EPUB: e-readers show/),
      expect.stringMatching(/https:\/\/e\.com\/x\.png is not part of the site/),
    ])
  })
})

describe('the archive', () => {
  it('begins with its type, not packed, and is the same each time', () => {
    const { bytes, files } = make(['<p>a</p>'])
    expect(strFromU8(bytes.subarray(30, 58), true)).toBe('mimetypeapplication/epub+zip')
    expect(Object.keys(files).slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'])
    expect(Buffer.from(make(['<p>a</p>']).bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  it('lists each file, and what is special about it', () => {
    const { files } = make(['<img src="/b/d.svg" alt="d"><math><mi>x</mi></math>', '<svg><g/></svg>'], {
      cover: '/a.png',
      style: 'p {}',
    })
    const opf = files['EPUB/package.opf'] ?? ''
    const listed = [...opf.matchAll(/<item [^>]*href="([^"]*)"/g)].map(([, href]) => `EPUB/${href}`)
    expect(listed.toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => /^EPUB\/(?!package)/.test(name))
        .toSorted(),
    )
    expect(opf).toContain('href="chapter-01.xhtml" media-type="application/xhtml+xml" properties="mathml"')
    expect(opf).toContain('href="chapter-02.xhtml" media-type="application/xhtml+xml" properties="svg"')
    expect(opf).toContain('href="images/a.png" media-type="image/png" properties="cover-image"')
    expect(opf).toContain('<dc:creator>A &amp; B</dc:creator>')
    expect(opf).toContain('<meta property="schema:accessibilityFeature">MathML</meta>')
    expect(files['EPUB/images/d.svg']).not.toMatch(/script|https:/)
    expect(files['EPUB/own.css']).toBe('p {}')
  })

  it('turns its pages to the right for languages that are read so', () => {
    const { files } = make(['a'], { metadata: { ...METADATA, language: 'he', rightToLeft: true } })
    expect(files['EPUB/package.opf']).toContain('<spine page-progression-direction="rtl">')
    expect(files['EPUB/chapter-01.xhtml']).toContain('lang="he" xml:lang="he" dir="rtl"')
  })
})

const epubOf = async (files: Files) => {
  const { result } = await buildFiles(files)
  const made = result.outputs.filter((output) => output.path.endsWith('.epub'))
  const contents = made.map(({ path: name, body }) => {
    const unpacked = unzipSync(body as Uint8Array)
    return [name, (file: string) => strFromU8(unpacked[`EPUB/${file}`] ?? new Uint8Array())] as const
  })
  return { warnings: result.warnings.map(({ message }) => message), books: new Map(contents) }
}

const CHAPTER = '---\nbook: a\nchapter: 1\ntitle: One\npart: P\n---\n## H\n\n### I\n'

describe('`octavo: epub`', () => {
  it('takes what is said of the book, then of all books, then of the site', async () => {
    const { books, warnings } = await epubOf({
      '_config.yml': `lang: pt_BR
author: {name: Site}
time: 2024-05-06 00:00:00 +0200
books: {a: {title: Book A, identifier: 'urn:isbn:1', cover: c.png}}
octavo: {epub: {author: [X, Y], publisher: P, date: 2024-03-01, filename: out/mine.epub, language: de}}
`,
      'a.md': CHAPTER,
      'c.png': 'x',
    })
    const opf = books.get('out/mine.epub')?.('package.opf') ?? ''
    const said = [...opf.matchAll(/<(?:dc:(\w+)|meta property="dcterms:(\w+)")[^>]*>([^<]*)/g)].map(
      ([, a, b, text]) => `${a ?? b} ${text}`,
    )
    expect(said).toEqual([
      'identifier urn:isbn:1',
      'title Book A',
      'language de',
      'creator X',
      'creator Y',
      'publisher P',
      'date 2024-03-01',
      'modified 2024-05-05T22:00:00Z',
    ])
    expect(warnings).toEqual([expect.stringMatching(/^The cover \/c\.png is not in the EPUB/)])
  })

  it('makes a file of each book, with its parts and headings in the contents', async () => {
    const { books } = await epubOf({
      '_config.yml': 'octavo: {epub: true}\n',
      'a.md': CHAPTER,
      'b.md': '---\nbook: B c\nchapter: 1\n---\nx\n',
    })
    expect([...books.keys()]).toEqual(['a.epub', 'b-c.epub'])
    expect(books.get('a.epub')?.('contents.xhtml').replace(/\n/g, '')).toContain(
      '<ol><li><span>P</span><ol><li><a href="chapter-01.xhtml">One</a><ol><li><a href="chapter-01.xhtml#h">H</a><ol><li><a href="chapter-01.xhtml#i">I</a></li></ol></li></ol></li></ol></li></ol>',
    )
  })
})

const CHECKER = [process.env['EPUBCHECK'], '/usr/share/java/epubcheck.jar'].find((file) => file && existsSync(file))
const java = CHECKER !== undefined && spawnSync('java', ['-version']).status === 0

describe.skipIf(!java)('EPUBCheck', () => {
  const check = (file: string): string => {
    const { stdout, stderr } = spawnSync('java', ['-jar', CHECKER ?? '', file], { encoding: 'utf8' })
    return `${stdout}${stderr}`.trim()
  }

  it('has nothing to say of the shipped books', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'octavo-epub-'))
    await build({ source: root, destination: path.join(folder, 'site') })
    for (const name of ['handbook', 'okr'])
      expect(check(path.join(folder, 'site', `${name}.epub`))).toContain('0 fatals / 0 errors / 0 warnings')
  })

  it('has nothing to say of tags in any order', { timeout: 120_000 }, () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'octavo-epub-')), 'soup.epub')
    writeFileSync(file, make(Array.from({ length: 150 }, (_, i) => tagSoup(i))).bytes)
    expect(check(file)).toContain('0 fatals / 0 errors / 0 warnings')
  })

  it('has nothing to say of a long book with everything in it', { timeout: 120_000 }, async () => {
    const source = writeHardBook(200, 'baseurl: /deep/base\noctavo: {epub: {cover: images/dot.png, author: A}}\n')
    await build({ source, destination: path.join(source, '_site') })
    expect(check(path.join(source, '_site/hard.epub'))).toContain('0 fatals / 0 errors / 0 warnings')
  })
})

// The tags of a document, each closed where it should be, and nothing that begins like a tag and is none.
const unbalanced = (xml: string): string | undefined => {
  const open: string[] = []
  const tags = xml.replace(/<[?!][^>]*>/g, '')
  for (const [all, close, name, , empty] of tags.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)(\/?)>|</g,
  )) {
    if (name === undefined) return all
    if (close === '/') {
      if (open.pop() !== name) return name
    } else if (empty === '') open.push(name)
  }
  return open.pop()
}

it('writes well-formed documents of tags in any order', () => {
  const { files } = make(Array.from({ length: 150 }, (_, i) => tagSoup(i)))
  for (const [name, text] of Object.entries(files))
    if (name.endsWith('.xhtml')) expect(unbalanced(text), name).toBeUndefined()
})

it('writes well-formed documents, whatever the chapters hold', async () => {
  const source = writeHardBook(16, 'octavo: {epub: true}\n')
  const { outputs } = await build({ source, destination: path.join(source, '_site'), dryRun: true })
  const epub = outputs.find((output) => output.path === 'hard.epub')?.body as Uint8Array
  const documents = Object.entries(unzipSync(epub)).filter(([name]) => /\.(?:xhtml|opf|xml|svg)$/.test(name))
  expect(documents.length).toBeGreaterThan(18)
  for (const [name, bytes] of documents) expect(unbalanced(strFromU8(bytes)), name).toBeUndefined()
})
