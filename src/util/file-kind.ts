// What stands at a path, links followed: nothing at all is neither.
import { type Stats, statSync } from 'node:fs'

const look = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch {
    return undefined // not there, a link that leads nowhere, or not to be looked at
  }
}

export const isFile = (path: string): boolean => look(path)?.isFile() ?? false

export const isFolder = (path: string): boolean => look(path)?.isDirectory() ?? false
