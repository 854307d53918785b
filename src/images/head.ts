// Looks into a file without reading it whole: a window of bytes that moves to where it is asked to look.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface Head {
  /** Of the whole file, in bytes. */
  readonly size: number
  /** The bytes from `at` on; fewer than `length` where the file ends. */
  bytes(at: number, length: number): Buffer
}

const WINDOW = 32 * 1024

const createHead = (file: number): Head => {
  const { size } = fstatSync(file)
  let start = 0
  let window: Buffer = Buffer.alloc(0)
  const load = (at: number, length: number): void => {
    const buffer = Buffer.alloc(Math.min(Math.max(length, WINDOW), Math.max(size - at, 0)))
    start = at
    window = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, at))
  }
  return {
    size,
    bytes: (at, length) => {
      if (at < start || at + length > start + window.length) load(at, Math.min(length, WINDOW))
      return window.subarray(at - start, at - start + length)
    },
  }
}

/** What `look` makes of a file's bytes. @throws where the file cannot be opened. */
export const withHead = <T>(path: string, look: (head: Head) => T): T => {
  const file = openSync(path, 'r')
  try {
    return look(createHead(file))
  } finally {
    closeSync(file)
  }
}
