// Indented sheets as LibSass took them: a tab is one column, a selector list may end in a comma; in the sheet itself and in what it imports.
import { describe, expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const FRONT = '---\n---\n'

const buildSheet = async (sheet: string, text: string, part: string) => {
  const site = await buildFiles({
    '_config.yml': 'sass: { sourcemap: never, style: compressed }',
    '_sass/_part.sass': part,
    '_sass/sub/more.sass': 'd\n  e: f\ng\n\th: i\n',
    [sheet]: FRONT + text,
  })
  return { css: site.text('main.css'), warnings: site.result.warnings.map(({ message }) => message) }
}

it.each([
  { sheet: 'main.sass', text: 'a\n\tb: c\nd\n  e: f\n' },
  { sheet: 'main.scss', text: '@import "part";' },
  { sheet: 'main.sass', text: '@import part\n' },
])('reads tabs beside spaces in $sheet: $text', async ({ sheet, text }) => {
  const { css, warnings } = await buildSheet(sheet, text, '@import sub/more\na\n\tb: c\n')
  expect(css).toBe(text.startsWith('a') ? 'a{b:c}d{e:f}' : 'd{e:f}g{h:i}a{b:c}')
  expect(warnings).toContainEqual(expect.stringContaining('taken as LibSass took it'))
})

describe('a comma at the end of a selector list', () => {
  it.each([
    ['before the block', 'a\n  > .b,\n  > .c,\n    d: e\n', 'a>.b,a>.c{d:e}'],
    ['with blank lines between', '.b,\n.c,\n\n  d: e\n', '.b,.c{d:e}'],
    ['not within parentheses', '=m($a,\n  $b)\n  d: $a $b\n.c,\n  +m(1,\n    2)\n', '.c{d:1 2}'],
  ])('%s', async (_, part, expected) => {
    expect((await buildSheet('main.scss', '@import "part";', part)).css).toBe(expected)
    expect((await buildSheet('main.sass', part, '')).css).toBe(expected)
  })

  it('leaves another mistake to be told as it is', async () => {
    await expect(buildSheet('main.scss', 'a { b: c } }', '')).rejects.toThrow(/main\.scss|unmatched|expected/i)
  })
})

describe('what a sheet imports', () => {
  it.each([
    ['its own name', '@import "styles";', { '_sass/styles.scss': 'a { b: c }' }],
    ['its own name, as a folder', '@import "styles";', { '_sass/styles/_index.scss': 'a { b: c }' }],
    [
      'its own name, among others',
      "@import 'other', 'styles';",
      { '_sass/other.scss': '', '_sass/_styles.scss': 'a { b: c }' },
    ],
    ['a path from the root of the site', "@import './vendor/part';", { 'vendor/_part.scss': 'a { b: c }' }],
    [
      'a path from the root, that goes on from there',
      "@import 'vendor/x';",
      { 'vendor/x.scss': "@import 'y'", 'vendor/_y.scss': 'a { b: c }' },
    ],
  ])('%s', async (_, text, parts) => {
    const config = 'sass: { sourcemap: never, style: compressed }'
    const site = await buildFiles({ '_config.yml': config, 'assets/css/styles.scss': FRONT + text, ...parts })
    expect(site.text('assets/css/styles.css')).toBe('a{b:c}')
    const what = text.includes('styles') ? 'it loads a sheet of its own name' : "Can't find stylesheet to import"
    expect(site.result.warnings[0]?.message).toBe(`Sass: taken as LibSass took it: ${what}`)
    expect(site.result.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining('LibSass'))
  })

  it('is an error where it is nowhere', async () => {
    const sheets = (text: string) => buildFiles({ 'styles.scss': FRONT + text, '_sass/part.scss': 'a { b: c }' })
    await expect(sheets('@import "nowhere";')).rejects.toThrow(/Can't find stylesheet/)
    await expect(sheets('@import "styles";')).rejects.toThrow()
  })
})

// The first two columns as LibSass was given them, the third as a browser can read it.
describe('a single place', () => {
  it.each([
    [
      'a word before a parenthesis',
      '@media all and(min-width: 1px) { a { b: c } }',
      '@media all and (min-width: 1px){a{b:c}}',
    ],
    ['declarations in no rule', '@media print { b: c; d: #{1 + 1} } a { b: c }', 'a{b:c}'],
    ['one before a rule', '/* ; */ @media print { /* é; */ b: c; d:e { f: g } }', '@media print{d:e{f:g}}'],
    ['a sum without blanks', 'a { b: calc(1em+2px) calc(100%-(3px)) }', 'a{b:calc(1em + 2px) calc(100% - 3px)}'],
    ['extending a compound', '.b.c:d { e: f } a { @extend .b.c:d; }', '.b.c:d,a{e:f}'],
    ['a function by the name of color', 'a { b: color(--c) color(x y) }', 'a{b:color(--c) color(x y)}'],
    [
      'a color that is derived from another',
      '@supports (a: color(red a(1%))) { b { c: color(#{x + y} a(#{1 + 1}%)) color(red a(1%)) } }',
      '@supports(a: color(red a(1%))){b{c:color(xy a(2%)) color(red a(1%))}}',
    ],
    ['names that begin with a digit', '.1a, a #2 { b: c }', '.\\31 a,a #\\32 {b:c}'],
  ])('%s', async (_, text, expected) => {
    for (const [sheet, part] of [
      [text, ''],
      ['@import "part";', text],
    ] as const) {
      const site = await buildFiles({
        '_config.yml': 'sass: { sourcemap: never, style: compressed }',
        '_sass/_part.scss': part,
        'main.scss': FRONT + sheet,
      })
      expect(site.text('main.css')).toBe(expected)
      expect(site.result.warnings.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('taken as LibSass took it'),
      )
    }
  })

  it('names the file of another mistake from the site on', async () => {
    const site = buildFiles({ '_sass/_part.scss': '\n$', 'main.scss': `${FRONT}@import "part";` })
    await expect(site).rejects.toMatchObject({ place: { path: '_sass/_part.scss', line: 2 } })
  })

  it.each(['a { b: c; ', 'a b: c;', '@media print { b: c', 'a { b: calc(1px+) }', '.é-1 . { a: b }'])(
    'leaves another mistake as it is: %s',
    async (text) => {
      await expect(buildFiles({ 'main.scss': FRONT + text })).rejects.toThrow(/^Sass: /)
    },
  )
})
