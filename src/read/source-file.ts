// Reading text from the source: byte order marks off, UTF-8 checked.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { hasFrontMatter } from './front-matter.ts'

// Most sources are small: looking at the beginning reads all of them, and whoever wants the whole text next need not read it again.
const start = Buffer.allocUnsafe(64 * 1024)
const HEAD = 1024
let whole: { readonly path: string; readonly length: number } | undefined

/** Does the file at `path` begin with front matter? Reads no more than its first bytes. */
export const fileHasFrontMatter = (path: string): boolean => {
  const handle = openSync(path, 'r')
  try {
    const length = readSync(handle, start, 0, start.length, 0)
    const has = hasFrontMatter(start.toString('latin1', 0, Math.min(length, HEAD)))
    whole = has && length < start.length ? { path, length } : undefined
    return has
  } finally {
    closeSync(handle)
  }
}

/** The bytes of a file; those that were just looked at are handed over once. */
const readBytes = (path: string): Buffer => {
  const known = whole
  whole = undefined
  return known?.path === path ? start.subarray(0, known.length) : readFileSync(path)
}

export interface SourceText {
  readonly text: string
  /** False where the bytes are not UTF-8; they are replaced in `text`. */
  readonly valid: boolean
}

export const readSource = (path: string, encoding: string): SourceText => {
  const bytes = readBytes(path)
  if (!/^utf-?8$/i.test(encoding)) {
    try {
      return { text: new TextDecoder(encoding).decode(bytes), valid: true }
    } catch {
      // RangeError: an encoding that the platform does not know; read on as UTF-8
    }
  }
  const text = bytes.toString('utf8')
  const valid = !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, valid }
}
