// The line of a front-matter key, for warnings: looked up in the file only when there is something to say.
import { readFileSync } from 'node:fs'

/** The line of `key:` in the file's front matter, from 1; undefined where it is not there. */
export const lineOfKey = (path: string, key: string): number | undefined => {
  let lines: string[]
  try {
    lines = readFileSync(path, 'utf8').split('\n', 500)
  } catch {
    return undefined // a generated page has no file
  }
  if (!lines[0]?.startsWith('---')) return undefined
  for (let i = 1; i < lines.length && !/^(?:---|\.\.\.)\s*$/.test(lines[i] ?? ''); i++) {
    if (lines[i]?.startsWith(`${key}:`)) return i + 1
  }
  return undefined
}
