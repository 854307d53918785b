// Nothing is written outside of the destination.
import path from 'node:path'

/** The absolute path of what lies there in the destination; undefined where that is not inside. */
export const pathInside = (destination: string, relative: string): string | undefined => {
  const target = path.resolve(destination, relative)
  return target.startsWith(destination + path.sep) && !relative.includes('\0') ? target : undefined
}
