// Style sheets as LibSass took them, which Dart Sass refuses: tabs mixed with spaces (either counted as one column), selector lists that
// end in a comma, a sheet that imports the partial of its own name, imports named from the site's root, and what sass-mends.ts has. Such
// sheets are compiled from copies in which all that is mended, and with an importer that finds the others.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CompileResult, Exception, Importer } from 'sass-embedded'
import { isFile } from '../util/file-kind.ts'
import { isMendable, mendPlace } from './sass-mends.ts'

const REFUSED =
  /^(?:Expected spaces, was tabs|Expected tabs, was spaces|Tabs and spaces can't be mixed|[Ee]xpected (?:identifier|selector))/

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

/** Is it a complaint of Sass's own? */
export const isException = (error: unknown): error is Exception => error instanceof Error && 'sassMessage' in error

/**
 * What LibSass took and Dart Sass complains of; undefined for a mistake. `file` is where the sheet stands, if it is a file.
 */
export const strictnessOf = (error: unknown, text: string, file: string | undefined): string | undefined => {
  if (!isException(error)) return undefined
  const { sassMessage } = error
  if (file !== undefined && loadsItself(text, file)) return 'it loads a sheet of its own name'
  const isKnown = REFUSED.test(sassMessage) || NOT_FOUND.test(sassMessage) || isMendable(sassMessage)
  return isKnown ? (sassMessage.split('\n')[0] ?? '').replace(/\.$/, '') : undefined
}

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

type Syntax = 'scss' | 'indented' | 'css'

const copyOf = (text: string, syntax: Syntax): string => (syntax === 'indented' ? mendIndented(text) : text)

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

interface Sheet {
  readonly text: string
  readonly syntax: Syntax
  /** Where it stands, if it is a file. */
  readonly file: string | undefined
  /** Where to look for what it imports. */
  readonly folders: readonly string[]
}

// Finds sheets as Sass itself does, never the sheet `self`, and gives their copies, by URL.
const createImporter = ({ folders, file: self }: Sheet, copies: Map<string, string>): Importer<'sync'> => ({
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
    const contents = copies.get(url.href) ?? copyOf(readFileSync(file, 'utf8'), syntax)
    copies.set(url.href, contents)
    return { contents, syntax, sourceMapUrl: url }
  },
})

type Compile = (text: string, importer: Importer<'sync'>) => CompileResult

// A sheet with more places to mend is no sheet.
const MOST_PLACES = 100

/** Compiles copies, with one place more mended each time; undefined where Sass still refuses them. */
export const compileLeniently = (sheet: Sheet, compile: Compile): CompileResult | undefined => {
  const own = sheet.file === undefined ? '' : pathToFileURL(sheet.file).href
  const copies = new Map([[own, copyOf(sheet.text, sheet.syntax)]])
  const importer = createImporter(sheet, copies)
  for (let count = 0; count < MOST_PLACES; count++) {
    try {
      return compile(copies.get(own) ?? '', importer)
    } catch (error) {
      if (!isException(error)) throw error
      const { span, sassMessage } = error
      const place = span.url?.href ?? own
      const stop = { complaint: sassMessage, start: span.start.offset, end: span.end.offset }
      const mended = mendPlace(copies.get(place) ?? '', stop)
      if (mended === undefined) return undefined
      copies.set(place, mended)
    }
  }
  return undefined
}
