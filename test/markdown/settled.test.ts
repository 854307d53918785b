import { describe, expect, it } from 'vitest'
import { createNumbers } from '../../scripts/random.mjs'
import { settledContent } from '../../src/markdown/html/settled.ts'
import { createMarkdown } from '../../src/markdown/index.ts'

// Raw HTML that comes out as it is written is not taken apart: the same comes out as when it is.

const CASES: [content: string, isWhole: boolean, rest?: string][] = [
  ['text</div>', true],
  ['</div>', true],
  ['<p class="a" id="b">x &amp; y</p></div>', true],
  ['<br /><img src="a" alt="" /><svg:path d="M0" /></div>', false, '<svg:path'],
  ['<br></div>', false, '<br>'],
  ['<!-- a -- <b> --></div>', true],
  ['<!-- a', false, '<!--'],
  ['a & b</div>', false, '</div>'],
  ['a > b<i>c</i></div>', false, '<i>'],
  ['"quoted" \'text\'\n\n* no list\n</div>', true],
  ['<a href="?a&amp;b&#39;">x</a></div>', true],
  ['<a href="?a&b">x</a></div>', false, '<a href'],
  ["<a href='x'>x</a></div>", false, '<a href'],
  ['<input disabled /></div>', false, '<input'],
  ['<p  class="a">x</p></div>', false, '<p  '],
  ['<P>x</P></div>', false, '<P>'],
  ['<p CLASS="a">x</p></div>', false, '<p CLASS'],
  ['<path viewBox="a">x</path></div>', true],
  ['<p class="a" class="b">x</p></div>', false, '<p class'],
  ['<p id=" ">x</p></div>', false, '<p id'],
  ['<p markdown="1">x</p></div>', false, '<p markdown'],
  ['<script>a</script></div>', false, '<script'],
  ['<p>x</div>', false, '</div>'],
  ['<p>x</p></p></div>', false, '</p></div>'],
  ['<p>x</p', false, '</p'],
  ['x', false, ''],
]

describe('settled content', () => {
  it.each(CASES)('%j', (content, isWhole, rest) => {
    const found = settledContent(content, 0, 'div', 10)
    expect(found.isWhole).toBe(isWhole)
    expect(content.slice(found.end)).toSatisfy((text: string) => text.startsWith(rest ?? '</div>'))
  })

  it('nests no deeper than it may', () => {
    const nested = `${'<p>'.repeat(5)}${'</p>'.repeat(5)}</div>`
    expect([5, 6].map((depth) => settledContent(nested, 0, 'div', depth).isWhole)).toEqual([false, true])
  })
})

const NAMES = ['div', 'p', 'span', 'ul', 'a', 'pre', 'unknown', 'code', 'td', 'H2', 'noscript', 'math']
const ATTRIBUTES = [' class="a b"', ' id="x"', ' href="/a?b=c&amp;d"', ' title="&"', ' data-x="1"', ' Style="a: b"', ' hidden', " alt='q'", ' markdown="1"', ' markdown="0"', ' id=""', '  class="y"'] // biome-ignore format: a list
const TEXTS = ['text', ' *no emphasis* ', '\n\n', '\n', '&amp;', '&', '"q"', '>', '<!-- note -->', '&#169;', '<br />', '<br>', '<img src="a" />', '    code', '\n* item\n', '---', '`a`', '|a|b|', '<', 'é ✓', '<script>let a = "</b>"</script>', '{: .x}', '\n# header\n', '<?pi ?>', '[^1]'] // biome-ignore format: a list

const createHtml = (seed: number): string => {
  const next = createNumbers(seed)
  const pick = (choices: readonly string[]): string => choices[Math.floor(next() * choices.length)]!
  const rare = next() * 0.5
  const usual = (choices: readonly string[], count: number): string =>
    next() < rare ? pick(choices) : pick(choices.slice(0, count))
  const attributes = (): string => {
    const many = Math.floor(next() * 3)
    return [...new Set(Array.from({ length: many }, () => usual(ATTRIBUTES, 5)))].join('')
  }
  const content = (depth: number): string =>
    Array.from({ length: Math.floor(next() * 4) }, () => {
      if (depth === 0 || next() < 0.5) return usual(TEXTS, 11)
      const name = usual(NAMES, 9)
      return `<${name}${attributes()}>${content(depth - 1)}</${name}>`
    }).join('')
  return content(4)
}

describe('raw HTML', () => {
  const { render } = createMarkdown()
  const LAST = '<br class="last">'

  it.each(Array.from({ length: 500 }, (_, seed) => seed))('is the same where it is taken apart: %i', (seed) => {
    const html = createHtml(seed)
    // Something at the end that comes out otherwise: all before it has to be taken apart.
    const apart = render(`<div>${html}${LAST}</div>\n`)
    const whole = render(`<div>${html}</div>\n`)
    expect(apart.replace('<br class="last" />', ''), html).toBe(whole)
  })
})
