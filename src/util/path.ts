// Paths with forward slashes, joined and cleaned as Ruby's File and Jekyll's PathManager do it.
import nodePath from 'node:path'

/** Ruby's File.join: exactly one slash at each seam. */
export const joinPath = (...parts: readonly string[]): string => {
  let result = parts[0] ?? ''
  for (const part of parts.slice(1)) {
    if (result.endsWith('/')) result = part.startsWith('/') ? result.replace(/\/+$/, '') + part : result + part
    else result += part.startsWith('/') ? part : `/${part}`
  }
  return result
}

/** Ruby's File.extname: none for dot files, and the period alone for a name that ends in one. */
export const extensionOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  const lead = /^\.*/.exec(name)?.[0].length ?? 0
  return dot < Math.max(lead, 1) ? '' : name.slice(dot)
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Ruby's File.dirname. */
export const directoryOf = (path: string): string => {
  const trimmed = path.replace(/\/+$/, '')
  const slash = trimmed.lastIndexOf('/')
  if (slash < 0) return trimmed === '' && path !== '' ? '/' : '.'
  return slash === 0 ? '/' : trimmed.slice(0, slash).replace(/\/+$/, '') || '/'
}

/** A path that an author wrote, as an absolute path that is `base` or below it, whatever `..` it holds. */
export const insideOf = (base: string, questionable: string): string => {
  const clean = nodePath.posix.resolve('/', questionable.startsWith('~') ? `/${questionable}` : questionable)
  if (clean === base || clean.startsWith(base.endsWith('/') ? base : `${base}/`)) return clean
  return clean === '/' ? base : joinPath(base, clean)
}
