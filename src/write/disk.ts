// Carries a plan out on the disk: only what changed is written, each file by a temporary one and a rename, nothing outside the
// destination.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'
import { pathInside } from './inside.ts'
import { type Existing, keepObsolete, planWrite } from './plan.ts'
import { holds, putFile } from './put.ts'
import type { Stage } from './stage.ts'

export interface Written {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Paths relative to the destination whose bytes changed, new files among them. */
  readonly changed: readonly string[]
}

export interface WriteOptions {
  /** Paths that begin so are left alone. */
  readonly keepFiles?: readonly string[] | undefined
  /** Of what is left over from before: what is to go. */
  readonly chooseObsolete?: ((paths: readonly string[]) => readonly string[]) | undefined
  /** Some of the outputs may be there already. */
  readonly stage?: Stage | undefined
}

/** Files and folders below the destination, but for `except` in it; links count as files and are not followed. */
export const scanDestination = (destination: string, except?: string): Existing => {
  const files = new Set<string>()
  const folders = new Set<string>()
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(destination, relative), { withFileTypes: true })) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (name === except) continue
      if (entry.isDirectory()) {
        folders.add(name)
        walk(name)
      } else files.add(name)
    }
  }
  if (existsSync(destination)) walk('')
  return { files, folders }
}

let counter = 0

const putAside = (target: string, body: Output['body']): string => {
  const temporary = path.join(path.dirname(target), `.octavo-${process.pid}-${counter++}.tmp`)
  putFile(temporary, body)
  return temporary
}

const move = (file: string, target: string): void => {
  try {
    renameSync(file, target)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

const resolveInside = (destination: string, relative: string): string => {
  const target = pathInside(destination, relative)
  if (target !== undefined) return target
  throw new UserError(`Refusing to write outside the destination: ${relative}`, {
    advice: 'Check the permalink that leads there.',
  })
}

const remove = (destination: string, files: readonly string[], folders: readonly string[]): void => {
  for (const file of files) rmSync(path.join(destination, file), { force: true })
  for (const folder of folders) rmSync(path.join(destination, folder), { recursive: true, force: true })
}

/**
 * Makes the destination hold `outputs` and what `keepFiles` protects, and nothing else.
 * @throws UserError where an output lies outside the destination.
 */
export const writeOutputs = async (
  destination: string,
  outputs: readonly Output[],
  { keepFiles = [], chooseObsolete = (paths) => paths, stage }: WriteOptions = {},
): Promise<Written> => {
  const existing = scanDestination(destination, stage?.name)
  const plan = keepObsolete(planWrite(outputs, existing, keepFiles), chooseObsolete)
  const targets = plan.outputs.map((output) => resolveInside(destination, output.path))
  const stagedAs = await stage?.finish()
  remove(destination, plan.removeFiles, plan.removeFolders)
  const gone = new Set(plan.removeFiles)
  const made = new Set<string>()
  const changed: string[] = []
  plan.outputs.forEach((output, i) => {
    const target = targets[i] ?? ''
    const staged = stagedAs?.(output)
    const isThere = existing.files.has(output.path) && !gone.has(output.path)
    if (isThere && (staged === 'held' || (staged === undefined && holds(target, output.body)))) return
    const folder = path.dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    move(typeof staged === 'object' ? staged.file : putAside(target, output.body), target)
    changed.push(output.path)
  })
  return {
    written: changed.length,
    unchanged: plan.outputs.length - changed.length,
    removed: plan.removeFiles.length,
    changed,
  }
}
