// Finds the plugins that a configuration names, and says plainly which ones there are not.
import type { Config } from '../model/config.ts'
import type { Warning } from '../util/error.ts'
import { isArray } from '../util/value.ts'
import { builtIns } from './built-in.ts'
import { loadOwnPlugins, loadPackagePlugins } from './own.ts'
import type { Plugin } from './plugin.ts'

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[]
  readonly warnings: readonly Warning[]
}

// What GitHub Pages switches on for every site.
const GITHUB_PAGES = [
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
]

const unknownPlugin = (name: string): Warning => ({
  message: `Octavo has no counterpart for the plugin '${name}'; the build goes on without it`,
  place: { path: '_config.yml' },
  advice: 'Take it out of `plugins`, or write its tags and filters as a JavaScript plugin in _plugins.',
})

const expand = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (name === 'github-pages' ? [...GITHUB_PAGES, name] : [name]))),
]

// In safe mode only what `whitelist` names is loaded.
const allowed = (config: Config): readonly string[] => {
  if (!config.safe) return config.plugins
  const whitelist = config.data.get('whitelist')
  const names = new Set(isArray(whitelist) ? whitelist.map(String) : [])
  return config.plugins.filter((name) => names.has(name))
}

const loadNamed = async (name: string, config: Config): Promise<readonly Plugin[] | undefined> => {
  if (name === 'github-pages') return []
  const load = builtIns.get(name)
  return load ? [(await load())(config)] : loadPackagePlugins(name, config)
}

/** The plugins of a site, in the order in which they run. */
export const loadPlugins = async (config: Config): Promise<LoadedPlugins> => {
  const warnings: Warning[] = []
  const plugins: Plugin[] = []
  for (const name of expand(allowed(config))) {
    const found = await loadNamed(name, config)
    if (found) plugins.push(...found)
    else warnings.push(unknownPlugin(name))
  }
  const own = await loadOwnPlugins(config)
  const all = [...plugins, ...own.plugins]
  return {
    plugins: all.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0)),
    warnings: [...warnings, ...own.warnings],
  }
}
