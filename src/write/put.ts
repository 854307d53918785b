// Puts one output on the disk. Each call waits for the disk: for files of the sizes of pages that takes less time than having several
// at work at once.
import { copyFileSync, lstatSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { type Copy, isCopy, type Output } from '../model/output.ts'

const isSameText = (target: string, body: string | Uint8Array): boolean => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const { size } = statSync(target)
  return size === bytes.length && readFileSync(target).equals(bytes)
}

const isSameCopy = (target: string, copy: Copy): boolean => {
  const [from, to] = [statSync(copy.copy), lstatSync(target)]
  return to.isFile() && from.size === to.size && Math.abs(from.mtimeMs - to.mtimeMs) < 1000
}

/** Does the file hold just that? Texts are compared byte by byte, copies by size and time. */
export const holds = (target: string, body: Output['body']): boolean => {
  try {
    return isCopy(body) ? isSameCopy(target, body) : isSameText(target, body)
  } catch {
    return false // nothing there yet, or a folder in the way
  }
}

/** Writes or copies it into a new file, which is not left behind where that fails. */
export const putFile = (file: string, body: Output['body']): void => {
  try {
    if (isCopy(body)) {
      copyFileSync(body.copy, file)
      const time = body.modified / 1000
      utimesSync(file, time, time)
    } else writeFileSync(file, body)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}
