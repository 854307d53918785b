// Fetched themes on disk, below the cache folder of the site: each in a folder of its own, with a note of what was fetched.
//
// A theme is there as a whole or not at all: it is written beside its place and moved there when it is complete. The note holds a digest
// over all its files, so that a folder that was changed later is not taken for the theme that was fetched.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CACHE_NAME, openCacheFolder } from '../../cache/index.ts'

/** What was fetched: written as JSON beside the theme. */
export interface Note {
  readonly url: string
  /** Of the file that was fetched. */
  readonly sha256: string
  /** ISO 8601. */
  readonly fetched: string
  /** The theme's version, or the Git ref that a moving one stood for. */
  readonly version: string
  /** Over the theme's files. */
  readonly files: string
}

export interface StoredTheme {
  readonly root: string
  readonly note: Note
}

const THEMES = 'themes'
const NOTE = 'fetched.json'
const FILES = 'theme'

/** Where the theme of this key is, or would be. */
export const storeFolder = (source: string, key: string): string => path.join(source, CACHE_NAME, THEMES, key)

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

// Links and the like count as changes: an unpacked theme has none.
const digestOf = (folder: string): string => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: path.join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const hash = createHash('sha256')
  for (const file of files) {
    const name = path.relative(folder, file.path).split(path.sep).join('/')
    hash.update(`${name}\0${file.isFile ? sha256(readFileSync(file.path)) : 'not a file'}\n`)
  }
  return hash.digest('hex')
}

const readNote = (file: string): Note | undefined => {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Partial<Note> | null
    const keys = ['url', 'sha256', 'fetched', 'version', 'files'] as const
    return note !== null && keys.every((key) => typeof note[key] === 'string') ? (note as Note) : undefined
  } catch {
    return undefined // not there, or not JSON
  }
}

/** The theme of this key, as it was fetched; undefined where there is none, or what is there has been changed. */
export const storedTheme = (source: string, key: string): StoredTheme | undefined => {
  const folder = storeFolder(source, key)
  const root = path.join(folder, FILES)
  const note = readNote(path.join(folder, NOTE))
  return note && existsSync(root) && digestOf(root) === note.files ? { root, note } : undefined
}

/** Names in a folder of the store. */
export const storedNames = (source: string, folder: string): string[] => {
  const place = storeFolder(source, folder)
  return existsSync(place) ? readdirSync(place) : []
}

// Another build may have fetched the same theme meanwhile; then its copy may stay.
const moveInto = (work: string, place: string): void => {
  rmSync(place, { recursive: true, force: true })
  try {
    renameSync(work, place)
  } catch (error) {
    if (!existsSync(path.join(place, NOTE))) throw error
  }
}

/** Puts a theme into the store: `fill` writes its files into the folder that it is given. Where that fails, nothing is left. */
export const storeTheme = async (
  source: string,
  key: string,
  note: Omit<Note, 'files' | 'fetched'>,
  fill: (folder: string) => Promise<void>,
): Promise<StoredTheme> => {
  const place = storeFolder(source, key)
  const work = path.join(openCacheFolder(source, THEMES), `.${randomUUID()}`)
  try {
    const files = path.join(work, FILES)
    mkdirSync(files, { recursive: true })
    await fill(files)
    const full: Note = { ...note, fetched: new Date().toISOString(), files: digestOf(files) }
    writeFileSync(path.join(work, NOTE), `${JSON.stringify(full, undefined, 2)}\n`)
    mkdirSync(path.dirname(place), { recursive: true })
    moveInto(work, place)
    return { root: path.join(place, FILES), note: full }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Writes one file of a theme; its folders are made. There must be none by that name yet. */
export const writeThemeFile = (folder: string, file: string, body: Uint8Array): void => {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, body, { flag: 'wx' })
}
