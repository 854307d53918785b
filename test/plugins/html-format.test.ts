// Finished pages as Nokogiri (libxml2) reads and writes them: each case is a piece of HTML and what becomes of it.
import { expect, it } from 'vitest'
import { formatFragment } from '../../src/plugins/html-format.ts'
import { parseFragment } from '../../src/plugins/html-fragment.ts'
import cases from './html-format.json' with { type: 'json' }

it.each(cases as [string, string][])('%j', (html, expected) => {
  expect(formatFragment(parseFragment(html))).toBe(expected)
})

it('reads what never ends in one pass', () => {
  for (const unit of ['<a b="', "<a b='", '<a ', '<a x=', '</a ', '<script>', '<p><div>', '<a/b/'])
    expect(parseFragment(unit.repeat(20_000)).length).toBeGreaterThan(0)
})
