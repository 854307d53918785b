import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** The command-line tests run what a user runs: dist/, built from the sources as they are now. */
export const setup = (): void => {
  const root = path.resolve(import.meta.dirname, '..')
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--no-types'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('dist/ could not be built')
}
