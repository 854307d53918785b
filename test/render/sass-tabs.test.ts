// Indented sheets with tabs beside spaces: a tab is one column, in the sheet itself and in what it imports.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const FRONT = '---\n---\n'

it.each([
  { sheet: 'main.sass', text: 'a\n\tb: c\nd\n  e: f\n' },
  { sheet: 'main.scss', text: '@import "part";' },
  { sheet: 'main.sass', text: '@import part\n' },
])('reads $sheet: $text', async ({ sheet, text }) => {
  const site = await buildFiles({
    '_config.yml': 'sass: { sourcemap: never, style: compressed }',
    '_sass/_part.sass': '@import sub/more\na\n\tb: c\n',
    '_sass/sub/more.sass': 'd\n  e: f\ng\n\th: i\n',
    [sheet]: FRONT + text,
  })
  expect(site.text('main.css')).toBe(text.startsWith('a') ? 'a{b:c}d{e:f}' : 'd{e:f}g{h:i}a{b:c}')
  expect(site.result.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining('Tabs and spaces'))
})
