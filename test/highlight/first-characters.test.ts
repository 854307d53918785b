import { describe, expect, it } from 'vitest'
import { firstCharacters } from '../../src/highlight/first-characters.ts'

const ALL = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const CASES: readonly (readonly [RegExp, string])[] = [
  [/abc/y, 'a'],
  [/abc|d?e/y, 'ade'],
  [/a*b+c/y, 'ab'],
  [/a{0,2}b/y, 'ab'],
  [/a{1,}b|c{2}/y, 'ac'],
  [/(?:x|(y|z)w)v/y, 'xyz'],
  [/(?<name>x)y/y, 'x'],
  [/(?=a)b/y, 'b'],
  [/(?!a)[ab]/y, 'ab'],
  [/(?<=x)y|(?<!x)z/y, 'yz'],
  [/\bk\B|^m$/y, 'km'],
  [/if/iy, 'Ii'],
  [/[^\W\d]/y, `${LETTERS}_`],
  [/[^a]/iy, ALL],
  [/[a-c\]-]x/y, 'abc]-'],
  [/[\w-]x/y, `0123456789${LETTERS}_-`],
  [/[\b\t]\x41/y, '\b\t'],
  [/\x41|\u0042|\cJ|\0/y, 'AB\n\0'],
  [/\u{43}|\p{Lu}|\P{L}/uy, ALL.replace(/[a-z]/g, '')],
  [/\p{Ll}{2}/uy, LETTERS.slice(26)],
  [/é|[é-ü]|x/y, 'x'],
  [/./y, ALL],
  [/[^\s\S]|a/y, 'a'],
  [/[\s\S]/y, ALL],
  [/a{|b/y, 'ab'],
  [/a?/y, ALL],
  [/(?=a)/y, ALL],
  [/|a/y, ALL],
  [/(a)?\1b/y, ALL],
  [/(?:)/y, ALL],
]

const sorted = (text: string): string => [...new Set(text)].sort().join('')
const named = (pattern: RegExp): string => [...ALL].filter((_, code) => firstCharacters(pattern)[code] === 1).join('')

describe('the first characters of a pattern', () => {
  it.each(CASES)('%s', (pattern, characters) => {
    expect(sorted(named(pattern))).toBe(sorted(characters))
  })

  it('lack none with which it does match', () => {
    for (const [pattern] of CASES)
      for (const first of ALL)
        for (const rest of ['', 'a', 'b', 'x', 'bc', 'e', 'w', 'wv', 'v', 'f', 'F', 'k', 'A', first]) {
          pattern.lastIndex = 1
          if (pattern.test(` ${first}${rest}`))
            expect([pattern, named(pattern)]).toEqual([pattern, expect.stringContaining(first)])
        }
  })
})
