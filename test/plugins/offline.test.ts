import { describe, expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

interface List {
  readonly version: string
  readonly size: number
  readonly files: Readonly<Record<string, string>>
}

const FILES: Files = {
  'index.md': '---\n---\nOne\n',
  'a/b.md': '---\n---\nTwo\n',
  'big/x.bin': 'x',
  'book.epub': 'x',
  'feed.xml': '---\n---\n',
}

const build = (settings: string, files: Files = {}) =>
  buildFiles({ ...FILES, ...files, '_config.yml': `title: T\noctavo:\n  offline: ${settings}\n` })

const listOf = async (settings: string, files: Files = {}): Promise<List> => {
  const { text } = await build(settings, files)
  return JSON.parse(text('offline.json') ?? '') as List
}

describe('what is kept for reading offline', () => {
  it('is what a reader sees, without other forms of it', async () => {
    const list = await listOf('true')
    expect(Object.keys(list.files)).toEqual([
      'a/b.html',
      'big/x.bin',
      'index.html',
      'manifest.webmanifest',
      'offline.js',
    ])
  })

  it('leaves out what the site says', async () => {
    expect(Object.keys((await listOf('{exclude: [/big/, index.html]}')).files)).not.toContain('big/x.bin')
    expect(Object.keys((await listOf('{exclude: index.html}')).files)).not.toContain('index.html')
  })

  it('has a version that follows from its content', async () => {
    const [one, again, other] = [
      await listOf('true'),
      await listOf('true'),
      await listOf('true', { 'a/b.md': '---\n---\nThree\n' }),
    ]
    expect(again.version).toBe(one.version)
    expect(other.version).not.toBe(one.version)
    expect(other.files['index.html']).toBe(one.files['index.html'])
    expect(other.files['a/b.html']).not.toBe(one.files['a/b.html'])
  })

  it('is nothing where it would be too much', async () => {
    const { text, result } = await build('{limit: 0}')
    expect(text('offline.json')).toBeUndefined()
    expect(text('sw.js')).toContain('unregister')
    expect(result.warnings.map(({ message }) => message)).toEqual([expect.stringContaining("'octavo.offline.limit'")])
  })

  it('can be taken back', async () => {
    const { text, result } = await build('{remove: true}')
    expect(text('sw.js')).toContain('unregister')
    expect(text('offline.json')).toBeUndefined()
    expect(result.warnings).toEqual([])
  })

  it.each(['{mode: always}', '{limit: much}'])('says what %s lacks', async (settings) => {
    await expect(build(settings)).rejects.toThrow(/octavo\.offline\./)
  })

  it('keeps a manifest of the site’s own', async () => {
    expect(
      (await build('true', { 'manifest.webmanifest': '{"name":"Own"}' })).text('manifest.webmanifest'),
    ).toBeUndefined()
  })
})

describe('what the theme is to leave out', () => {
  it.each([
    ['[arrows, copy]', []],
    ['arows', ["There is nothing called 'arows' that 'octavo.without' could leave out"]],
  ])('%s', async (names, warnings) => {
    const { result } = await buildFiles({ '_config.yml': `octavo:\n  without: ${names}\n`, 'index.md': '---\n---\n' })
    expect(result.warnings.map(({ message }) => message)).toEqual(warnings)
  })
})
