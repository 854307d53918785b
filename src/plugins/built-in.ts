// The plugins that come with Octavo, by the gem names that a _config.yml knows them by. Each is loaded only where it is asked for.
import type { PluginFactory } from './plugin.ts'

type Load = () => Promise<PluginFactory>

export const builtIns: ReadonlyMap<string, Load> = new Map<string, Load>([
  // Part of the engine already: named so that no warning is due.
  ['jekyll-include-cache', async () => () => ({ name: 'jekyll-include-cache' })],
  ['jekyll-sass-converter', async () => () => ({ name: 'jekyll-sass-converter' })],
  ['kramdown-parser-gfm', async () => () => ({ name: 'kramdown-parser-gfm' })],
  ['jekyll-commonmark', async () => () => ({ name: 'jekyll-commonmark' })],
  ['jekyll-commonmark-ghpages', async () => () => ({ name: 'jekyll-commonmark-ghpages' })],
  ['webrick', async () => () => ({ name: 'webrick' })],
])
