// What was made in earlier builds, in a folder of the cache: files by name. A name says everything that its bytes depend on, so a file is
// never out of date. It appears as a whole or not at all.
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Copy } from '../model/output.ts'

export interface PictureStore {
  has(name: string): boolean
  /** An empty file is a note that what it names is not worth having. */
  isEmpty(name: string): boolean
  write(name: string, bytes: Uint8Array): void
  /** The file as an output's body. */
  copyOf(name: string): Copy
}

const TEMPORARY = /\.tmp$/

/** The store in `folder`, which exists. */
export const openStore = (folder: string): PictureStore => {
  const names = new Set(readdirSync(folder).filter((name) => !TEMPORARY.test(name)))
  const at = (name: string): string => path.join(folder, name)
  return {
    has: (name) => names.has(name) && existsSync(at(name)),
    isEmpty: (name) => statSync(at(name)).size === 0,
    write: (name, bytes) => {
      const temporary = at(`${name}.${process.pid}.tmp`)
      try {
        writeFileSync(temporary, bytes)
        renameSync(temporary, at(name))
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
      names.add(name)
    },
    copyOf: (name) => ({ copy: at(name), modified: statSync(at(name)).mtimeMs }),
  }
}
