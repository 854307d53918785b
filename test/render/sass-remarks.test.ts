// What Sass remarks comes as few warnings: one for all that it means to drop, and an author's own.
import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const SHEET = `---\n---\n@import "part";\n${'a { b: (6px/2) }\n'.repeat(9)}@warn "Mind this.";\n`

const warningsWith = async (verbose: boolean) => {
  const { result } = await buildFiles({
    '_config.yml': `sass: { verbose: ${verbose} }`,
    '_sass/_part.scss': '$c: darken(red, 1%);',
    'main.scss': SHEET,
  })
  return result.warnings
}

it('tells in one warning what is to be dropped, and how often it stands there', async () => {
  expect(await warningsWith(false)).toEqual([
    { message: 'Sass: Mind this.', place: { path: 'main.scss' } },
    {
      message:
        'Sass: 12 uses of what works but is to be dropped some day: import, global-builtin, color-functions, slash-div',
      place: { path: 'main.scss' },
    },
  ])
})

it('tells each where that is wished, with its line', async () => {
  const warnings = await warningsWith(true)
  expect(warnings).toHaveLength(13)
  expect(warnings.map(({ place }) => place)).toContainEqual({ path: 'main.scss', line: 12 })
})
