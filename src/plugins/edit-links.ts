// `octavo: edit_url`: `page.edit_url`, where a page's source can be changed. From a template with `:path`, or, where it is `true`, from what
// the configuration or the git repository says of a repository on GitHub.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { escapePath } from '../util/url.ts'
import { readPagesEnvironment } from './github-pages-environment.ts'
import { findRepository } from './github-repository.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const KEY = 'edit_url'
const PLACE = ':path'
const place = { path: '_config.yml' }

const derived = (config: Config): string | undefined => {
  const found = findRepository(config, readPagesEnvironment(config.environment))
  if (!found) return undefined
  return `${found.url}/edit/${escapePath(found.branch)}${escapePath(found.folder).replace(/\/?$/, '/')}${PLACE}`
}

const templateOf = (config: Config, context: GeneratorContext): string | undefined => {
  const value = hashAt(config.data, 'octavo')?.get(KEY)
  const template = typeof value === 'string' ? value : derived(config)
  if (template === undefined) {
    const advice = "Set it to an address with ':path' in it, or set `repository: owner/name`."
    context.warn({
      message: "'octavo.edit_url' is on, but nothing says which repository this site is in",
      place,
      advice,
    })
    return undefined
  }
  if (template.includes(PLACE) && /^https?:\/\//i.test(template)) return template
  const advice = "Such as https://github.com/owner/name/edit/main/:path, where ':path' stands for the page's file."
  context.warn({ message: `'octavo.edit_url' is no address with ':path' in it: ${template}`, place, advice })
  return undefined
}

const sourcePath = (site: Site, page: Page): string =>
  path.relative(site.config.source, page.path).replaceAll('\\', '/')

const generate = (site: Site, context: GeneratorContext): Site => {
  const template = templateOf(site.config, context)
  if (template === undefined) return site
  const change = (page: Page): Page => {
    if (page.generated || ownOrDefault(page, KEY) !== undefined || !existsSync(page.path)) return page
    return withEntries(page, { [KEY]: template.replaceAll(PLACE, () => escapePath(sourcePath(site, page))) })
  }
  return mapDocuments(mapPages(site, change), change)
}

export const editLinks: PluginFactory = () => ({ name: 'octavo-edit-links', priority: 100, generate })
