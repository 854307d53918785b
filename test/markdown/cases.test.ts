import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMarkdown, type MarkdownOptions } from '../../src/markdown/index.ts'

// Each case is a text (NAME.md), kramdown's output for it (NAME.html), and the options where they are not Jekyll's (NAME.json).

const folder = path.join(import.meta.dirname, 'cases')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3))

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

const readOptions = (name: string): Partial<MarkdownOptions> => {
  if (!existsSync(path.join(folder, `${name}.json`))) return {}
  const options: unknown = JSON.parse(read(`${name}.json`))
  return options as Partial<MarkdownOptions>
}

describe('cases', () => {
  it('are there', () => expect(names.length).toBeGreaterThan(40))

  it.each(names)('%s', (name) => {
    expect(createMarkdown(readOptions(name)).render(read(`${name}.md`))).toBe(read(`${name}.html`))
  })
})
