// The plugins that come with Octavo, by the gem names that a _config.yml knows them by. Each is loaded only where it is asked for.
import type { PluginFactory } from './plugin.ts'

type Load = () => Promise<PluginFactory>

export const builtIns: ReadonlyMap<string, Load> = new Map<string, Load>([
  ['jekyll-archives', async () => (await import('./archives.ts')).archives],
  ['jekyll-default-layout', async () => (await import('./default-layout.ts')).defaultLayout],
  ['jekyll-optional-front-matter', async () => (await import('./optional-front-matter.ts')).optionalFrontMatter],
  ['jekyll-paginate', async () => (await import('./paginate.ts')).paginate],
  ['jekyll-readme-index', async () => (await import('./readme-index.ts')).readmeIndex],
  ['jekyll-redirect-from', async () => (await import('./redirect-from.ts')).redirectFrom],
  ['jekyll-relative-links', async () => (await import('./relative-links.ts')).relativeLinks],
  ['jekyll-titles-from-headings', async () => (await import('./titles-from-headings.ts')).titlesFromHeadings],
  ['jekyll-feed', async () => (await import('./feed.ts')).feed],
  ['jekyll-sitemap', async () => (await import('./sitemap.ts')).sitemap],
  ['jekyll-avatar', async () => (await import('./avatar.ts')).avatar],
  ['jekyll-gist', async () => (await import('./gist.ts')).gist],
  ['jekyll-seo-tag', async () => (await import('./seo-tag.ts')).seoTag],
  ['jekyll-mentions', async () => (await import('./mentions.ts')).mentions],
  ['jekyll-toc', async () => (await import('./toc.ts')).toc],
  ['jekyll-coffeescript', async () => (await import('./coffeescript.ts')).coffeescript],
  ['jekyll-github-metadata', async () => (await import('./github-metadata.ts')).githubMetadata],
  ['jekyll-last-modified-at', async () => (await import('./last-modified-at.ts')).lastModifiedAt],
  ['jekyll-paginate-v2', async () => (await import('./paginate-v2.ts')).paginateV2],
  ['jemoji', async () => (await import('./jemoji.ts')).jemoji],
  // Part of the engine already: named so that no warning is due.
  ['jekyll-include-cache', async () => () => ({ name: 'jekyll-include-cache' })],
  ['jekyll-remote-theme', async () => () => ({ name: 'jekyll-remote-theme' })],
  ['jekyll-sass-converter', async () => () => ({ name: 'jekyll-sass-converter' })],
  ['kramdown-parser-gfm', async () => () => ({ name: 'kramdown-parser-gfm' })],
  ['jekyll-commonmark', async () => () => ({ name: 'jekyll-commonmark' })],
  ['jekyll-commonmark-ghpages', async () => () => ({ name: 'jekyll-commonmark-ghpages' })],
  ['webrick', async () => () => ({ name: 'webrick' })],
])
