import { describe, expect, it } from 'vitest'
import { createNumbers } from '../../scripts/random.mjs'
import { createMarkdown } from '../../src/markdown/index.ts'

// A long text of quotes within quotes is parsed in another way than a short one: the same comes out.

const LINES = ['word', 'word', 'word', 'Word word', 'word | word', '* word', '# word', '', '    word', '{: .x}', '<div>', '</div>', '^', '1. word', '===', '---', ': word', '~~~', '[^a]: word', '[^a]', '`word`', '**word**', '{:/}', '<b>word</b>'] // biome-ignore format: a list
const GFM = createMarkdown()
const KRAMDOWN = createMarkdown({ input: 'kramdown' })
const LONG_WORD = 'w'.repeat(2000)

const createQuotes = (seed: number): string => {
  const next = createNumbers(seed)
  const odd = next() * 0.3
  const pick = (choices: readonly string[], usual: number): string =>
    choices[Math.floor(next() * (next() < odd ? choices.length : usual))]!
  const markers = (depth: number): string => Array.from({ length: depth }, () => pick(['>', '> ', ' > ', '   >', '>\t'], 2)).join('') // biome-ignore format: one call
  let depth = 1
  const lines = Array.from({ length: 20 }, () => {
    const line = `${markers(depth)}${pick([' ', '', '  '], 2)}${pick(LINES, 3)}`
    depth = Math.max(next() < odd ? 0 : 1, depth + Math.floor(next() * 3) - (next() < 0.3 ? 1 : 0))
    return line
  })
  return `${lines.join('\n')}\n`
}

describe('quotes within quotes', () => {
  it.each(Array.from({ length: 250 }, (_, seed) => seed))('are the same however long they are: %i', (seed) => {
    const text = createQuotes(seed)
    const { render } = seed % 4 === 0 ? KRAMDOWN : GFM
    const long = render(text.replaceAll('word', LONG_WORD).replaceAll('Word', `W${LONG_WORD}`))
    const lower = (html: string): string => html.replaceAll(`W${LONG_WORD}`, 'Word').replaceAll(`w${LONG_WORD}`, 'word').replaceAll(LONG_WORD, 'word') // biome-ignore format: one call
    expect(lower(long), text).toBe(render(text))
  })

  it('are no deeper than any others', () => {
    const quotes = Array.from({ length: 300 }, (_, depth) => `${'>'.repeat(depth + 1)} ${LONG_WORD}\n`).join('')
    const { html, warnings } = createMarkdown().renderDocument(quotes)
    expect(html.split('<blockquote>')).toHaveLength(101)
    expect(warnings.map(({ message }) => message).join()).toContain('nested more than 100 deep')
  })
})
