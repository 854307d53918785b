// Does a path lead out of a folder once its links are followed?
import { realpathSync } from 'node:fs'
import path from 'node:path'

export const isOutside = (folder: string, file: string): boolean => {
  try {
    const real = realpathSync(file)
    return !real.startsWith(realpathSync(folder) + path.sep)
  } catch {
    return true // a dangling link leads nowhere
  }
}
