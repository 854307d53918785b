// Finds the plugins that a configuration names, and says plainly which ones there are not.
import type { Config } from '../model/config.ts'
import { UserError, type Warning } from '../util/error.ts'
import { suggest } from '../util/suggest.ts'
import { isArray } from '../util/value.ts'
import { builtIns } from './built-in.ts'
import { loadFeatures } from './features.ts'
import { describeMissing, knownPlugins } from './known.ts'
import { loadOwnPlugins, loadPackagePlugins } from './own.ts'
import type { Plugin } from './plugin.ts'
import { loadThemePlugins } from './themes/dependencies.ts'

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

const missingPlugin = (name: string): Warning => {
  const missing = describeMissing(name)
  return {
    message: `Octavo has no counterpart for the plugin '${name}'; the build goes on without it${missing === '' ? '' : ` and without ${missing}`}`,
    place: { path: '_config.yml' },
    advice: 'Take it out of `plugins`, or write what you need of it as a JavaScript plugin in _plugins.',
  }
}

// As in Jekyll, a plugin that is nowhere to be found stops the build: most often its name is misspelt.
const unknownPlugin = (name: string): UserError => {
  const near = suggest(name, [...builtIns.keys(), ...knownPlugins.keys()])
  return new UserError(
    `There is no plugin '${name}': it is not one of Octavo's, not an installed npm package, and no public Jekyll plugin that Octavo knows of`,
    {
      place: { path: '_config.yml' },
      advice: near === undefined ? 'Take it out of `plugins`, or install the npm package of that name.' : near,
    },
  )
}

const expand = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (name === 'github-pages' ? [...GITHUB_PAGES, name] : [name]))),
]

// In safe mode only what `whitelist` names is loaded.
const allowedIn = (config: Config): ((name: string) => boolean) => {
  if (!config.safe) return () => true
  const whitelist = config.data.get('whitelist')
  const names = new Set(isArray(whitelist) ? whitelist.map(String) : [])
  return (name) => names.has(name)
}

const loadNamed = async (name: string, config: Config): Promise<readonly Plugin[] | undefined> => {
  if (name === 'github-pages') return []
  const load = builtIns.get(name)
  return load ? [(await load())(config)] : loadPackagePlugins(name, config)
}

/** The plugins of a site, in the order in which they run. @throws UserError for a name that nobody knows. */
export const loadPlugins = async (config: Config): Promise<LoadedPlugins> => {
  const isAllowed = allowedIn(config)
  const names = expand(config.plugins.filter(isAllowed))
  const { plugins, warnings } = await loadThemePlugins(config, names, isAllowed)
  for (const name of names) {
    const found = await loadNamed(name, config)
    if (found) plugins.push(...found)
    else if (knownPlugins.has(name)) warnings.push(missingPlugin(name))
    else throw unknownPlugin(name)
  }
  const own = await loadOwnPlugins(config)
  const features = await loadFeatures(config)
  const all = [...plugins, ...own.plugins, ...features.plugins]
  return {
    plugins: all.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0)),
    warnings: [...warnings, ...own.warnings, ...features.warnings],
  }
}
