import { describe, expect, it } from 'vitest'
import { dropVariants } from '../../../src/plugins/pictures/prune.ts'
import { attribute, findPictures } from '../../../src/plugins/pictures/tags.ts'

const sources = (html: string): (string | undefined)[] =>
  findPictures(html).pictures.map(({ attributes }) => attribute(attributes, 'src'))

// The HTML, and the addresses of its pictures.
const CASES: readonly [html: string, found: readonly (string | undefined)[]][] = [
  ['<img src=a><IMG SRC="b"><img\n\tsrc = \'c\' />', ['a', 'b', 'c']],
  ['<img src="a&amp;b&#33;">', ['a&b!']],
  ['<img src="a" src="b">', ['a']],
  ['<img>', [undefined]],
  ['<img/src="a"/>', ['a']],
  ['<imgx src="a"><ximg src="b">', []],
  ['<img alt="<img src=b>" src="a">', ['a']],
  ["<img alt='\">' src=a>", ['a']],
  ['<!-- <img src=a> --><img src=b><!--><img src=c>', ['b', 'c']],
  ['<!doctype html><?xml <img src=a>?><img src=b>', ['b']],
  ['<script>"<img src=a>"</script ><style><img src=b></style><img src=c>', ['c']],
  ['<svg><img src=a></svg><svg/><img src=b>', ['b']],
  ['<pre><b><img src=a></b></pre><img src=b></pre><img src=c>', ['b', 'c']],
  ['a < b <1 </ > <img src=a', []],
  ['<img src="a', []],
  ['<noscript><img src=a></noscript>', ['a']],
]

describe('pictures of a page', () => {
  it.each(CASES)('%s', (html, found) => {
    expect(sources(html)).toEqual(found)
  })

  it('are found in a long page of broken markup', () => {
    for (const piece of [
      '<a "',
      '<a \'"',
      '<',
      '<!--',
      '<!-- -->',
      '</',
      '<img src=',
      '<svg',
      '<svg/>',
      '<pre>',
      '<script>',
      '<x y=',
      '="',
    ]) {
      const long = piece.repeat(200_000)
      expect(() => findPictures(long)).not.toThrow()
      expect(dropVariants(long, 'assets/pictures', ['x'])).toBe(long)
    }
  })
})

describe('taking formats out', () => {
  const source = (format: string, name: string): string =>
    `<source type="image/${format}" srcset="../assets/pictures/${name}-480.${format} 480w" sizes="100vw">`
  const image = '<img src="a.png" alt="a > b">'

  it.each([
    [['none'], `<picture>${source('avif', 'x')}${source('webp', 'y')}${image}</picture>`],
    [['x'], `<picture>${source('webp', 'y')}${image}</picture>`],
    [['x', 'y'], image],
  ])('%s', (keys, left) => {
    const html = `<picture>${source('avif', 'x')}${source('webp', 'y')}${image}</picture>`
    expect(dropVariants(`<p>${html}</p><picture>${image}</picture>`, 'assets/pictures', keys)).toBe(
      `<p>${left}</p><picture>${image}</picture>`,
    )
  })
})
