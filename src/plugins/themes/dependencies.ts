// The plugins that a theme's gem needs: switched on as if the site had named them. Counterpart: PluginManager#require_theme_deps.
import type { Config } from '../../model/config.ts'
import type { Warning } from '../../util/error.ts'
import { builtIns } from '../built-in.ts'
import { describeMissing } from '../known.ts'
import type { Plugin } from '../plugin.ts'

// Libraries, tools and other themes are needed as well: they do nothing to a site.
export const looksLikePlugin = (name: string): boolean =>
  /^(?:jekyll[-_]|jemoji$|octopress-|liquid)/.test(name) && !name.startsWith('jekyll-theme-')

const missing = (name: string, theme: string): Warning => {
  const lost = describeMissing(name)
  return {
    message: `Octavo has no counterpart for the plugin '${name}', which the theme '${theme}' needs; the build goes on without it${lost === '' ? '' : ` and without ${lost}`}`,
    advice: 'Write what the theme needs of it as a JavaScript plugin in _plugins.',
  }
}

// quirk(jekyll-remote-theme): its theme is there only after generators and converters have been collected.
const lateOnly = ({ generate: _, converters: __, ...rest }: Plugin): Plugin => rest

/**
 * The plugins among what the site's theme needs, without those in `named`, which the site names itself.
 * Only Octavo's own counterparts are loaded: nothing that a theme names runs as code.
 */
export const loadThemePlugins = async (
  config: Config,
  named: readonly string[],
  isAllowed: (name: string) => boolean,
): Promise<{ readonly plugins: Plugin[]; readonly warnings: Warning[] }> => {
  const { theme } = config
  const plugins: Plugin[] = []
  const warnings: Warning[] = []
  if (!theme) return { plugins, warnings }
  const { needs, lateNeeds, name: themeName } = theme
  const seen = new Set(['jekyll', ...named])
  for (const name of [...needs, ...lateNeeds]) {
    if (seen.has(name) || !isAllowed(name)) continue
    seen.add(name)
    const load = builtIns.get(name)
    if (load) {
      const plugin = (await load())(config)
      plugins.push(needs.includes(name) ? plugin : lateOnly(plugin))
    } else if (looksLikePlugin(name)) warnings.push(missing(name, themeName))
  }
  return { plugins, warnings }
}
