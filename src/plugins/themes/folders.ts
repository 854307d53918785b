// A theme's folders, once it is known where it is. Counterpart: the paths of Jekyll::Theme.
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { isShipped } from '../../config/index.ts'
import type { ThemeFolders } from '../../model/config.ts'
import { type GemSpec, NO_SPEC } from './gem-spec.ts'

/**
 * Where a theme comes from says what of its folder counts: a gem's folder and an archive hold Jekyll's own names, and all of them;
 * a package may name its folders without underscore, and tells in its package.json what it ships.
 */
export type ThemeKind = 'package' | 'gem' | 'remote'

export interface ThemePlace {
  readonly name: string
  readonly root: string
  readonly kind: ThemeKind
  readonly spec?: GemSpec | undefined
}

// As in Jekyll, links may lead to other folders of the theme, but not out of it.
const insideFolder = (root: string, name: string): string | undefined => {
  try {
    const real = realpathSync(path.join(root, name))
    const inside = real.startsWith(`${realpathSync(root)}${path.sep}`)
    return inside && statSync(real).isDirectory() ? path.join(root, name) : undefined
  } catch {
    return undefined // not there, not to be looked at, or a circle of links
  }
}

/** The folders of a theme. */
export const themeFolders = ({ name, root, kind, spec = NO_SPEC }: ThemePlace): ThemeFolders => {
  const folder = (...names: readonly string[]): string | undefined =>
    names
      .filter((candidate) => kind !== 'package' || isShipped(root, candidate))
      .map((candidate) => insideFolder(root, candidate))
      .find((found) => found !== undefined)
  const bare = (candidate: string): string[] => (kind === 'package' ? [candidate] : [])
  return {
    name,
    root,
    layouts: folder('_layouts', ...bare('layouts')),
    includes: folder('_includes', ...bare('includes')),
    sass: folder('_sass'),
    assets: folder('assets'),
    data: folder('_data', ...bare('data')),
    about: spec,
    remote: kind === 'remote',
    needs: kind === 'remote' ? [] : spec.dependencies,
    lateNeeds: kind === 'remote' ? spec.dependencies : [],
  }
}

/** The file of a theme's own settings; undefined where they do not count. As in Jekyll, a link does not. */
export const themeSettings = ({ root, kind }: ThemePlace): string | undefined => {
  const file = path.join(root, '_config.yml')
  if (kind === 'remote' || !existsSync(file) || lstatSync(file).isSymbolicLink()) return undefined
  return kind !== 'package' || isShipped(root, '_config.yml') ? file : undefined
}
