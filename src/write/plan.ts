// Decides what a build changes in the destination: pure, so that it can be tested without a disk.
// Counterpart: Jekyll::Cleaner and the write step of Jekyll::Site.
import type { Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'

/** What is in the destination now: files and folders by path relative to it. */
export interface Existing {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

export interface WritePlan {
  /** In order; where two outputs share a path, the last. */
  readonly outputs: readonly Output[]
  /** Files to remove, then folders, deepest first. */
  readonly removeFiles: readonly string[]
  readonly removeFolders: readonly string[]
}

/** The folders above a path, outermost first. */
export const parentFolders = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

// quirk(jekyll): keep_files entries are prefixes of paths, so `.git` keeps `.github` as well.
const isKept = (path: string, keepFiles: readonly string[]): boolean => keepFiles.some((keep) => path.startsWith(keep))

const refuseClash = (paths: Iterable<string>, folders: ReadonlySet<string>): void => {
  for (const path of paths) {
    if (!folders.has(path)) continue
    throw new UserError(`${path} would be a file of the site and a folder of it at once`, {
      advice: 'Give one of the two pages another name or permalink.',
    })
  }
}

/** @throws UserError where an output's path is the folder of another. */
export const planWrite = (outputs: readonly Output[], existing: Existing, keepFiles: readonly string[]): WritePlan => {
  const byPath = new Map<string, Output>()
  for (const output of outputs) {
    byPath.delete(output.path)
    byPath.set(output.path, output)
  }
  const folders = new Set([...byPath.keys()].flatMap(parentFolders))
  refuseClash(byPath.keys(), folders)
  const keptFolders = new Set(keepFiles.flatMap((keep) => parentFolders(keep.replace(/\/+$/, ''))))
  const obsolete = new Set(
    [...existing.folders].filter((path) => !isKept(path, keepFiles) && !keptFolders.has(path) && !folders.has(path)),
  )
  // quirk(jekyll): `keep/` keeps what is in the folder but not the folder itself, and that goes with all it holds.
  const goes = (path: string): boolean => parentFolders(path).some((folder) => obsolete.has(folder))
  const removeFiles = [...existing.files].filter(
    (path) => goes(path) || (!isKept(path, keepFiles) && (!byPath.has(path) || folders.has(path))),
  )
  const removeFolders = [...existing.folders]
    .filter((path) => obsolete.has(path) || goes(path))
    .sort((a, b) => b.length - a.length)
  return { outputs: [...byPath.values()], removeFiles, removeFolders }
}

/** The plan with only those removals that `choose` leaves; a folder with a file that stays is not removed either. */
export const keepObsolete = (plan: WritePlan, choose: (paths: readonly string[]) => readonly string[]): WritePlan => {
  const obsolete = [...plan.removeFiles, ...plan.removeFolders]
  const chosen = new Set(choose(obsolete))
  const kept = new Set(obsolete.filter((path) => !chosen.has(path)).flatMap((path) => [path, ...parentFolders(path)]))
  const goes = (path: string): boolean => !kept.has(path)
  return { ...plan, removeFiles: plan.removeFiles.filter(goes), removeFolders: plan.removeFolders.filter(goes) }
}
