// The features that come with Octavo beyond Jekyll's: plugins, each switched on by its own key under `octavo:` in _config.yml.
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { suggest } from '../util/suggest.ts'
import { isArray } from '../util/value.ts'
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
  ['print', async () => (await import('./print.ts')).loadPrintPlugin()],
  ['epub', async () => (await import('./epub.ts')).epub],
  ['markdown_twins', async () => (await import('./twins.ts')).twins],
  ['admonitions', async () => (await import('./aids/admonitions.ts')).admonitions],
  ['tabs', async () => (await import('./aids/tabs.ts')).tabs],
  ['regions', async () => (await import('./aids/regions.ts')).regions],
  ['code_fences', async () => (await import('./aids/code-fences.ts')).codeFences],
  ['math', async () => (await import('./aids/math.ts')).math],
  ['mermaid', async () => (await import('./aids/mermaid.ts')).mermaid],
  ['edit_url', async () => (await import('./edit-links.ts')).editLinks],
  ['last_changed', async () => (await import('./last-changed.ts')).lastChanged],
  ['llms', async () => (await import('./llms.ts')).llms],
  // The last two change what is to be written: its links first, then the list of all that there is.
  ['relative', async () => (await import('./file-links.ts')).fileLinks],
  ['offline', async () => (await import('./offline.ts')).offline],
])

/** Keys that templates and other parts read; there is no plugin behind them. */
const OTHER_KEYS: ReadonlySet<string> = new Set([...HOST_KEYS, 'without'])

/** Features that a text may switch on, too. */
const TEXT_KEYS = new Set(['edit_url'])
/** Features that a key of the configuration itself may switch on, too. */
const TOP_KEYS = new Set(['relative'])

const isOn = (config: Config, key: string): boolean => {
  if (TOP_KEYS.has(key) && config.data.get(key) === true) return true
  const value = hashAt(config.data, 'octavo')?.get(key)
  return (TEXT_KEYS.has(key) && typeof value === 'string') || featureSettings(config, key) !== undefined
}

const unknownKey = (key: string): Warning => ({
  message: `Octavo has no feature '${key}'`,
  place: { path: '_config.yml' },
  advice: suggest(key, [...features.keys(), ...OTHER_KEYS]) ?? 'The handbook lists the keys that go under `octavo`.',
})

/** What `without` may take away: comforts of the shipped theme. */
const COMFORTS = [
  'anchors', 'arrows', 'breadcrumbs', 'copy', 'display', 'external', 'footnotes', 'heading', 'parts', 'pictures', 'position', 'reading_time',
] // biome-ignore format: a list

const checkWithout = (config: Config): Warning[] => {
  const value = hashAt(config.data, 'octavo')?.get('without') ?? []
  const names = (isArray(value) ? value : [value]).map(textOf)
  return names
    .filter((name) => !COMFORTS.includes(name))
    .map((name) => ({
      message: `There is nothing called '${name}' that 'octavo.without' could leave out`,
      place: { path: '_config.yml' },
      advice: suggest(name, COMFORTS) ?? `These there are: ${COMFORTS.join(', ')}.`,
    }))
}

/** The features that a site's configuration switches on, in the table's order, and a warning for each key that is none. */
export const loadFeatures = async (config: Config): Promise<{ plugins: Plugin[]; warnings: Warning[] }> => {
  const keys = [...(hashAt(config.data, 'octavo')?.keys() ?? [])].map(textOf)
  const plugins: Plugin[] = []
  for (const [key, load] of features) if (isOn(config, key)) plugins.push((await load())(config))
  const unknown = keys.filter((key) => !features.has(key) && !OTHER_KEYS.has(key))
  return { plugins, warnings: [...unknown.map(unknownKey), ...checkWithout(config)] }
}
