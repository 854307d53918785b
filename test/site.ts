// Building small sites in tests: files in a folder of their own, and the outputs by path.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BuildResult, build } from '../src/build.ts'
import { isCopy, type Output } from '../src/model/output.ts'

export type Files = Readonly<Record<string, string>>

/** A new folder that holds `files`. */
export const writeSite = (files: Files): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-test-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

export interface BuiltSite {
  readonly result: BuildResult
  readonly folder: string
  /** The text of an output; undefined where there is none. */
  text(path: string): string | undefined
}

/** The text of an output's body, which comes as bytes where another thread wrote it. */
export const bodyText = (body: Output['body'] | undefined): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body)

/** Builds a site of `files` without writing it. */
export const buildFiles = async (files: Files, options: Parameters<typeof build>[0] = {}): Promise<BuiltSite> => {
  const folder = writeSite(files)
  const result = await build({ source: folder, destination: path.join(folder, '_site'), dryRun: true, ...options })
  const outputs = new Map(result.outputs.map((output) => [output.path, output.body]))
  return {
    result,
    folder,
    text: (name) => {
      const body = outputs.get(name)
      return body === undefined || isCopy(body) ? undefined : bodyText(body)
    },
  }
}
