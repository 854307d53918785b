import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { formatUserError, UserError } from '../../../src/util/error.ts'
import { buildFiles, type Files } from '../../site.ts'

// A case of the .yml files beside this one: settings under `octavo:`, files, and what the page `index.md` becomes.
interface Case {
  readonly name: string
  /** Other settings, as they stand in _config.yml. */
  readonly config?: string
  readonly octavo?: unknown
  /** The text of index.md. */
  readonly text: string
  readonly files?: Files
  /** The whole converted page. */
  readonly html?: string
  readonly contains?: readonly string[]
  readonly lacks?: readonly string[]
  readonly warnings?: readonly string[]
  /** Parts of the error that stops the build. */
  readonly error?: readonly string[]
}

const tables = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yml'))

const buildCase = (one: Case) =>
  buildFiles({
    '_config.yml': `${one.config ?? ''}\noctavo: ${JSON.stringify(one.octavo ?? {})}\n`,
    ...one.files,
    'index.md': `---\n---\n${one.text}`,
  })

describe.each(tables)('%s', (table) => {
  const cases = parse(readFileSync(path.join(import.meta.dirname, table), 'utf8')) as readonly Case[]

  it.each(cases)('$name', async (one) => {
    if (one.error) {
      const error: unknown = await buildCase(one).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(UserError)
      for (const part of one.error) expect(formatUserError(error as UserError)).toContain(part)
      return
    }
    const { text, result } = await buildCase(one)
    const html = text('index.html') ?? ''
    if (one.html !== undefined) expect(html).toBe(one.html)
    for (const part of one.contains ?? []) expect(html).toContain(part)
    for (const part of one.lacks ?? []) expect(html).not.toContain(part)
    expect(result.warnings.map(({ message, place }) => `${place?.line ?? ''} ${message}`.trim())).toEqual(
      one.warnings ?? [],
    )
  })
})
