import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/liquid/tokenizer.ts'
import { createMarkdown } from '../../src/markdown/index.ts'
import { splitFrontMatter } from '../../src/read/front-matter.ts'
import { isWide, narrowText } from '../../src/util/narrow-text.ts'
import { isHash } from '../../src/util/value.ts'
import { parseYaml } from '../../src/yaml/index.ts'

// V8 writes `c` (behind a byte that may only fill up) before a text with two bytes for each character, `"` before one with one.
const bytesOfEach = (text: string): number => {
  const [, , mark, next] = serialize(text)
  return mark === 0x63 || (mark === 0 && next === 0x63) ? 2 : 1
}

const LONG = 'Words and words, été. '.repeat(5)
const WIDE = `– ${LONG}`

describe('narrow text', () => {
  it('takes one byte for each character where it can', () => {
    expect(isWide(WIDE)).toBe(true)
    expect(bytesOfEach(WIDE.slice(2))).toBe(2)
    expect(narrowText(WIDE.slice(2))).toBe(LONG)
    expect(bytesOfEach(narrowText(WIDE.slice(2)))).toBe(1)
    expect(narrowText(WIDE)).toBe(WIDE)
  })

  it('is what a template is cut into', () => {
    const tokens = tokenize(`${LONG}{% comment %}–{% endcomment %}${LONG}{{ "${LONG}" }}`)
    expect(tokens.map(({ text }) => bytesOfEach(text))).toEqual([1, 1, 2, 1, 1, 1])
  })

  it('is what stands below front matter that is wide, and what stands in front matter', () => {
    const { content, value } = splitFrontMatter(`---\na: –\nb: ${LONG}\nc: ["${LONG}"]\n---\n${LONG}`, 'p.md')
    expect([content, bytesOfEach(content)]).toEqual([LONG, 1])
    const data = isHash(value) ? value : new Map()
    expect([data.get('a'), bytesOfEach(String(data.get('b')))]).toEqual(['–', 1])
    expect((data.get('c') as string[]).map(bytesOfEach)).toEqual([1])
  })

  it('leaves what is one value under several names one', () => {
    const data = parseYaml(`a: &x\n  - ${LONG}\nb: *x\nc: –\n`)
    const hash = isHash(data) ? data : new Map()
    expect(hash.get('a')).toBe(hash.get('b'))
    expect((hash.get('a') as string[]).map(bytesOfEach)).toEqual([1])
  })

  it('is what a table of contents makes of a page', () => {
    const html = createMarkdown().render(`1. x\n{:toc}\n\n# One\n\n${LONG}\n\n# Two\n\n${LONG}\n`)
    expect(html).toContain('markdown-toc')
    expect(bytesOfEach(html)).toBe(1)
  })
})
