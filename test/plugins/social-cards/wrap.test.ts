import { describe, expect, it } from 'vitest'
import { runsLeft, textWidth, wrapText } from '../../../src/plugins/social-cards/wrap.ts'

const BOX = { width: 400, lines: 3, size: 40, leastSize: 40, bold: false }

const CASES: readonly [text: string, lines: readonly string[]][] = [
  ['', []],
  ['Short', ['Short']],
  ['  several \n spaces  ', ['several spaces']],
  ['one two three four five', ['one two three', 'four five']],
  ['well-known and half–done things', ['well-known and', 'half–done things']],
  ['(first) "second" – third', ['(first) "second" –', 'third']],
  ['Donaudampfschifffahrt', ['Donaudampfschiff', 'fahrt']],
  ['目標設定の技術について書く', ['目標設定の技術につい', 'て書く']],
  ['あいうえおかきくけこ、さ', ['あいうえおかきくけ', 'こ、さ']],
  ['あいうえおかきくけ「こさ」', ['あいうえおかきくけ', '「こさ」']],
  ['one two three four five six seven eight nine ten eleven', ['one two three', 'four five six', 'seven eight nine…']],
  ['a'.repeat(5000), [16, 16, 14].map((count, line) => 'a'.repeat(count) + (line === 2 ? '…' : ''))],
]

describe('lines of a card', () => {
  it.each(CASES)('%s', (text, lines) => {
    expect(wrapText(text, BOX).lines).toEqual(lines)
  })

  it('never are wider than their box', () => {
    for (const [text] of CASES)
      for (const line of wrapText(text, BOX).lines) expect(textWidth(line, 40)).toBeLessThanOrEqual(BOX.width)
  })

  it('shrink before anything is left out, and before a word is cut', () => {
    const small = wrapText('one two three four five six seven eight nine ten', { ...BOX, leastSize: 20 })
    expect(small.size).toBeLessThan(40)
    expect(small.lines.join(' ')).toBe('one two three four five six seven eight nine ten')
    expect(wrapText('Donaudampfschifffahrt', { ...BOX, leastSize: 20 }).lines).toEqual(['Donaudampfschifffahrt'])
  })

  it.each([
    ['שלום', true],
    ['123 كتاب', true],
    ['«أ»', true],
    ['a שלום', false],
    ['目標', false],
    ['123', false],
  ])('know where %s begins', (text, left) => {
    expect(runsLeft(text)).toBe(left)
  })
})
