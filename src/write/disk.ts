// Carries a plan out on the disk: only what changed is written, each file by a temporary one and a rename, nothing outside the
// destination.
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { copyFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Copy, isCopy, type Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'
import { type Existing, keepObsolete, planWrite } from './plan.ts'

export interface Written {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Paths relative to the destination whose bytes changed, new files among them. */
  readonly changed: readonly string[]
}

/** Files and folders below the destination; links count as files and are not followed. */
export const scanDestination = (destination: string): Existing => {
  const files = new Set<string>()
  const folders = new Set<string>()
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(destination, relative), { withFileTypes: true })) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) {
        folders.add(name)
        walk(name)
      } else files.add(name)
    }
  }
  if (existsSync(destination)) walk('')
  return { files, folders }
}

const isSameText = (target: string, bytes: Buffer): boolean => {
  const { size } = statSync(target)
  return size === bytes.length && readFileSync(target).equals(bytes)
}

const isSameCopy = (target: string, copy: Copy): boolean => {
  const [from, to] = [statSync(copy.copy), lstatSync(target)]
  return to.isFile() && from.size === to.size && Math.abs(from.mtimeMs - to.mtimeMs) < 1000
}

const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)

const isUnchanged = (target: string, body: Output['body'], bytes: Buffer | undefined): boolean => {
  try {
    return isCopy(body) ? isSameCopy(target, body) : isSameText(target, bytes ?? Buffer.alloc(0))
  } catch {
    return false // nothing there yet, or a folder in the way
  }
}

let counter = 0

const writeOne = async (target: string, body: Output['body'], bytes: Buffer | undefined): Promise<void> => {
  const temporary = path.join(path.dirname(target), `.octavo-${process.pid}-${counter++}.tmp`)
  try {
    if (isCopy(body)) {
      await copyFile(body.copy, temporary)
      const time = body.modified / 1000
      await utimes(temporary, time, time)
    } else await writeFile(temporary, bytes ?? '')
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

interface Job {
  readonly target: string
  readonly body: Output['body']
  readonly bytes: Buffer | undefined
}

/** As many files at once as Node has threads for. */
const AT_ONCE = 4

/** Writes the files; after a failure none is begun, and those at work come to their end first. */
const writeAll = async (jobs: readonly Job[]): Promise<void> => {
  let next = 0
  let failure: { readonly error: unknown } | undefined
  const work = async (): Promise<void> => {
    for (let job = jobs[next++]; job && !failure; job = jobs[next++]) {
      try {
        await writeOne(job.target, job.body, job.bytes)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failure) throw failure.error
}

const resolveInside = (destination: string, relative: string): string => {
  const target = path.resolve(destination, relative)
  if (target.startsWith(destination + path.sep) && !relative.includes('\0')) return target
  throw new UserError(`Refusing to write outside the destination: ${relative}`, {
    advice: 'Check the permalink that leads there.',
  })
}

const remove = (destination: string, files: readonly string[], folders: readonly string[]): void => {
  for (const file of files) rmSync(path.join(destination, file), { force: true })
  for (const folder of folders) rmSync(path.join(destination, folder), { recursive: true, force: true })
}

/**
 * Makes the destination hold `outputs` and what `keepFiles` protects, and nothing else; of what is left over from before,
 * `chooseObsolete` says what is to go.
 * @throws UserError where an output lies outside the destination.
 */
export const writeOutputs = async (
  destination: string,
  outputs: readonly Output[],
  keepFiles: readonly string[],
  chooseObsolete: (paths: readonly string[]) => readonly string[] = (paths) => paths,
): Promise<Written> => {
  const existing = scanDestination(destination)
  const plan = keepObsolete(planWrite(outputs, existing, keepFiles), chooseObsolete)
  const targets = plan.outputs.map((output) => resolveInside(destination, output.path))
  remove(destination, plan.removeFiles, plan.removeFolders)
  const gone = new Set(plan.removeFiles)
  const made = new Set<string>()
  const changed: string[] = []
  const jobs: Job[] = []
  plan.outputs.forEach((output, i) => {
    const target = targets[i] ?? ''
    const bytes = isCopy(output.body) ? undefined : bytesOf(output.body)
    if (existing.files.has(output.path) && !gone.has(output.path) && isUnchanged(target, output.body, bytes)) return
    const folder = path.dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    jobs.push({ target, body: output.body, bytes })
    changed.push(output.path)
  })
  await writeAll(jobs)
  return {
    written: changed.length,
    unchanged: plan.outputs.length - changed.length,
    removed: plan.removeFiles.length,
    changed,
  }
}
