import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { build } from '../../src/build.ts'
import { bodyText, writeSite } from '../site.ts'

// As on a machine for which sharp has no program.
vi.mock('sharp', () => {
  throw new Error('Could not load the "sharp" module using the linux-test runtime')
})

// The head of a PNG of 900 by 300 pixels, as far as anybody but sharp reads it, and as long as one.
const png = (): Buffer => {
  const bytes = Buffer.alloc(20_000)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x84\0\0\x01\x2c', 'latin1')
  return bytes
}

it('says once that nothing can be made, and fills in sizes all the same', async () => {
  const text = '<picture><img src="a.png"></picture>'
  const folder = writeSite({
    '_config.yml': 'url: https://example.org\noctavo:\n  pictures: {lazy: false}\n  social_cards: true\n',
    'index.html': '---\n---\n<p><img src="a.png"><img src="b.png">{{ page.social_card }}</p>',
    'other.html': `---\n---\n${text}`,
  })
  for (const name of ['a.png', 'b.png']) writeFileSync(path.join(folder, name), png())
  const result = await build({ source: folder, destination: path.join(folder, '_site'), dryRun: true })
  const page = result.outputs.findLast(({ path: name }) => name === 'index.html')
  const size = ' width="900" height="300"'
  expect(bodyText(page?.body)).toBe(`<p><img src="a.png"${size}><img src="b.png"${size}></p>`)
  expect(result.outputs.filter(({ path: name }) => name.startsWith('assets/'))).toEqual([])
  expect(result.warnings.map(({ message }) => message)).toEqual([
    'Pictures cannot be made: the package sharp is not installed or does not run on this machine',
  ])
  rmSync(folder, { recursive: true })
})
