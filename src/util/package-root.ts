// Where Octavo itself is installed.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of Octavo's package.json: above dist/ in a release, above src/ in a checkout. */
export const packageRoot = (): string => {
  let at = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(at, 'package.json')) && path.dirname(at) !== at) at = path.dirname(at)
  return at
}
