// What the system says of a file that could not be read or written, in words: the site's or the machine's trouble, no bug of ours.
import { readlinkSync } from 'node:fs'
import { UserError } from './error.ts'

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'permission was denied'],
  ['EPERM', 'permission was denied'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['EEXIST', 'it is there already'],
  ['ELOOP', 'links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
])

const targetOf = (path: string): string | undefined => {
  try {
    return readlinkSync(path)
  } catch {
    // No link, or nothing at all.
    return undefined
  }
}

const textAt = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : undefined
}

/** The user's mistake that a failed call of the system comes to; undefined for any other error. */
export const explainSystemError = (error: unknown): UserError | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = textAt(error, 'code')
  const path = textAt(error, 'path')
  const reason = REASONS.get(code ?? '')
  if (reason === undefined || path === undefined) return undefined
  const target = code === 'ENOENT' ? targetOf(path) : undefined
  const because = target === undefined ? reason : `it is a link to '${target}', which is not there`
  return new UserError(`Cannot ${textAt(error, 'syscall') ?? 'use'} '${path}': ${because}.`, { cause: error })
}
