// Markdown pages and posts without a layout get the one for their kind. Counterpart: jekyll-default-layout.
import type { Page, Site } from '../model/site.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import type { PluginFactory } from './plugin.ts'

const layoutFor = (page: Page, site: Site): string | null => {
  const wanted = [
    page.url === '/' ? 'home' : '',
    page.kind === 'page' ? 'page' : '',
    page.collection === 'posts' ? 'post' : '',
    'default',
  ]
  return wanted.find((name) => name !== '' && site.layouts.has(name)) ?? null
}

export const defaultLayout: PluginFactory = (config) => ({
  name: 'jekyll-default-layout',
  priority: -2,
  generate: (site) => {
    const change = (page: Page): Page => {
      const specified = page.data.has('layout') || page.defaults.has('layout')
      return specified || !config.markdownExtensions.includes(page.extension.toLowerCase())
        ? page
        : withEntries(page, { layout: layoutFor(page, site) })
    }
    return mapDocuments(mapPages(site, change), change, (label) => label === 'posts')
  },
})
