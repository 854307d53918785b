import { describe, expect, it } from 'vitest'
import { packText, unpackText } from '../../src/util/packed-text.ts'

const TEXTS: readonly (readonly [string, string])[] = [
  ['an empty text', ''],
  ['a short one', 'ä – 🙂'],
  ['a long one in ASCII', 'word '.repeat(1000)],
  ['a long one beyond the basic plane', '🙂 ünd – '.repeat(1000)],
  ['half a surrogate pair, which UTF-8 cannot hold', `${'word '.repeat(1000)}\ud83d`],
]

describe('packed text', () => {
  it.each(TEXTS)('gives back %s', (_, text) => {
    expect(unpackText(packText(text))).toBe(text)
  })

  it('keeps long text as bytes', () => {
    expect(packText('ä'.repeat(1000))).toBeInstanceOf(Uint8Array)
  })
})
