import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { planWrite, writeOutputs } from '../../src/write/index.ts'

const existing = (files: string[], folders: string[] = []) => ({ files: new Set(files), folders: new Set(folders) })

describe('planWrite', () => {
  it('removes what nobody wrote, and empty folders deepest first', () => {
    const plan = planWrite(
      [{ path: 'a/b.html', body: 'x' }],
      existing(['old.html', 'a/b.html', 'c/d/e.html'], ['a', 'c', 'c/d']),
      [],
    )
    expect(plan.removeFiles).toEqual(['old.html', 'c/d/e.html'])
    expect(plan.removeFolders).toEqual(['c/d', 'c'])
  })

  it('refuses a file where a folder is to be', () => {
    const outputs = ['a.md/index.html', 'b.html', 'a.md'].map((name) => ({ path: name, body: 'x' }))
    expect(() => planWrite(outputs, existing([]), [])).toThrow(/^a\.md would be a file/)
  })

  it('keeps what keep_files begins', () => {
    const plan = planWrite([], existing(['.git/HEAD', 'keep/x', 'keepsake', 'other'], ['.git', 'keep']), [
      '.git',
      'keep',
    ])
    expect(plan.removeFiles).toEqual(['other'])
    expect(plan.removeFolders).toEqual([])
  })

  it('removes a folder with all it holds where only its content is named', () => {
    const plan = planWrite([], existing(['keep/x', 'keep/sub/y', 'other/z'], ['keep', 'keep/sub', 'other']), [
      'keep/',
      'other/z',
    ])
    expect(plan.removeFiles).toEqual(['keep/x', 'keep/sub/y'])
    expect(plan.removeFolders).toEqual(['keep/sub', 'keep'])
  })

  it('removes a file that stands where a folder must be', () => {
    expect(planWrite([{ path: 'a/index.html', body: '' }], existing(['a']), []).removeFiles).toEqual(['a'])
  })

  it('lets the later of two outputs win', () => {
    const plan = planWrite(
      [
        { path: 'a', body: '1' },
        { path: 'b', body: '2' },
        { path: 'a', body: '3' },
      ],
      existing([]),
      [],
    )
    expect(plan.outputs.map(({ body }) => body)).toEqual(['2', '3'])
  })
})

describe('writeOutputs', () => {
  const folder = () => mkdtempSync(path.join(tmpdir(), 'octavo-write-'))

  it('writes only what changed', async () => {
    const destination = path.join(folder(), 'site')
    const outputs = [
      { path: 'a.html', body: 'one' },
      { path: 'deep/b.html', body: 'two' },
    ]
    expect((await writeOutputs(destination, outputs)).changed).toEqual(['a.html', 'deep/b.html'])
    const before = statSync(path.join(destination, 'a.html')).mtimeMs
    const again = await writeOutputs(destination, [outputs[0]!, { path: 'deep/b.html', body: 'three' }])
    expect(again.changed).toEqual(['deep/b.html'])
    expect(statSync(path.join(destination, 'a.html')).mtimeMs).toBe(before)
    expect(readFileSync(path.join(destination, 'deep/b.html'), 'utf8')).toBe('three')
  })

  it('refuses to leave the destination, and has then written nothing', async () => {
    const root = folder()
    const destination = path.join(root, 'site')
    mkdirSync(destination)
    writeFileSync(path.join(destination, 'old.html'), 'old')
    await expect(
      writeOutputs(destination, [
        { path: 'new.html', body: 'x' },
        { path: '../evil.html', body: 'x' },
      ]),
    ).rejects.toThrow(/outside/)
    expect(existsSync(path.join(root, 'evil.html'))).toBe(false)
    expect(readFileSync(path.join(destination, 'old.html'), 'utf8')).toBe('old')
  })

  it('does not write through a link in the destination', async () => {
    const root = folder()
    const destination = path.join(root, 'site')
    mkdirSync(destination)
    mkdirSync(path.join(root, 'elsewhere'))
    symlinkSync(path.join(root, 'elsewhere'), path.join(destination, 'sub'))
    await writeOutputs(destination, [{ path: 'sub/x.html', body: 'x' }])
    expect(existsSync(path.join(root, 'elsewhere/x.html'))).toBe(false)
    expect(readFileSync(path.join(destination, 'sub/x.html'), 'utf8')).toBe('x')
  })

  it('leaves nothing unfinished behind where a file cannot be written', async () => {
    const destination = path.join(folder(), 'site')
    const outputs = [
      { path: 'a.html', body: 'one' },
      { path: 'gone.png', body: { copy: path.join(destination, 'nowhere.png'), modified: 0 } },
    ]
    await expect(writeOutputs(destination, outputs)).rejects.toThrow(/ENOENT/)
    expect(readdirSync(destination).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
