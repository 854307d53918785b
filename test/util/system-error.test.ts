import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { explainSystemError } from '../../src/util/system-error.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'octavo-system-error-'))
afterAll(() => rmSync(folder, { recursive: true }))
symlinkSync('../gone.yml', path.join(folder, 'link.yml'))
writeFileSync(path.join(folder, 'file'), '')

const thrownBy = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

it.each([
  ['none.yml', "Cannot open 'none.yml': there is no such file."],
  ['link.yml', "Cannot open 'link.yml': it is a link to '../gone.yml', which is not there."],
  ['file/below', "Cannot open 'file/below': a part of its path is a file."],
])('says why %s cannot be read', (name, message) => {
  const thrown = thrownBy(() => readFileSync(path.join(folder, name)))
  expect(explainSystemError(thrown)?.message.replace(`${folder}/`, '')).toBe(message)
})

it.each([new Error('a bug'), Object.assign(new Error('odd'), { code: 'ENOENT' }), undefined, 'ENOENT'])(
  'leaves %s as it is',
  (thrown) => {
    expect(explainSystemError(thrown)).toBeUndefined()
  },
)
