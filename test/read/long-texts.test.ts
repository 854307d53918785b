// Texts in which nothing closes what they open: whoever looked for the end from each beginning would never be done.
import { describe, expect, it } from 'vitest'
import { parseFragment } from '../../src/plugins/html-fragment.ts'
import { extractExcerpt } from '../../src/read/excerpt.ts'
import { buildFiles } from '../site.ts'

const MANY = 40_000

describe('a long text without ends', () => {
  it('has an excerpt', () => {
    const head = '{% if a %}b{% endif %}'.repeat(200) + '{% if '.repeat(MANY)
    expect(extractExcerpt(`${head}\n\nc`, '\n\n', 'a.md')).toEqual({ text: head, warnings: [] })
    const open = `{% if a %}${'{%   x '.repeat(MANY)}`
    expect(extractExcerpt(`${open}\n\nc`, '\n\n', 'a.md').text).toBe(`${open}\n{% endif %}`)
  })

  it.each(['<!--', '<!', '<?', '<a', '<script', '</'])('is taken apart as HTML: %s', (opening) => {
    const texts = parseFragment(`<p>${(opening + ' ').repeat(MANY)}`)
    expect(texts[0]).toMatchObject({ kind: 'open', name: 'p' })
    expect(texts.length).toBeGreaterThan(1)
  })

  it.each([
    ['# ', 'x'],
    ['#', '\u00a0{'],
    ['# a ', '#'.repeat(MANY)],
    ['# a {', '{'.repeat(MANY)],
  ])('is a chapter in a folder of Markdown: %s', async (before, after) => {
    const built = await buildFiles({ 'a.md': `${before}${' '.repeat(MANY)}${after}\n\nText.\n` })
    expect(built.text('a.html')).toContain('<p>Text.</p>')
  })

  it.each([
    ['# One two ##  {#id}\r\n\r\nText.', 'One two'],
    ['# One {two} {#id .a}\n\nText.', 'One {two}'],
    ['## *One* `two`\n\nText.', 'One two'],
  ])('gives its heading as title: %s', async (text, title) => {
    const built = await buildFiles({ 'a.md': text })
    expect(built.text('a.html')).toContain(`<title>${title}`)
  })
})
