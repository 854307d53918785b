// Loads a plugin's module, TypeScript among them, and says where in it a mistake is.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Place, UserError } from '../util/error.ts'
import { lazy } from '../util/lazy.ts'
import { loadModule } from '../util/load-module.ts'
import { packageRoot } from '../util/package-root.ts'

export type Module = Readonly<Record<string, unknown>>

const registerHooks = lazy(() => {
  const dist = pathToFileURL(path.join(packageRoot(), 'dist/'))
  register(new URL('module-hooks.js', dist), { data: { octavo: new URL('index.js', dist).href } })
})

const isTypeScript = (file: string): boolean => /\.m?ts$/.test(file)

const needsHooks = (file: string): boolean =>
  isTypeScript(file) || /\bfrom\s*['"]octavo['"]/.test(readFileSync(file, 'utf8'))

const below = (folder: string, file: string): boolean => file.startsWith(folder + path.sep)

/** The place below `folder` that an error comes from, by its stack or its message; relative to `source`. */
export const placeOfError = (error: Error, folder: string, source: string): Place | undefined => {
  const text = `${error.message}\n${error.stack ?? ''}`
  for (const [, url = '', name = '', line, column] of text.matchAll(
    /(?:(file:\/\/[^\s:?]+)(?:\?[^\s:]*)?|(?:transforming|at|\() ?(\/[^\s:()]+)):(?: .*\()?(\d+)(?::(\d+))?/g,
  )) {
    const file = url === '' ? name : fileURLToPath(url)
    if (below(folder, file))
      return { path: path.relative(source, file), line: Number(line), column: column ? Number(column) : undefined }
  }
  return undefined
}

// Node keeps the place of a slip in JavaScript to itself, but for its own check of a file.
const placeOfSlip = (file: string, source: string): Place | undefined => {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: 10_000 })
  const [, name, line] = /^(?:file:\/\/)?(\/.*|[A-Za-z]:.*):(\d+)$/m.exec(stderr) ?? []
  return name === undefined ? undefined : { path: path.relative(source, decodeURI(name)), line: Number(line) }
}

/** @throws UserError where it cannot be loaded, with the place in it. */
export const importModule = async (file: string, name: string, source: string): Promise<Module> => {
  try {
    if (needsHooks(file)) registerHooks()
    return await loadModule<Module>(pathToFileURL(file).href)
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error))
    const message = problem.message.replace(/^Error transforming \S+: /, '').replace(/ \(\d+:\d+\)$/, '')
    throw new UserError(`The plugin ${name} could not be loaded: ${message}`, {
      place: placeOfError(problem, path.dirname(file), source) ??
        (problem instanceof SyntaxError && !isTypeScript(file) ? placeOfSlip(file, source) : undefined) ?? {
          path: name,
        },
      cause: error,
    })
  }
}
