import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCompiled } from '../../src/cli/compiled.ts'

const CODE = `
const path = require('node:path')
const later = (name) => [1, 2, 3].map((n) => name + n).join()
exports.name = path.basename(__filename)
exports.later = later
exports.other = () => importFromOutside('node:os')
`

interface Exports {
  readonly name: string
  readonly later: (name: string) => string
  readonly other: () => Promise<{ readonly EOL: string }>
}

const program = (): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'octavo-compiled-')), 'program-abc.cjs')
  writeFileSync(file, CODE)
  return file
}

const kept = (file: string): string => `${file}.${process.version}-${process.arch}.cache`

describe('the compiled program', () => {
  it('is not there where nothing was built', () => {
    expect(loadCompiled('/nowhere/program.cjs')).toBeUndefined()
  })

  it('runs, loads modules, and is kept once', async () => {
    const file = program()
    const first = loadCompiled<Exports>(file)!
    expect([first.exports.name, first.exports.later('a')]).toEqual(['program-abc.cjs', 'a1,a2,a3'])
    expect((await first.exports.other()).EOL).toBe('\n')
    expect(existsSync(kept(file))).toBe(false)
    first.save()
    expect(readdirSync(path.dirname(file))).toHaveLength(2)
    const { mtimeMs } = statSync(kept(file))
    const second = loadCompiled<Exports>(file)!
    expect(second.exports.later('b')).toBe('b1,b2,b3')
    expect((await second.exports.other()).EOL).toBe('\n')
    second.save()
    expect(statSync(kept(file)).mtimeMs).toBe(mtimeMs)
  })

  it('is compiled anew where what was kept is of no use', () => {
    const file = program()
    writeFileSync(kept(file), 'from another world')
    const compiled = loadCompiled<Exports>(file)!
    expect(compiled.exports.later('c')).toBe('c1,c2,c3')
    compiled.save()
    expect(readFileSync(kept(file)).length).toBeGreaterThan(100)
  })

  it('runs where nothing can be kept', () => {
    const file = program()
    mkdirSync(kept(file))
    const compiled = loadCompiled<Exports>(file)!
    compiled.save()
    expect(compiled.exports.later('d')).toBe('d1,d2,d3')
    expect(readdirSync(path.dirname(file))).toHaveLength(2)
  })
})
