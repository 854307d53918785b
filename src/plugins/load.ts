// Finds the plugins that a configuration names, and says plainly which ones there are not.
import type { Config } from '../model/config.ts'
import type { Warning } from '../util/error.ts'
import { builtIns } from './built-in.ts'
import type { Plugin } from './plugin.ts'

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[]
  readonly warnings: readonly Warning[]
}

const unknownPlugin = (name: string): Warning => ({
  message: `Octavo has no counterpart for the plugin '${name}'; the build goes on without it`,
  place: { path: '_config.yml' },
  advice: 'Take it out of `plugins`, or write its tags and filters as a JavaScript plugin in _plugins.',
})

/** The plugins of a site, in the order in which they run. */
export const loadPlugins = async (config: Config): Promise<LoadedPlugins> => {
  const warnings: Warning[] = []
  const plugins: Plugin[] = []
  for (const name of config.plugins) {
    const load = builtIns.get(name)
    if (load) plugins.push((await load())(config))
    else warnings.push(unknownPlugin(name))
  }
  return { plugins: plugins.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0)), warnings }
}
