// Finds a theme's folders: the shipped one, a folder, or an npm package, all by the same code.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isShipped } from '../config/index.ts'
import type { ThemeFolders } from '../model/config.ts'
import { UserError } from '../util/error.ts'

const folder = (root: string, names: readonly string[]): string | undefined =>
  names
    .filter((name) => isShipped(root, name))
    .map((name) => path.join(root, name))
    .find((candidate) => existsSync(candidate))

/** The folders of a theme at `root`; names with and without underscore will do. */
export const themeFolders = (name: string, root: string): ThemeFolders => ({
  name,
  root,
  layouts: folder(root, ['_layouts', 'layouts']),
  includes: folder(root, ['_includes', 'includes']),
  sass: folder(root, ['_sass']),
  assets: folder(root, ['assets']),
  data: folder(root, ['_data']),
})

// The package's own root is where its package.json is: above dist/ in a release, above src/ in a checkout.
const packageRoot = (): string => {
  let at = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(at, 'package.json')) && path.dirname(at) !== at) at = path.dirname(at)
  return at
}

const packageFolder = (name: string, source: string): string | undefined => {
  try {
    return path.dirname(createRequire(path.join(source, 'package.json')).resolve(`${name}/package.json`))
  } catch {
    return undefined // no such package
  }
}

/** A theme's root folder by its name. */
export const findThemeRoot = (name: string, source: string): string | undefined => {
  if (name === 'octavo') return packageRoot()
  const local = path.resolve(source, name)
  if (/[./]/.test(name) && existsSync(local)) return local
  return [path.join(source, '_themes', name), packageFolder(name, source)].find(
    (root) => root !== undefined && existsSync(root),
  )
}

/** @throws UserError where there is no such theme. */
export const findTheme = async (name: string, source: string): Promise<ThemeFolders> => {
  const root = findThemeRoot(name, source)
  if (root !== undefined) return themeFolders(name, root)
  throw new UserError(`The theme '${name}' could not be found`, {
    place: { path: '_config.yml' },
    advice:
      'Put it into a folder below the source and name the folder (`theme: ./my-theme`), or install its npm package.',
  })
}
