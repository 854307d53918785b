// Indented style sheets that mix tabs and spaces. LibSass counted either as one column; Dart Sass refuses the mixture, so such sheets
// are compiled from copies in which every leading tab is one space.
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Importer } from 'sass-embedded'

const MIXED = /^(?:Expected spaces, was tabs|Expected tabs, was spaces|Tabs and spaces can't be mixed)/

/** Is it Sass's complaint about tabs beside spaces? */
export const isMixedIndentation = (error: unknown): boolean =>
  error instanceof Error && 'sassMessage' in error && MIXED.test(String(error.sassMessage))

export const spacesForTabs = (text: string): string =>
  text.replace(/^[ \t]+/gm, (indentation) => indentation.replaceAll('\t', ' '))

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()

/** The file that `@import` or `@use` of `file` (a path with or without extension) means. */
const sheetAt = (file: string): string | undefined => {
  const { dir, base } = path.parse(file)
  const names = /\.(?:s[ac]ss|css)$/.test(base) ? [base] : [`${base}.sass`, `${base}.scss`, `${base}.css`]
  const inFolder = names.length > 1 ? ['_index.sass', '_index.scss', 'index.sass', 'index.scss'] : []
  return [
    ...names.flatMap((name) => [path.join(dir, `_${name}`), path.join(dir, name)]),
    ...inFolder.map((name) => path.join(file, name)),
  ].find(isFile)
}

const SYNTAX = { '.sass': 'indented', '.scss': 'scss', '.css': 'css' } as const

/** Finds sheets as Sass itself does, in these folders, and gives the indented ones without tabs. */
export const createTabImporter = (folders: readonly string[]): Importer<'sync'> => ({
  canonicalize: (url) => {
    const files = url.startsWith('file:')
      ? [fileURLToPath(url)]
      : folders.map((folder) => path.join(folder, decodeURIComponent(url)))
    const found = files.map(sheetAt).find((file) => file !== undefined)
    return found === undefined ? null : pathToFileURL(found)
  },
  load: (url) => {
    const file = fileURLToPath(url)
    const syntax = SYNTAX[path.extname(file) as keyof typeof SYNTAX] ?? 'scss'
    const text = readFileSync(file, 'utf8')
    return { contents: syntax === 'indented' ? spacesForTabs(text) : text, syntax, sourceMapUrl: url }
  },
})
