// Plugins of a site's own: JavaScript modules in its plugins folder, and npm packages that `plugins` names.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Config } from '../model/config.ts'
import { UserError, type Warning } from '../util/error.ts'
import { compareText } from '../util/ruby-text.ts'
import { suggest } from '../util/suggest.ts'
import { guardPlugin, type Origin } from './guard.ts'
import { importModule } from './import-module.ts'
import type { Plugin, PluginFactory } from './plugin.ts'

export interface OwnPlugins {
  readonly plugins: readonly Plugin[]
  readonly warnings: readonly Warning[]
}

type Exported = Plugin | PluginFactory | readonly (Plugin | PluginFactory)[]

const PARTS: readonly string[] = [
  'name',
  'priority',
  'configure',
  'generate',
  'tags',
  'filters',
  'converters',
  'beforeRender',
  'afterConvert',
  'afterRender',
  'finish',
  'complete',
  'hooks',
]

const checkParts = (plugin: Plugin, origin: Origin): void => {
  const part = Object.keys(plugin).find((key) => !PARTS.includes(key))
  const near = part === undefined ? undefined : suggest(part, PARTS)
  if (near !== undefined)
    throw new UserError(`The plugin ${origin.name} has no part '${part}'`, {
      place: { path: origin.name },
      advice: near,
    })
}

const make = (exported: Exported, config: Config, origin: Origin): Plugin[] => {
  if (Array.isArray(exported)) return exported.flatMap((one) => make(one as Plugin | PluginFactory, config, origin))
  if (typeof exported === 'function') return make(exported(config), config, origin)
  if (typeof exported === 'object' && exported !== null) {
    const plugin = exported as Plugin
    checkParts(plugin, origin)
    return [guardPlugin({ ...plugin, name: plugin.name ?? origin.name }, origin)]
  }
  throw new UserError(`The plugin ${origin.name} exports no plugin`, {
    place: { path: origin.name },
    advice: 'Export an object with `name` and functions, or a function that makes one, as `default` or `plugin`.',
  })
}

const loadModule = async (file: string, name: string, config: Config): Promise<Plugin[]> => {
  const module = await importModule(file, name, config.source)
  const names = Object.keys(module)
  const whole = module['default'] ?? module['plugin']
  const parts = names.some((part) => PARTS.includes(part) && part !== 'name') ? { ...module } : undefined
  // What exports none of this but something else is there for other modules to import.
  if (whole === undefined && parts === undefined && names.length > 0) return []
  return make((whole ?? parts) as Exported, config, { name, folder: path.dirname(file), source: config.source })
}

const listFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(compareText) : []

/** How a remark on Ruby plugins begins, be it the build's or the doctor's. */
export const RUBY_REMARK = 'Ruby plugins do not run here'

const rubyWarning = (files: readonly string[]): Warning[] =>
  files.length === 0
    ? []
    : [
        {
          message: `${RUBY_REMARK}: ${files.join(', ')}`,
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
        plugins.push(...(await loadModule(path.join(folder, file), name, config)))
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
  return loadModule(file, name, config)
}
