import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../../src/build.ts'
import { isCopy } from '../../src/model/output.ts'
import { drawing, drawTo } from '../images/draw.ts'
import { type Files, writeSite } from '../site.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Pictures = Readonly<Record<string, readonly [width: number, height: number]>>

const PICTURES: Pictures = { 'images/wide.jpg': [1000, 500], 'images/small.png': [40, 30] }

/** A site with pictures, on the disk. */
const makeSite = async (files: Files, pictures: Pictures = PICTURES): Promise<string> => {
  const folder = writeSite({ '_config.yml': 'octavo:\n  pictures: true\n', ...files })
  folders.push(folder)
  await Promise.all(
    Object.entries(pictures).map(([name, [width, height]], seed) =>
      drawTo(path.join(folder, name), width, height, seed + 1),
    ),
  )
  return folder
}

interface Built {
  readonly result: BuildResult
  readonly page: (name: string) => string
  readonly files: readonly string[]
  readonly remarks: readonly string[]
}

const buildSite = async (folder: string): Promise<Built> => {
  const result = await build({ source: folder, destination: path.join(folder, '_site'), dryRun: true })
  const outputs = new Map(result.outputs.map(({ path: name, body }) => [name, isCopy(body) ? '' : body.toString()]))
  return {
    result,
    page: (name) => outputs.get(name) ?? '',
    files: [...outputs.keys()].filter((name) => name.startsWith('assets/pictures/')).sort(),
    remarks: result.warnings.map(({ message, place }) => `${place?.path}:${place?.line ?? ''} ${message}`),
  }
}

const buildPage = async (
  text: string,
  more: Files = {},
  pictures: Pictures = PICTURES,
): Promise<Built & { html: string }> => {
  const built = await buildSite(await makeSite({ 'index.html': `---\n---\n${text}`, ...more }, pictures))
  return { ...built, html: built.page('index.html') }
}

const config = (settings: string, more = ''): Files => ({ '_config.yml': `octavo:\n  pictures:\n${settings}${more}` })

/** Only what this test is about: no files to make, no times of loading. */
const PLAIN = config('    widths: []\n    lazy: false\n')

const srcsets = (html: string): string[] => [...html.matchAll(/srcset="([^"]*)"/g)].map(([, list]) => list ?? '')
const widths = (list: string): number[] => [...list.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width))

// The tag in the source, and as it stands in the page.
const SIZES: readonly [source: string, page: string][] = [
  ['<img src="/images/wide.jpg">', '<img src="/images/wide.jpg" width="1000" height="500">'],
  ['<img src="images/wide.jpg" alt="a > b" />', '<img src="images/wide.jpg" alt="a > b" width="1000" height="500" />'],
  ["<IMG SRC='images/wide.jpg'>", '<IMG SRC=\'images/wide.jpg\' width="1000" height="500">'],
  ['<img src=images/small.png>', '<img src=images/small.png width="40" height="30">'],
  ['<img src="images/wide.jpg" width="300">', '<img src="images/wide.jpg" width="300" height="150">'],
  ['<img height="50px" src="images/wide.jpg">', '<img height="50px" src="images/wide.jpg" width="100">'],
  ['<img width="50%" src="images/wide.jpg">', '<img width="50%" src="images/wide.jpg">'],
  ['<img width="9" height="9" src="images/wide.jpg">', '<img width="9" height="9" src="images/wide.jpg">'],
  ['<img src="./x/../images/wide.jpg#left">', '<img src="./x/../images/wide.jpg#left" width="1000" height="500">'],
  [
    '<a href="x"><img src="images/small.png"></a>',
    '<a href="x"><img src="images/small.png" width="40" height="30"></a>',
  ],
]

// What is left exactly as it is.
const UNTOUCHED = [
  '<img src="https://example.org/wide.jpg">',
  '<img src="//example.org/wide.jpg">',
  '<img src="data:image/png;base64,AAAA">',
  '<img src="images/wide.jpg?size=2">',
  '<img src="">',
  '<img alt="none">',
  '<img src="http://[broken">',
  '<img src="drawing.svg">',
  '<img src="images/wide.jpg" data-no-pictures>',
  '<pre><img src="images/wide.jpg"></pre>',
  '<!-- <img src="images/wide.jpg"> -->',
  '<script>"<img src=images/wide.jpg>"</script>',
  '<textarea><img src="images/wide.jpg"></textarea>',
  '<p title="<img src=images/wide.jpg>">x</p>',
  '<p>a < b <img src="images/wide.jpg',
  '<image src="images/wide.jpg">',
]

describe('width and height', () => {
  it.each(SIZES)('%s', async (source, page) => {
    const { html, remarks, files } = await buildPage(source, PLAIN)
    expect(html).toBe(page)
    expect(remarks).toEqual([])
    expect(files).toEqual([])
  })

  it('leaves the rest as it is', async () => {
    const pages = Object.fromEntries(UNTOUCHED.map((text, index) => [`page-${index}.html`, `---\n---\n${text}`]))
    const built = await buildSite(await makeSite({ 'drawing.svg': '<svg></svg>', ...pages }))
    for (const [index, text] of UNTOUCHED.entries()) expect(built.page(`page-${index}.html`)).toBe(text)
    expect(built.remarks).toEqual([])
    expect(built.files).toEqual([])
  })

  it('leaves the picture behind a drawing that closes itself', async () => {
    const { html } = await buildPage('<svg viewBox="0 0 1 1"/><img src="images/small.png">', PLAIN)
    expect(html).toContain('width="40"')
  })

  it('follows the orientation', async () => {
    const folder = await makeSite({ 'index.html': '---\n---\n<img src="a.jpg">', ...PLAIN })
    await drawing(60, 20).withMetadata({ orientation: 6 }).toFile(path.join(folder, 'a.jpg'))
    expect((await buildSite(folder)).page('index.html')).toContain('width="20" height="60"')
  })

  it('is filled in for GIF, which has no variants', async () => {
    const { html, files } = await buildPage('<img src="a.gif">', {}, { 'a.gif': [400, 300] })
    expect(html).toContain('<img src="a.gif" width="400" height="300"')
    expect(files).toEqual([])
  })

  it('finds files with odd names, of themes and of collections', async () => {
    const files = {
      '_config.yml': 'theme: ./theme\ncollections:\n  notes:\n    output: true\noctavo:\n  pictures:\n    widths: []\n',
      'theme/_layouts/default.html': '{{ content }}',
      'a/index.md':
        '---\nlayout: default\n---\n![x](</images/a b ä.png>) ![y](/assets/theme.png) ![z](../notes/own.png)\n',
    }
    const folder = await makeSite(files, {
      'images/a b ä.png': [50, 20],
      'theme/assets/theme.png': [51, 20],
      '_notes/own.png': [52, 20],
    })
    const built = await buildSite(folder)
    expect(built.remarks).toEqual([])
    expect([...built.page('a/index.html').matchAll(/width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '50',
      '51',
      '52',
    ])
  })
})

describe('variants', () => {
  it('are offered around the picture, in the order of the formats', async () => {
    const { html, files, result } = await buildPage(
      '<figure><a href="#"><img class="x" src="images/wide.jpg"></a></figure>',
    )
    const [avif, webp] = srcsets(html)
    expect(html).toMatch(
      /^<figure><a href="#"><picture><source type="image\/avif" srcset="[^"]*" sizes="\(min-width: 736px\) 736px, 100vw"><source type="image\/webp" [^>]*><img class="x" src="images\/wide.jpg" width="1000" height="500" fetchpriority="high" decoding="async"><\/picture><\/a><\/figure>$/,
    )
    expect(widths(avif ?? '')).toEqual([480, 800, 1000])
    expect(widths(webp ?? '')).toEqual([480, 800, 1000])
    expect(files).toEqual([...`${avif}, ${webp}`.matchAll(/assets\/pictures\/[\w.-]+/g)].map(([name]) => name).sort())
    for (const { path: name, body } of result.outputs.filter((output) => files.includes(output.path))) {
      if (!isCopy(body)) throw new Error('not a copy')
      const facts = await sharp(body.copy).metadata()
      expect(facts.width, name).toBe(Number(/-(\d+)\./.exec(name)?.[1]))
      expect(facts.height).toBe(Math.round((facts.width ?? 0) / 2))
      expect(name.endsWith('avif') ? 'heif' : 'webp').toBe(facts.format)
      expect(statSync(body.copy).size).toBeLessThan(
        statSync(path.join(path.dirname(body.copy), '../../images/wide.jpg')).size,
      )
    }
  })

  it('stand upright where the orientation turns the original', async () => {
    const folder = await makeSite({ 'index.html': '---\n---\n<img src="a.jpg">' }, {})
    await drawing(600, 300).withMetadata({ orientation: 8 }).jpeg().toFile(path.join(folder, 'a.jpg'))
    const { result } = await buildSite(folder)
    const body = result.outputs.find(({ path: name }) => name.endsWith('-300.webp'))?.body
    expect(body !== undefined && isCopy(body) && (await sharp(body.copy).metadata())).toMatchObject({
      width: 300,
      height: 600,
    })
  })

  it('are as wide as the shown width asks for, and no wider than the picture', async () => {
    const { html } = await buildPage(
      '<img width="200" src="images/wide.jpg"><img src="images/huge.jpg">',
      {},
      {
        'images/wide.jpg': [1000, 500],
        'images/huge.jpg': [2600, 300],
      },
    )
    const [shown, , huge] = srcsets(html)
    expect(widths(shown ?? '')).toEqual([480, 600])
    expect(widths(huge ?? '')).toEqual([480, 800, 1200, 1600, 2000])
    expect(html).toContain('sizes="(min-width: 200px) 200px, 100vw"')
  })

  it('take the original for their own format', async () => {
    const { html } = await buildPage('<img src="a.webp">', {}, { 'a.webp': [600, 300] })
    expect(srcsets(html)[1]).toMatch(/-480\.webp 480w, a\.webp 600w$/)
  })

  it('are written as the picture is: below a base address, from the root, or in full', async () => {
    const more = config('    formats: webp\n', 'baseurl: /deep/book\nurl: https://example.org\n')
    const text = `---\n---\n${[
      '../images/wide.jpg',
      '/deep/book/images/wide.jpg',
      'https://example.org/deep/book/images/wide.jpg',
      '/images/wide.jpg',
    ]
      .map((address) => `<img src="${address}">`)
      .join('\n')}`
    const built = await buildSite(await makeSite({ ...more, 'pages/a.html': text }))
    const starts = srcsets(built.page('pages/a.html')).map((list) => /^(.*?)assets\/pictures\//.exec(list)?.[1])
    expect(starts).toEqual(['../', '/deep/book/', 'https://example.org/deep/book/'])
    expect(built.remarks).toEqual([])
  })

  it('heed <base>', async () => {
    const { html } = await buildPage('<base href="/images/"><img src="wide.jpg">')
    expect(srcsets(html)[0]).toMatch(/^\/assets\/pictures\//)
  })

  const REFUSED: readonly [text: string, settings: string][] = [
    ['<img class="a no-variants b" src="images/wide.jpg">', '    lazy: false\n'],
    ['<img data-no-variants src="images/wide.jpg">', '    lazy: false\n'],
    ['<img srcset="images/wide.jpg 2x" src="images/wide.jpg">', '    lazy: false\n'],
    ['<picture><source srcset="images/small.png"><img src="images/wide.jpg"></picture>', '    lazy: false\n'],
    ['<img src="images/wide.jpg">', '    lazy: false\n    formats: []\n'],
    ['<img src="images/small.png">', '    lazy: false\n'],
  ]

  it.each(REFUSED)('are not made of %s', async (text, settings) => {
    const { html, files } = await buildPage(text, config(settings))
    expect(html).toBe(
      text.replace(
        /(<img[^>]*)>/,
        (_, tag: string) => `${tag}${tag.includes('wide') ? ' width="1000" height="500"' : ' width="40" height="30"'}>`,
      ),
    )
    expect(files).toEqual([])
  })

  it.each(['images/wide.*', 'images', '/images/', '**/*.jpg'])(
    'are not made of what is excluded by %s',
    async (glob) => {
      const { html } = await buildPage('<img src="images/wide.jpg">', config(`    exclude: ["${glob}"]\n`))
      expect(html).toBe('<img src="images/wide.jpg">')
    },
  )

  it('are not made on pages that say so', async () => {
    const text = '<img src="/images/wide.jpg">'
    const built = await buildSite(await makeSite({ 'a.html': `---\npictures: false\n---\n${text}` }))
    expect(built.page('a.html')).toBe(text)
  })

  it('stand in the tag itself where the layout wants that', async () => {
    const { html } = await buildPage('<p><img src="images/wide.jpg"></p>', config('    markup: img\n'))
    expect(html).toMatch(/^<p><img src="images\/wide.jpg" srcset="[^"]*\.webp 1000w" sizes="[^"]*" width="1000"/)
  })

  it.each(['picture', 'img'])(
    'are taken out again where they are no smaller than the original (%s)',
    async (markup) => {
      const folder = await makeSite(
        { 'index.html': '---\n---\n<img src="a.png">', ...config(`    lazy: false\n    markup: ${markup}\n`) },
        {},
      )
      const noise = await drawing(600, 300).greyscale().jpeg({ quality: 3 }).toBuffer()
      writeFileSync(path.join(folder, 'a.png'), await sharp(noise).webp({ quality: 1 }).toBuffer())
      for (let round = 0; round < 2; round++) {
        const built = await buildSite(folder)
        const lists = srcsets(built.page('index.html')).join(' ')
        const named = [...lists.matchAll(/assets\/pictures\/[\w.-]+/g)].map(([name]) => name).sort()
        expect(built.files).toEqual(named)
        expect(lists).not.toContain('.avif')
      }
    },
  )
})

describe('loading', () => {
  const LAYOUT =
    '<header><img src="/s.png" id="logo"></header><main><header><img src="/s.png" id="head"></header>{{ content }}</main><footer><img src="/s.png" id="foot"></footer>'
  const attributesOf = (html: string, id: string): string =>
    new RegExp(`<img [^>]*id="${id}"[^>]*>`).exec(html)?.[0] ?? ''

  it('is late for all but the first picture of the text and those of headers', async () => {
    const files = {
      '_layouts/default.html': LAYOUT,
      'index.html':
        '---\nlayout: default\n---\n<img src="/s.png" id="one"><img src="/s.png" id="two"><img src="/s.png" loading="eager" decoding="sync" id="own">',
    }
    const html = (await buildSite(await makeSite(files, { 's.png': [10, 10] }))).page('index.html')
    const late = ['logo', 'head', 'one', 'two', 'own', 'foot'].filter((id) =>
      attributesOf(html, id).includes('loading="lazy"'),
    )
    expect(late).toEqual(['two', 'foot'])
    expect(attributesOf(html, 'one')).toContain('fetchpriority="high"')
    expect(attributesOf(html, 'own')).toContain('decoding="sync"')
    expect(attributesOf(html, 'own')).not.toContain('async')
  })
})

describe('a layout that knows nothing of heights', () => {
  it('gets a rule without weight, before its own', async () => {
    const page = (head: string): string => `<html><head>${head}</head><body><img src="/images/wide.jpg"></body></html>`
    const files = {
      'a.html': `---\n---\n${page('<link rel="stylesheet" href="/own.css">')}`,
      'b.html': `---\n---\n${page('<link rel="stylesheet" href="/assets/octavo.css">')}`,
    }
    const built = await buildSite(await makeSite(files))
    expect(built.page('a.html')).toContain(
      '<head><link rel="stylesheet" href="/assets/pictures/pictures.css">\n<link rel="stylesheet" href="/own.css">',
    )
    expect(built.page('a.html')).toContain('<picture data-sized>')
    expect(built.page('b.html')).not.toContain('pictures.css')
    expect(built.page('b.html')).not.toContain('data-sized')
    expect(built.page('assets/pictures/pictures.css')).toContain(':where(img[data-sized])')
  })
})

describe('what cannot be shown', () => {
  it('is named with its line in the Markdown', async () => {
    const files = {
      '_includes/logo.html': '<b>\n<img src="/images/gone.png"></b>',
      '_layouts/default.html': '<p>\n\n<img src="/images/lost.png">{% include logo.html %}</p>{{ content }}',
      'pages/a.md':
        '---\ntitle: A\nlayout: default\n---\n\nText ![x](../images/wide.jpgg)\n\n```\n![y](../images/none.png)\n```\n\n> ![y](../images/none.png)\n\n![y](../images/none.png) ![z](broken.png)\n\n![r]\n\n[r]: /images/a%20b.png\n',
      'pages/broken.png': 'version https://example.org/spec/v1\n',
    }
    const { remarks } = await buildSite(await makeSite(files))
    expect(remarks.toSorted()).toEqual([
      "_includes/logo.html:2 There is no picture '/images/gone.png'",
      "_layouts/default.html:3 There is no picture '/images/lost.png'",
      "pages/a.md:12 There is no picture '../images/none.png'",
      "pages/a.md:14 The picture 'broken.png' cannot be read: the file holds no picture of a known kind",
      "pages/a.md:14 There is no picture '../images/none.png'",
      "pages/a.md:18 There is no picture '/images/a%20b.png'",
      "pages/a.md:6 There is no picture '../images/wide.jpgg'",
    ])
  })

  it('is named where its pixels end too early, and the page shows the original alone', async () => {
    const folder = await makeSite({ 'index.md': '---\n---\nA\n\n![x](a.png)\n' }, {})
    writeFileSync(path.join(folder, 'a.png'), (await drawing(900, 400).png().toBuffer()).subarray(0, 9000))
    for (let round = 0; round < 2; round++) {
      const built = await buildSite(folder)
      expect(built.remarks).toEqual([expect.stringMatching(/^index\.md:5 The picture 'a\.png' cannot be read: /)])
      expect(built.page('index.html')).toContain('<p><img src="a.png" alt="x" width="900" height="400"')
      expect(built.files).toEqual([])
    }
  })
})

describe('the cache', () => {
  const cached = (folder: string): Map<string, number> => {
    const at = path.join(folder, '.octavo-cache/pictures')
    return new Map(readdirSync(at).map((name) => [name, statSync(path.join(at, name)).mtimeMs]))
  }

  it('makes every variant once, and only those of a changed picture again', async () => {
    const files = { 'index.html': '---\n---\n<img src="a.jpg"><img src="b.jpg"><img src="copy.jpg">' }
    const folder = await makeSite(files, { 'a.jpg': [700, 300], 'b.jpg': [700, 301] })
    await drawTo(path.join(folder, 'copy.jpg'), 700, 300, 1)
    const first = await buildSite(folder)
    const before = cached(folder)
    expect(before.size).toBe(8)
    expect([...before.keys()].filter((name) => name.endsWith('.tmp'))).toEqual([])
    const again = await buildSite(folder)
    expect(cached(folder)).toEqual(before)
    expect(again.result.outputs).toEqual(first.result.outputs)
    utimesSync(path.join(folder, 'a.jpg'), 1, 1)
    await buildSite(folder)
    expect(cached(folder)).toEqual(before)
    await drawTo(path.join(folder, 'b.jpg'), 700, 301, 9)
    const changed = await buildSite(folder)
    const after = cached(folder)
    expect([...before].every(([name, time]) => after.get(name) === time)).toBe(true)
    expect(after.size).toBe(12)
    expect(changed.files.length).toBe(8)
  })

  it('gives the same bytes from cold', async () => {
    const files = { 'index.html': '---\n---\n<img src="a.jpg">' }
    const [one, two] = await Promise.all([
      makeSite(files, { 'a.jpg': [700, 300] }),
      makeSite(files, { 'a.jpg': [700, 300] }),
    ])
    const [first, second] = [await buildSite(one), await buildSite(two)]
    expect(first.page('index.html')).toBe(second.page('index.html'))
    expect(first.files).toEqual(second.files)
  })
})

describe('settings', () => {
  const WRONG: readonly [settings: string, message: RegExp][] = [
    ['widths: [big]', /widths/],
    ['widths: [1]', /widths/],
    ['formats: [jpeg]', /formats/],
    ['quality: 101', /quality/],
    ['quality: {avif: x}', /quality/],
    ['lazy: 1', /lazy/],
    ['markup: div', /markup/],
    ['sizes: 3', /sizes/],
    ['column: 3', /column/],
    ['exclude: [1]', /exclude/],
  ]

  it.each(WRONG)('refuses %s', async (settings, message) => {
    await expect(buildPage('', config(`    ${settings}\n`))).rejects.toThrow(message)
  })

  it('says which is none', async () => {
    expect((await buildPage('', config('    width: [400]\n'))).remarks).toEqual([
      "_config.yml: 'octavo.pictures' has no setting 'width'",
    ])
  })

  it('decides widths, formats, quality and sizes', async () => {
    const { html, files } = await buildPage(
      '<img src="images/wide.jpg">',
      config('    widths: [300, 200]\n    formats: webp\n    quality: 40\n    sizes: 50vw\n'),
    )
    expect(files.map((name) => name.replace(/.*-/, ''))).toEqual(['200.webp', '300.webp'])
    expect(html).toContain('sizes="50vw"')
  })

  it('makes links of pictures that open, where it is told to', async () => {
    const text = '<img class="myImg" src="images/small.png"><a href="#"><img class="myImg" src="images/small.png"></a>'
    const { html } = await buildPage(text, config('    widths: []\n    lazy: false\n    link: true\n'))
    const size = ' width="40" height="30"'
    expect(html).toBe(
      `<a class="picture-link" href="images/small.png"><img class="myImg" src="images/small.png"${size}></a><a href="#"><img class="myImg" src="images/small.png"${size}></a>`,
    )
  })
})
