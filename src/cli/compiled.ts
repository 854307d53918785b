// Starts the program from one file, with what V8 compiled of it in an earlier run: compiling takes as long as building a small site.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

export interface Compiled<Exports> {
  readonly exports: Exports
  /** Keeps what is compiled by now beside the file, where that is new. */
  save(): void
}

type Wrapped = (...given: readonly unknown[]) => void

const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

const keep = (file: string, data: Buffer): void => {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, data)
    renameSync(temporary, file)
  } catch {
    // Where the program is installed nobody may write: then it is compiled each time.
    rmSync(temporary, { force: true })
  }
}

declare const OCTAVO_PROGRAM: string

/** The program that was built into that folder with what asks for it; undefined where that runs from its source. */
export const loadProgram = (folder: string): Compiled<typeof import('./whole.ts')> | undefined =>
  typeof OCTAVO_PROGRAM === 'string' ? loadCompiled(path.join(folder, OCTAVO_PROGRAM)) : undefined

const importFromHere = (specifier: string): Promise<unknown> => import(specifier)

/**
 * The exports of a CommonJS file whose name changes with its content, and which gets `importFromOutside` besides what is usual; undefined
 * where it is not there.
 */
export const loadCompiled = <Exports>(file: string): Compiled<Exports> | undefined => {
  if (!existsSync(file)) return undefined
  const kept = `${file}.${process.version}-${process.arch}.cache`
  const cachedData = readIfThere(kept)
  const source = `(function(exports,require,module,__filename,__dirname,importFromOutside){${readFileSync(file, 'utf8')}\n})`
  const script = new Script(source, { filename: file, cachedData })
  const isNew = cachedData === undefined || script.cachedDataRejected === true
  const module = { exports: {} }
  const run = script.runInThisContext() as Wrapped
  run(module.exports, createRequire(file), module, file, path.dirname(file), importFromHere)
  return {
    exports: module.exports as Exports,
    save: () => {
      if (isNew) keep(kept, script.createCachedData())
    },
  }
}
