import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighlighter } from '../../src/highlight/index.ts'
import cases from './cases.json' with { type: 'json' }

// Text that looks like code of many kinds, cut anywhere.
const fragment = fc.oneof(
  fc.constantFrom(...'{}()[]<>\'"`\\/|#$%&*+-=:;,.!?~^@_ \n\t'),
  fc.constantFrom('\n\n', '/*', '*/', '//', '<<EOF\n', '"""', '```', '{%', '%}', '{{', '}}', '<!--', '-->', '#{', '${'),
  fc.constantFrom(
    'if',
    'end',
    'class',
    'def',
    'x',
    'Abc',
    '12',
    '0x1f',
    '1.5e3',
    'é',
    '中',
    '\u{1F600}',
    '\r',
    '\u2028',
  ),
)
const text = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''))

const highlighter = createHighlighter({ wrap: false, guess_lang: true })
const unescapeCode = (html: string): string =>
  html
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

describe('any text', () => {
  // Four are not among them: Rouge itself loses what stands between single quotes in Crystal, a name at the very end in Coq and the signs
  // around a piece of Escape, and writes a module's name at the start of a line of GHC Core twice; and so do we.
  const unfaithful = new Set(['crystal', 'coq', 'escape', 'ghc-core'])
  const names = [...new Set(cases.map(({ lang }) => lang))].filter((name) => !unfaithful.has(name))
  it.each([...names, 'vala'])('goes through %s without a loss', (name) => {
    fc.assert(
      fc.property(text, (code) => {
        expect(unescapeCode(highlighter.kramdown(code, name, 'block') ?? '')).toBe(code)
      }),
      { numRuns: 60 },
    )
  })

  // Whatever can be read in two ways, fifty times in a row and with no end: who tries every way is never done.
  const openings = ['"', "'", ":'", '`', '*', '/* */ a (b) ', '%q(', '<<<A\n', 'FROM ']
  const units = ['\\\\', '\\a', '\\"', "\\'", '/**/ ', '.', 'a ', ' ', '\u{1F600}', '``']
  it.each([...names, 'lisp', 'swift', 'kotlin', 'scala', 'graphql', 'clojure'])('does not keep %s for long', (name) => {
    for (const opening of openings)
      for (const unit of units) {
        const code = `${opening}${unit.repeat(50)}`
        expect(unescapeCode(highlighter.kramdown(code, name, 'block') ?? '')).toBe(code)
      }
  })

  it.each([...names, 'tcl', 'sed', 'crystal', 'coq', 'ghc-core', 'make'])('cuts no character in two: %s', (name) => {
    for (const before of ['\\', '`', '^', '%', '"\\', "'", '/\\', '$', '{', '<', '&', '?', ':', '#', ''])
      for (const code of [`${before}\u{1F600}`, `${before}\u{1F600}a\u{1F600}\\\u{1F600} \u{1F600}`])
        expect(unescapeCode(highlighter.kramdown(code, name, 'block') ?? '')).toBe(code)
  })

  // Each of these once made some highlighter somewhere take for ever.
  it.each([
    ['php', `'${'\\\\'.repeat(5000)}`],
    ['java', 'public '.repeat(3000)],
    ['c', 'a '.repeat(6000)],
    ['javascript', 'f('.repeat(5000)],
    ['css', `a{${'b '.repeat(5000)}`],
    ['ruby', `"${'#{'.repeat(3000)}`],
    ['yaml', '['.repeat(5000)],
    ['markdown', `${'*a '.repeat(3000)}`],
    ['html', '<a '.repeat(5000)],
    ['shell', '$('.repeat(5000)],
    ['html', `<a ${'('.repeat(20_000)}`],
    ['perl', `s/${'\\\\'.repeat(10_000)}`],
    ['perl', '%'.repeat(20_000)],
    ['coffeescript', `"${'\\"'.repeat(10_000)}`],
    ['puppet', `'${"\\'".repeat(10_000)}`],
    ['apache', `<a${' b'.repeat(10_000)}`],
    ['batchfile', '%'.repeat(20_000)],
    ['haml', `= a${' '.repeat(20_000)}b`],
    ['ocaml', '1'.repeat(20_000)],
    ['nim', `"${'$a'.repeat(10_000)}`],
    ['ada', `16#${'a'.repeat(20_000)}`],
    ['viml', '\n'.repeat(20_000)],
    ['tcl', `"${'}'.repeat(20_000)}`],
    ['vue', `<template>${'{'.repeat(20_000)}`],
    ['svelte', `{${'{'.repeat(5000)}`],
    ['gherkin', 'a '.repeat(10_000)],
    ['racket', `"${'\\"'.repeat(10_000)}`],
    ['stan', `1 ${'/**/ '.repeat(4000)}`],
    ['stan', 'a  '.repeat(5000)],
    ['moonscript', `@${'a'.repeat(20_000)}`],
    ['wollok', `/*${' '.repeat(20_000)}`],
    ['applescript', `"${'\\\\'.repeat(10_000)}`],
    ['smalltalk', 'a'.repeat(20_000)],
    ['postscript', '1'.repeat(20_000)],
    ['yang', `"${'\\"'.repeat(10_000)}`],
    ['bsl', `a${' '.repeat(20_000)}`],
    ['clean', "['".repeat(10_000)],
    ['ghc-core', 'ab\n'.repeat(5000)],
    ['ghc-core', `a = \n ${'a1.1.1'.repeat(3000)}`],
    ['lasso', '<!--'.repeat(5000)],
    ['lasso', `<?= , a(${'()'.repeat(5000)}`],
    ['lasso', `<?= ${'a '.repeat(10_000)}`],
    ['sqf', '"a'.repeat(10_001)],
    ['isbl', `/*${'*'.repeat(20_000)}`],
    ['freefem', 'a '.repeat(5000)],
    ['magik', `_method ${'\\a'.repeat(10_000)}`],
    ['mason', `<%perl>${'a'.repeat(20_000)}`],
    ['nial', '%'.repeat(20_000)],
    ['openedge', '{'.repeat(20_000)],
    ['praat', `{${'A'.repeat(20_000)}`],
    ['rml', `A<${'>'.repeat(20_000)}`],
    ['syzlang', 'a'.repeat(20_000)],
    ['ttcn3', `1${'_'.repeat(20_000)}`],
  ])('ends on a hard text in %s', (name, code) => {
    expect(unescapeCode(highlighter.kramdown(code, name, 'block') ?? '')).toBe(code)
  })
})
