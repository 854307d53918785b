// Hooks into Node's module loader, which runs them on a thread of their own: TypeScript becomes JavaScript line by line, so that errors
// name the right one, and the name `octavo` leads to the running Octavo wherever it is installed.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'sucrase'

interface Resolved {
  readonly url: string
  readonly format?: string | null | undefined
  readonly shortCircuit?: boolean | undefined
}

interface Loaded {
  readonly format: string
  readonly source?: unknown
  readonly shortCircuit?: boolean | undefined
}

interface ResolveContext {
  readonly parentURL?: string | undefined
}

type Next<Context, Result> = (name: string, context: Context) => Promise<Result>

let own = ''

export const initialize = (data: { readonly octavo: string }): void => {
  own = data.octavo
}

/** What a relative import in TypeScript may stand for: './words' or './words.js' where words.ts is. */
const sourceOf = (specifier: string, parent: string): string | undefined => {
  if (!/^\.\.?\//.test(specifier) || !/^file:.*\.m?ts$/.test(parent)) return undefined
  const stem = specifier.replace(/\.m?js$/, '')
  const candidates = [specifier, `${stem}.ts`, `${stem}.mts`].map((name) => new URL(name, parent))
  return candidates.find((url) => /\.\w+$/.test(url.pathname) && existsSync(fileURLToPath(url)))?.href
}

export const resolve = async (
  specifier: string,
  context: ResolveContext,
  next: Next<ResolveContext, Resolved>,
): Promise<Resolved> => {
  if (specifier === 'octavo') return { url: own, shortCircuit: true }
  return next(sourceOf(specifier, context.parentURL ?? '') ?? specifier, context)
}

export const load = async <Context>(url: string, context: Context, next: Next<Context, Loaded>): Promise<Loaded> => {
  if (!/^file:.*\.m?ts$/.test(url)) return next(url, context)
  const file = fileURLToPath(url)
  const { code } = transform(readFileSync(file, 'utf8'), {
    transforms: ['typescript'],
    disableESTransforms: true,
    filePath: file,
  })
  return { format: 'module', source: code, shortCircuit: true }
}
