// Finds the plugins that a configuration names, and says plainly which ones there are not.
import type { Config } from '../model/config.ts'
import { UserError, type Warning } from '../util/error.ts'
import { suggest } from '../util/suggest.ts'
import { isArray } from '../util/value.ts'
import { builtIns } from './built-in.ts'
import { loadFeatures } from './features.ts'
import { collectHooks, type HookRunner } from './hooks.ts'
import { describeMissing, isThemeGem, knownPlugins } from './known.ts'
import { loadOwnPlugins, loadPackagePlugins } from './own.ts'
import type { Plugin } from './plugin.ts'
import { loadThemePlugins, looksLikePlugin } from './themes/dependencies.ts'

export interface LoadedPlugins {
  /** As the plugins leave it. */
  readonly config: Config
  readonly plugins: readonly Plugin[]
  readonly hooks: HookRunner
  readonly warnings: readonly Warning[]
}

// What GitHub Pages switches on for every site.
const GITHUB_PAGES = [
  'jekyll-coffeescript',
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

// Those of GitHub Pages come after what the site names itself.
const expand = (config: Config, names: readonly string[]): string[] => {
  if (!names.includes('github-pages')) return [...new Set(names)]
  const remote = config.data.has('remote_theme') ? ['jekyll-remote-theme'] : []
  return [...new Set([...names.filter((name) => name !== 'github-pages'), ...GITHUB_PAGES, ...remote])]
}

// In safe mode only what `whitelist` names is loaded.
const allowedIn = (config: Config): ((name: string) => boolean) => {
  if (!config.safe) return () => true
  const whitelist = config.data.get('whitelist')
  const names = new Set(isArray(whitelist) ? whitelist.map(String) : [])
  return (name) => names.has(name)
}

const loadNamed = async (name: string, config: Config): Promise<readonly Plugin[] | undefined> => {
  const load = builtIns.get(name)
  return load ? [(await load())(config)] : loadPackagePlugins(name, config)
}

/** The plugins for a configuration that they have had their say in. */
export const loadConfigured = async (config: Config): Promise<LoadedPlugins> => {
  const isAllowed = allowedIn(config)
  // A Gemfile's group holds plugins, themes and tools; only those that look like plugins are missed.
  const gems = config.gemPlugins.filter(
    (name) => builtIns.has(name) || looksLikePlugin(name) || name === 'github-pages',
  )
  const names = expand(config, [...gems, ...config.plugins].filter(isAllowed))
  const { plugins, warnings } = await loadThemePlugins(config, names, isAllowed)
  for (const name of names) {
    const found = await loadNamed(name, config)
    if (found) plugins.push(...found)
    else if (isThemeGem(name) || name === config.data.get('theme')) continue
    else if (knownPlugins.has(name) || gems.includes(name)) warnings.push(missingPlugin(name))
    else throw unknownPlugin(name)
  }
  const own = await loadOwnPlugins(config)
  const features = await loadFeatures(config)
  const all = [...plugins, ...own.plugins, ...features.plugins]
  return {
    config,
    plugins: all.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0)),
    hooks: collectHooks(all, config),
    warnings: [...warnings, ...own.warnings, ...features.warnings],
  }
}

/** The plugins of a site, in the order in which they run. @throws UserError for a name that nobody knows. */
export const loadPlugins = async (config: Config): Promise<LoadedPlugins> => {
  const loaded = await loadConfigured(config)
  const byPlugins = loaded.plugins.reduce((current, plugin) => plugin.configure?.(current) ?? current, config)
  const configured = loaded.hooks.configure(byPlugins)
  return configured === config ? loaded : loadConfigured(configured)
}
