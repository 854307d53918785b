import { describe, expect, it } from 'vitest'
import { compareVersions, isVersion, newest, satisfies } from '../../../src/plugins/themes/gem-version.ts'

describe('versions of gems', () => {
  it('are in the order of Gem::Version', () => {
    const ordered = [
      '0.a',
      '0.9',
      '1.a',
      '1.0.a1',
      '1.0.a2',
      '1.0.a10',
      '1.0.b1',
      '1.0-rc.1',
      '1.0',
      '1.0.1',
      '1.2',
      '1.10',
      '2',
    ]
    for (const [i, a] of ordered.entries())
      for (const [j, b] of ordered.entries())
        expect(`${a} ${b}: ${Math.sign(compareVersions(a, b))}`).toBe(`${a} ${b}: ${Math.sign(i - j)}`)
  })

  it('are the same with and without zeros at the end', () => {
    expect(compareVersions('1', '1.0.0')).toBe(0)
    expect(compareVersions('1.0.a', '1.a')).toBe(0)
    expect(compareVersions('1.0', '1.0.0.1')).toBeLessThan(0)
  })

  it.each([
    ['2.5.1', '~> 2.5', true],
    ['3.0', '~> 2.5', false],
    ['2.6', '~> 2.5.1', false],
    ['2.5.9', '~> 2.5.1', true],
    ['2.5.0', '~> 2.5.1', false],
    ['2', '~> 2', true],
    ['3', '~> 2', false],
    ['3.0.0.rc1', '~> 2.5', false],
    ['2.5.1', '2.5.1', true],
    ['2.5.1', '= 2.5.1.0', true],
    ['2.5.1', '!= 2.5.1', false],
    ['2.5.1', '> 2.5', true],
    ['2.5.1', '>= 2.5.1', true],
    ['2.5.1', '<2.5.1', false],
    ['2.5.1', '<= 2.5.1', true],
    ['2.5.1', 'what', false],
  ])('%s for %s: %s', (version, requirement, met) => {
    expect(satisfies(version, [requirement])).toBe(met)
  })

  it('give the newest release, or one with letters where it is asked for', () => {
    const versions = ['1.0', '2.0.rc1', '1.5']
    const pick = (...requirements: string[]) => newest(versions, (text) => text, requirements)
    expect([pick(), pick('< 1.5'), pick('>= 2.0.rc1'), pick('> 5')]).toEqual(['1.5', '1.0', '2.0.rc1', undefined])
    expect(newest(['2.0.rc1'], (text) => text)).toBe('2.0.rc1')
  })

  it('are told from other texts', () => {
    expect(['1', '1.0.a', '1.0-rc.1', '', 'a', '1..2', '1/2', '1.', `1.${'1'.repeat(80)}`].filter(isVersion)).toEqual([
      '1',
      '1.0.a',
      '1.0-rc.1',
    ])
  })
})
