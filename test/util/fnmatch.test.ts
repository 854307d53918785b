import { expect, it } from 'vitest'
import { fnmatch } from '../../src/util/fnmatch.ts'

it.each([
  ['*.md', 'a.md', true],
  ['*.md', 'dir/a.md', true],
  ['*.md', '.hidden.md', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', true],
  ['[ab]x', 'bx', true],
  ['[!ab]x', 'bx', false],
  ['/site/*.log', '/site/deep/x.log', true],
  ['a*', 'b', false],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['/s/**/x', '/s/a/b/x', true],
])('fnmatch %s %s is %s', (pattern, path, expected) => {
  expect(fnmatch(pattern, path)).toBe(expected)
})
