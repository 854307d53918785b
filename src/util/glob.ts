// Ruby's Dir.glob for the few places where Jekyll asks the disk for a pattern.
import { readdirSync } from 'node:fs'
import picomatch from 'picomatch'
import { compareText } from './ruby-text.ts'

const entriesOf = (folder: string): { name: string; directory: boolean }[] => {
  try {
    return readdirSync(folder === '' ? '/' : folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, directory: entry.isDirectory() }))
      .sort((a, b) => compareText(a.name, b.name))
  } catch {
    return [] // the folder is not there or cannot be read: nothing matches
  }
}

const expand = (folder: string, segments: readonly string[], found: string[]): void => {
  const [first, ...rest] = segments
  if (first === undefined) return
  // At the end, two stars mean no more than one.
  const segment = first === '**' && rest.length === 0 ? '*' : first
  const matches = segment === '**' ? () => true : picomatch(segment, { bash: false, nonegate: true })
  if (segment === '**') expand(folder, rest, found)
  for (const entry of entriesOf(folder)) {
    if (entry.name.startsWith('.') && !segment.startsWith('.')) continue
    if (!matches(entry.name)) continue
    const full = `${folder}/${entry.name}`
    if (segment === '**') {
      if (entry.directory) expand(full, segments, found)
    } else if (rest.length === 0) found.push(full)
    else if (entry.directory) expand(full, rest, found)
  }
}

/** The existing paths that an absolute pattern names; `*` stays within a folder, `**` crosses folders, hidden files stay hidden. */
export const globPaths = (pattern: string): string[] => {
  const found: string[] = []
  expand(
    '',
    pattern.split('/').filter((segment) => segment !== ''),
    found,
  )
  return found
}

/** Does a relative path match one of the patterns? One that names a folder covers what is in it; `*` crosses no folders, `**` does. */
export const globMatcher = (patterns: readonly string[]): ((relative: string) => boolean) => {
  const clean = patterns.map((pattern) => pattern.replace(/^\.?\/+|\/+$/g, '')).filter((pattern) => pattern !== '')
  if (clean.length === 0) return () => false
  return picomatch([...clean, ...clean.map((pattern) => `${pattern}/**`)], { dot: true, nonegate: true })
}
