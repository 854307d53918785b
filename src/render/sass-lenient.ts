// Style sheets as LibSass took them, which Dart Sass refuses: tabs mixed with spaces (either counted as one column), selector lists that
// end in a comma, a media query's word right before a parenthesis, a sheet that imports the partial of its own name, and imports named
// from the site's root. Such sheets are compiled from copies in which the first three are mended, and with an importer that finds the
// others.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Exception, Importer } from 'sass-embedded'
import { isFile } from '../util/file-kind.ts'

const REFUSED =
  /^(?:Expected spaces, was tabs|Expected tabs, was spaces|Tabs and spaces can't be mixed|[Ee]xpected (?:identifier|selector|whitespace))/

const NOT_FOUND = /^Can't find stylesheet to import/
const LOADS = /@(?:import|use|forward)\s+([^;\n]+)/g

/** Does the sheet load one of its own name? Dart Sass takes that for the sheet itself, front matter and all; LibSass looked further. */
const loadsItself = (text: string, file: string): boolean => {
  const own = path.parse(file).name
  return [...text.matchAll(LOADS)].some(([, named = '']) =>
    named.split(',').some(
      (one) =>
        one
          .trim()
          .replace(/^["']|["']$/g, '')
          .replace(/\.s[ac]ss$/, '') === own,
    ),
  )
}

/** Is it a complaint about what LibSass took? `file` is where the sheet stands, if it is a file. */
export const isStrictness = (error: unknown, text: string, file: string | undefined): error is Exception =>
  error instanceof Error &&
  'sassMessage' in error &&
  (REFUSED.test(String(error.sassMessage)) ||
    NOT_FOUND.test(String(error.sassMessage)) ||
    (file !== undefined && loadsItself(text, file)))

/** `@media screen and(...)` with the blank that Dart Sass wants. */
const mendQueries = (text: string): string =>
  text.replace(/@media\b[^{;\n]*/g, (query) => query.replace(/\b(and|or|not)\(/gi, '$1 ('))

const indentOf = (line: string): number => line.length - line.trimStart().length

const isOpen = (line: string): boolean => line.split('(').length > line.split(')').length

// An indented sheet with one space for each leading tab, and without the comma before a selector's block.
const mendIndented = (text: string): string => {
  const lines = text.replace(/^[ \t]+/gm, (indentation) => indentation.replaceAll('\t', ' ')).split('\n')
  // The indentation of the next line that has anything on it, from the end upwards.
  let below = 0
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    const indent = indentOf(line)
    if (below > indent && /,\s*$/.test(line) && !isOpen(line)) lines[i] = line.replace(/,\s*$/, '')
    below = indent
  }
  return lines.join('\n')
}

/** The text of a sheet with what Dart Sass refuses mended. */
export const mendSheet = (text: string, syntax: 'scss' | 'indented' | 'css'): string =>
  syntax === 'css' ? text : mendQueries(syntax === 'indented' ? mendIndented(text) : text)

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

/** Finds sheets as Sass itself does, in these folders, never the sheet `self`, and gives the indented ones mended. */
export const createMendingImporter = (folders: readonly string[], self?: string): Importer<'sync'> => ({
  canonicalize: (url) => {
    const files = url.startsWith('file:')
      ? [fileURLToPath(url)]
      : folders.map((folder) => path.join(folder, decodeURIComponent(url)))
    const found = files.map(sheetAt).find((file) => file !== undefined && file !== self)
    return found === undefined ? null : pathToFileURL(found)
  },
  load: (url) => {
    const file = fileURLToPath(url)
    const syntax = SYNTAX[path.extname(file) as keyof typeof SYNTAX] ?? 'scss'
    const text = readFileSync(file, 'utf8')
    return { contents: mendSheet(text, syntax), syntax, sourceMapUrl: url }
  },
})
