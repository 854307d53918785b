// The features that come with Octavo beyond Jekyll's: plugins, each switched on by its own key under `octavo:` in _config.yml.
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { suggest } from '../util/suggest.ts'
import { featureSettings } from './feature-settings.ts'
import type { Plugin, PluginFactory } from './plugin.ts'
import { HOST_KEYS } from './themes/hosts.ts'

export { featureSettings }

type Load = () => Promise<PluginFactory>

/** By key. A feature is loaded only where it is switched on. */
export const features: ReadonlyMap<string, Load> = new Map<string, Load>([
  ['pictures', async () => (await import('./pictures.ts')).pictures],
  ['social_cards', async () => (await import('./social-cards.ts')).socialCards],
  ['search', async () => (await import('./search.ts')).search],
  ['print', async () => (await import('./print.ts')).print],
  ['epub', async () => (await import('./epub.ts')).epub],
  ['markdown_twins', async () => (await import('./twins.ts')).twins],
  ['admonitions', async () => (await import('./aids/admonitions.ts')).admonitions],
  ['tabs', async () => (await import('./aids/tabs.ts')).tabs],
  ['regions', async () => (await import('./aids/regions.ts')).regions],
  ['code_fences', async () => (await import('./aids/code-fences.ts')).codeFences],
  ['math', async () => (await import('./aids/math.ts')).math],
  ['mermaid', async () => (await import('./aids/mermaid.ts')).mermaid],
  ['llms', async () => (await import('./llms.ts')).llms],
])

/** Keys that templates and other parts read; there is no plugin behind them. */
const OTHER_KEYS: ReadonlySet<string> = new Set(HOST_KEYS)

const unknownKey = (key: string): Warning => ({
  message: `Octavo has no feature '${key}'`,
  place: { path: '_config.yml' },
  advice: suggest(key, [...features.keys(), ...OTHER_KEYS]) ?? 'The handbook lists the keys that go under `octavo`.',
})

/** The features that a site's configuration switches on, in the table's order, and a warning for each key that is none. */
export const loadFeatures = async (config: Config): Promise<{ plugins: Plugin[]; warnings: Warning[] }> => {
  const keys = [...(hashAt(config.data, 'octavo')?.keys() ?? [])].map(textOf)
  const plugins: Plugin[] = []
  for (const [key, load] of features)
    if (featureSettings(config, key) !== undefined) plugins.push((await load())(config))
  return { plugins, warnings: keys.filter((key) => !features.has(key) && !OTHER_KEYS.has(key)).map(unknownKey) }
}
