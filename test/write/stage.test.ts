import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import type { Output } from '../../src/model/output.ts'
import { packText } from '../../src/util/packed-text.ts'
import { openStage, type Stage, writeOutputs } from '../../src/write/index.ts'
import { type Files, writeSite } from '../site.ts'

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'octavo-stage-'))
const open = (destination: string): Stage => openStage(destination, 1000)!
const outputs = (count: number, word: string): Output[] =>
  Array.from({ length: count }, (_, n) => ({
    path: `deep/${n % 7}/p${n}.html`,
    body: packText(`${word} ${n} `.repeat(n % 5 === 0 ? 3 : 300)),
  }))
const read = (destination: string, file: string): string => readFileSync(path.join(destination, file), 'utf8')
const textOf = ({ body }: Output): string =>
  typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString()

describe('a stage', () => {
  it('is not worth it for a few outputs, and cannot be where the destination is a file', () => {
    const file = path.join(folder(), 'file')
    writeFileSync(file, '')
    expect(openStage(path.join(folder(), 'site'), 10)).toBeUndefined()
    expect(openStage(file, 1000)).toBeUndefined()
  })

  it('puts outputs on the disk before the site is there, and shows none of them', async () => {
    const root = folder()
    const destination = path.join(root, 'not/yet/there')
    const stage = open(destination)
    for (const output of outputs(100, 'word')) stage.put(output)
    // A single file that is written beside its place is called so.
    expect(stage.name).not.toMatch(/\.tmp$/)
    await stage.finish()
    expect(readdirSync(destination)).toEqual([stage.name])
    expect(readdirSync(path.join(destination, stage.name))).toHaveLength(100)
    await stage.remove()
    expect(readdirSync(root)).toEqual([])
  })

  it('gives what it has to the site, and the rest is written there', async () => {
    const destination = path.join(folder(), 'site')
    const stage = open(destination)
    const source = path.join(folder(), 'photo.jpg')
    writeFileSync(source, 'photo')
    const late = { path: 'late.html', body: 'not in the stage' }
    const all: Output[] = [late, ...outputs(100, 'word'), { path: 'photo.jpg', body: { copy: source, modified: 1e12 } }]
    for (const [i, output] of all.entries()) if (i % 3 !== 0) stage.put(output)
    // Not wanted in the end, and one that became another.
    stage.put({ path: 'unwanted.html', body: 'unwanted' })
    stage.put({ path: all[0]!.path, body: 'another' })
    const written = await writeOutputs(destination, all, { stage })
    await stage.remove()
    expect(written).toMatchObject({ written: 102, unchanged: 0, removed: 0 })
    for (const output of all.slice(0, 101)) expect(read(destination, output.path)).toBe(textOf(output))
    expect(read(destination, 'photo.jpg')).toBe('photo')
    expect(statSync(path.join(destination, 'photo.jpg')).mtimeMs).toBe(1e12)
    expect(readdirSync(destination).sort()).toEqual(['deep', 'late.html', 'photo.jpg'])
  })

  it('leaves alone what is there already', async () => {
    const destination = path.join(folder(), 'site')
    const all = outputs(50, 'word')
    await writeOutputs(destination, all)
    const before = statSync(path.join(destination, all[1]!.path)).mtimeMs
    const stage = open(destination)
    const changed = [{ ...all[0]!, body: 'changed' }, ...all.slice(1)]
    for (const output of changed) stage.put(output)
    const written = await writeOutputs(destination, changed, { stage })
    await stage.remove()
    expect(written.changed).toEqual([all[0]!.path])
    expect(read(destination, all[0]!.path)).toBe('changed')
    expect(statSync(path.join(destination, all[1]!.path)).mtimeMs).toBe(before)
  })

  it('takes nothing that would lie outside, and needs no file that cannot be copied', async () => {
    const root = folder()
    const destination = path.join(root, 'site')
    const stage = open(destination)
    stage.put({ path: '../evil.html', body: 'x' })
    const missing = { path: 'gone.png', body: { copy: path.join(root, 'nowhere.png'), modified: 0 } }
    stage.put(missing)
    const find = await stage.finish()
    expect(find(missing)).toBeUndefined()
    await stage.remove()
    expect(readdirSync(root)).toEqual([])
  })
})

const FILES: Files = {
  '_config.yml': 'title: T\n',
  'photo.png': 'photo',
  ...Object.fromEntries(
    Array.from({ length: 250 }, (_, n) => [`p${n}.md`, `---\n---\n# ${n}\n\n${'Word. '.repeat(n)}\n`]),
  ),
}

describe('a build with a stage', () => {
  it('writes what one without writes', async () => {
    const source = writeSite(FILES)
    const destination = path.join(folder(), 'site')
    const { written, outputs: wanted } = await build({ source, destination })
    expect(written.written).toBe(251)
    expect(readdirSync(destination)).toHaveLength(251)
    for (const output of wanted)
      expect(read(destination, output.path)).toBe(output.path === 'photo.png' ? 'photo' : textOf(output))
    const again = await build({ source, destination })
    expect(again.written).toMatchObject({ written: 0, unchanged: 251, removed: 0 })
  })

  it('leaves the destination as it was where a page is wrong', async () => {
    const source = writeSite({ ...FILES, 'zz.md': '---\n---\n{% include nowhere.html %}\n' })
    const destination = folder()
    mkdirSync(path.join(destination, 'old'))
    writeFileSync(path.join(destination, 'old/p.html'), 'old')
    await expect(build({ source, destination })).rejects.toThrow(/nowhere/)
    expect(readdirSync(destination, { recursive: true })).toEqual(['old', 'old/p.html'])
    await expect(build({ source, destination: path.join(destination, 'new') })).rejects.toThrow(/nowhere/)
    expect(readdirSync(destination)).toEqual(['old'])
  })
})
