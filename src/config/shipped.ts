// What a theme would ship: a checkout of an npm package may hold a site of its own beside the theme.
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Would the theme's package hold this file or folder? Without a package.json that says otherwise, yes. */
export const isShipped = (root: string, name: string): boolean => {
  try {
    const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly files?: unknown }
    return !Array.isArray(files) || files.includes(name)
  } catch {
    return true // no package.json, or none that can be read
  }
}
