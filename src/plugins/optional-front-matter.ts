// Markdown files without front matter are pages too. Counterpart: jekyll-optional-front-matter.

import type { StaticFile } from '../model/site.ts'
import { createEntryFilter } from '../read/index.ts'
import type { PluginFactory } from './plugin.ts'
import { pluginSettings } from './settings.ts'

// Files that a repository has for its own sake.
const NOT_PAGES = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
  'VENDOR',
])

export const optionalFrontMatter: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'optional_front_matter')
  const required = config.data.get('require_front_matter')
  const disabled =
    settings.get('enabled') === false || (required !== undefined && required !== null && required !== false)
  const filter = createEntryFilter(config)
  const isPage = (file: StaticFile): boolean => {
    if (!config.markdownExtensions.includes(file.extension.toLowerCase())) return false
    return !NOT_PAGES.has(file.basename.toUpperCase()) || filter.isIncluded(file.relativePath.replace(/^\//, ''))
  }
  return {
    name: 'jekyll-optional-front-matter',
    generate: (site, context) => {
      if (disabled) return site
      const files = site.staticFiles.filter(isPage)
      const staticFiles =
        settings.get('remove_originals') === true ? site.staticFiles.filter((file) => !isPage(file)) : site.staticFiles
      return { ...site, pages: [...site.pages, ...files.map(context.pageFromFile)], staticFiles }
    },
  }
}
