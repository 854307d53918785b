// Which paths of an archive may be written, and which of them a theme is made of.

const MAX_LENGTH = 1000
const MAX_DEPTH = 30

/** The parts of an entry's path, none for the folder itself; undefined where the path leads, or might lead, outside. */
export const entryParts = (entry: string): readonly string[] | undefined => {
  if (/^[/\\]|^[a-z]:[/\\]|\0/i.test(entry)) return undefined
  const parts = entry.split('/').filter((part) => part !== '' && part !== '.')
  return parts.some((part) => part.split('\\').includes('..')) ? undefined : parts
}

// Windows reads '\' and ':' as more than letters, drops dots and spaces at the end, and knows names that are devices.
const isOddName = (name: string): boolean =>
  /[\u0000-\u001f\u007f\\:]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)

/** Can a file of this path be written on every system, and nowhere but there? */
export const isPortable = (parts: readonly string[]): boolean =>
  parts.length > 0 && parts.length <= MAX_DEPTH && parts.join('/').length <= MAX_LENGTH && !parts.some(isOddName)

/** Paths that some file systems take for one and the same have the same key. */
export const samePathKey = (path: string): string => path.normalize('NFC').toLowerCase()

const FOLDERS: ReadonlySet<string> = new Set(['_layouts', '_includes', '_sass', '_data', 'assets'])

/** Is a file part of what a theme gives to a site? Its code, tests and demonstration pages are not. */
export const isThemeFile = (parts: readonly string[]): boolean => {
  const [first = ''] = parts
  if (parts.length > 1) return FOLDERS.has(first)
  return first === '_config.yml' || first.endsWith('.gemspec') || /^(?:licen[cs]e|copying|notice)/i.test(first)
}
