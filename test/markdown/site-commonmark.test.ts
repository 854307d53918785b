import { describe, expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const page = '---\n---\n# a\n\n<b>c</b> "d"\n\n| e |\n|---|\n| f |\n'

describe('a site that chooses CommonMark', () => {
  it.each([
    ['markdown: CommonMark', ['<h1>a</h1>', '<!-- raw HTML omitted -->', '| e |']],
    ['markdown: CommonMark\ncommonmark:\n  options: [UNSAFE, SMART]', ['<b>c</b> “d”', '| e |']],
    ['markdown: CommonMark\ncommonmark:\n  extensions: [table]', ['<!-- raw HTML omitted -->', '<td>f</td>']],
    ['markdown: GFM', ['<h1>a</h1>', '<b>c</b>', '<td>f</td>']],
  ])('%j', async (config, parts) => {
    const site = await buildFiles({ '_config.yml': `${config}\n`, 'a.md': page })
    for (const part of parts) expect(site.text('a.html')).toContain(part)
  })
})
