import { describe, expect, it } from 'vitest'
import { firstPiece, joinWords, replaceAll, splitText, splitWords, textLength } from '../../src/util/ruby-text.ts'

const TEXTS = [
  '',
  ' ',
  'a',
  ' a ',
  'a b',
  '  a\n\tb  c\r\n',
  '\v a\f',
  'aXbXc',
  'XaX',
  'XX',
  'aXX',
  'a\u00a0b',
  '🙂 é X',
]
const PATTERNS = ['X', 'XX', ' ', '', '\n', 'zz']

describe('shortcuts', () => {
  it.each(TEXTS)('put words together as splitting and joining do: %j', (text) => {
    expect(joinWords(text)).toBe(splitText(text, ' ').join(' '))
  })

  it.each(TEXTS.flatMap((text) => PATTERNS.map((pattern) => [text, pattern] as const)))(
    'take the first piece as splitting does: %j by %j',
    (text, pattern) => {
      expect(firstPiece(text, pattern)).toBe(splitText(text, pattern)[0])
    },
  )
})

describe('words', () => {
  it.each(TEXTS)('have no empty ones: %j', (text) => {
    expect(splitWords(text)).toEqual(text.split(/[\t\n\v\f\r ]+/).filter((word) => word !== ''))
  })
})

describe('replacing', () => {
  it.each([
    ['a.b.c', '.', '-', 'a-b-c'],
    ['a.b', '.', '$&$1$$', 'a$&$1$$b'],
    ['a.b', '.', '[\\0]', 'a[.]b'],
    ['abc', '', '-', '-a-b-c-'],
    ['abc', 'x', '$', 'abc'],
  ])('%j: %j by %j', (text, pattern, replacement, expected) => {
    expect(replaceAll(text, pattern, replacement)).toBe(expected)
  })
})

describe('lengths', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['🙂', 1],
    ['🙂'.repeat(40), 40],
    ['x'.repeat(40), 40],
    ['🙂'.repeat(40), 40],
  ])('%j', (text, length) => {
    expect(textLength(text)).toBe(length)
  })
})
