// A folder's README is its index where it has none. Counterpart: jekyll-readme-index.
import type { Page, Site, StaticFile } from '../model/site.ts'
import { directoryOf } from '../util/path.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { pluginSettings } from './settings.ts'

const folderUrl = (url: string): string => {
  const folder = directoryOf(url)
  return folder.endsWith('/') ? folder : `${folder}/`
}

const createIndexes = (site: Site): Set<string> => {
  const folders = new Set<string>()
  for (const { url } of [...site.pages, ...site.staticFiles]) {
    const match = /^(.*\/)(?:index\.(?:html?|xhtml|xml))?$/i.exec(url)
    if (match?.[1] !== undefined) folders.add(match[1].toLowerCase())
  }
  return folders
}

export const readmeIndex: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'readme_index')
  const extensions = config.markdownExtensions
    .map((extension) => extension.slice(1).replace(/[^a-z0-9]/gi, '\\$&'))
    .join('|')
  const isReadme = (path: string): boolean => new RegExp(`/readme\\.(?:${extensions})$`, 'i').test(path)
  const toIndex = (context: GeneratorContext, page: Page): Page =>
    context.withData(page, new Map(page.data).set('permalink', folderUrl(page.url)))
  return {
    name: 'jekyll-readme-index',
    priority: -1,
    generate: (site, context) => {
      if (settings.get('enabled') === false) return site
      const indexes = createIndexes(site)
      const taken = (url: string): boolean => indexes.has(folderUrl(url).toLowerCase())
      const used = new Set<StaticFile>()
      const added: Page[] = []
      for (const file of site.staticFiles.filter(({ relativePath }) => isReadme(relativePath))) {
        if (taken(file.url)) continue
        indexes.add(folderUrl(file.url).toLowerCase())
        used.add(file)
        added.push(toIndex(context, context.pageFromFile(file)))
      }
      const pages = [...site.pages, ...added]
      const withFrontMatter = settings.get('with_frontmatter') === true
      const updated = withFrontMatter
        ? pages.map((page) => (isReadme(`/${page.relativePath}`) && !taken(page.url) ? toIndex(context, page) : page))
        : pages
      const staticFiles =
        settings.get('remove_originals') === true
          ? site.staticFiles.filter((file) => !used.has(file))
          : site.staticFiles
      return { ...site, pages: updated, staticFiles }
    },
  }
}
