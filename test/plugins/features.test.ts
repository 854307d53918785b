import { describe, expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const warningsOf = async (config: string): Promise<string[]> => {
  const { result } = await buildFiles({ '_config.yml': config, 'index.md': '---\n---\nText\n' })
  return result.warnings.map(({ message, advice }) => `${message}. ${advice ?? ''}`)
}

describe('features under `octavo:`', () => {
  it('says which key is none', async () => {
    expect(await warningsOf('octavo:\n  no-such-feature: true\n')).toEqual([
      "Octavo has no feature 'no-such-feature'. The handbook lists the keys that go under `octavo`.",
    ])
  })

  it('says nothing of a site without them', async () => {
    expect(await warningsOf('title: A\n')).toEqual([])
  })
})
