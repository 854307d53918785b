import { describe, expect, it } from 'vitest'
import { buildFixture } from './sites.ts'

describe('a theme that is a checkout', () => {
  it('keeps the configuration of its own site to itself', async () => {
    const site = await buildFixture(undefined, 'theme: octavo\n')
    expect(site.read('index.html')).not.toContain('Octavo')
    site.remove()
  })
})
