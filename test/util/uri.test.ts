import { describe, expect, it } from 'vitest'
import { normalizeUri } from '../../src/util/uri.ts'

// Each as Addressable normalises it.
const CASES = `
/a/b.html                     /a/b.html
/                             /
/a b                          /a%20b
/%41%2e                       /A.
/a/../b/./c                   /b/c
/..a/b..                      /..a/b..
http://example.org            http://example.org/
http://EXAMPLE.org/a          http://example.org/a
http://example.org./a         http://example.org/a
https://example.org:443/a     https://example.org/a
https://example.org:80/a      https://example.org:80/a
http://example.org//a         http://example.org//a
http://example.org/é?q=1#é    http://example.org/%C3%A9?q=1#%C3%A9
/a:b@c;d=e!'()*+,$&~          /a:b@c;d=e!'()*+,$&~
a:b                           a:b
`
  .trim()
  .split('\n')
  .map((line) => line.split(/ {2,}/))

describe('URIs are normalised', () => {
  it.each(CASES)('%s', (written, normal = '') => {
    expect(normalizeUri(written ?? '')).toBe(normal)
  })

  it.each(CASES.map(([, normal = '']) => normal).filter((normal) => !/[?#]/.test(normal)))(
    'what is normal stays as it is, at a glance or part by part: %s',
    (normal) => {
      expect(normalizeUri(normal)).toBe(normal)
      expect(normalizeUri(`${normal}?`)).toBe(normal)
    },
  )
})
