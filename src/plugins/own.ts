// Plugins of a site's own: JavaScript modules in its plugins folder, and npm packages that `plugins` names.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '../model/config.ts'
import { UserError, type Warning } from '../util/error.ts'
import { compareText } from '../util/ruby-text.ts'
import type { Plugin, PluginFactory } from './plugin.ts'

export interface OwnPlugins {
  readonly plugins: readonly Plugin[]
  readonly warnings: readonly Warning[]
}

type Exported = Plugin | PluginFactory | readonly (Plugin | PluginFactory)[]

const make = (exported: Exported, config: Config, name: string): Plugin[] => {
  if (Array.isArray(exported)) return exported.flatMap((one) => make(one as Plugin | PluginFactory, config, name))
  if (typeof exported === 'function') return [exported(config)]
  if (typeof exported === 'object' && exported !== null)
    return [{ ...(exported as Plugin), name: (exported as Plugin).name ?? name }]
  throw new UserError(`The plugin ${name} exports no plugin`, {
    place: { path: name },
    advice: 'Export an object with `name` and functions, or a function that makes one, as `default` or `plugin`.',
  })
}

const importModule = async (file: string, name: string, config: Config): Promise<Plugin[]> => {
  let module: Readonly<Record<string, unknown>>
  try {
    module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error))
    throw new UserError(`The plugin ${name} could not be loaded: ${problem.message}`, {
      place: { path: name },
      cause: error,
    })
  }
  return make((module['default'] ?? module['plugin']) as Exported, config, name)
}

const listFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(compareText) : []

const rubyWarning = (files: readonly string[]): Warning[] =>
  files.length === 0
    ? []
    : [
        {
          message: `Ruby plugins do not run here: ${files.join(', ')}`,
          advice:
            'Write them as JavaScript modules in the same folder; the handbook shows how. The build goes on without them.',
        },
      ]

/** The plugins in the site's plugins folders; none in safe mode. @throws UserError where a module cannot be loaded. */
export const loadOwnPlugins = async (config: Config): Promise<OwnPlugins> => {
  if (config.safe) return { plugins: [], warnings: [] }
  const plugins: Plugin[] = []
  const ruby: string[] = []
  for (const folder of config.pluginsDirs) {
    for (const file of listFiles(folder)) {
      const name = path.relative(config.source, path.join(folder, file))
      if (file.endsWith('.rb')) ruby.push(name)
      else if (/(?<!\.d)\.(?:js|mjs|cjs|ts|mts)$/.test(file))
        plugins.push(...(await importModule(path.join(folder, file), name, config)))
    }
  }
  return { plugins, warnings: rubyWarning(ruby) }
}

/** The plugins of an npm package that the site has installed; undefined where it has none by that name. */
export const loadPackagePlugins = async (name: string, config: Config): Promise<readonly Plugin[] | undefined> => {
  if (config.safe) return undefined
  let file: string
  try {
    file = createRequire(path.join(config.source, 'package.json')).resolve(name)
  } catch {
    return undefined // no such package
  }
  return importModule(file, name, config)
}
