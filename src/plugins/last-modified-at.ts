// page.last_modified_at and {% last_modified_at %}: when a page's file was last committed, or written where git does not know it.
// Counterpart: jekyll-last-modified-at.
import { statSync } from 'node:fs'
import type { TagDefinition } from '../liquid/index.ts'
import type { Config } from '../model/config.ts'
import { type Page, renderOrder, type Site } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { localTime } from '../util/local-time.ts'
import { strftime } from '../util/strftime.ts'
import { isTruthy, type TimeValue } from '../util/value.ts'
import { gitTimes } from './git-times.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import type { PluginFactory } from './plugin.ts'
import { pluginSettings } from './settings.ts'

const KEY = 'last_modified_at'

const mtime = (file: string): number | undefined => {
  try {
    return Math.floor(statSync(file).mtimeMs / 1000)
  } catch {
    return undefined // a page that no file holds
  }
}

const timesOf = async (site: Site, warn: (warning: Warning) => void): Promise<ReadonlyMap<string, TimeValue>> => {
  const files = new Map(renderOrder(site).map((page) => [page.path, mtime(page.path)]))
  const known = [...files].filter((entry): entry is [string, number] => entry[1] !== undefined)
  const git = await gitTimes(
    site.config.source,
    known.map(([file]) => file),
  )
  for (const warning of git.warnings) warn(warning)
  return new Map(
    known.map(([file, written]) => {
      const seconds = git.times.get(file) ?? written
      return [file, localTime({ kind: 'time', seconds, nanos: 0, offset: 0, zone: null }, site.config.timezone)]
    }),
  )
}

const createTag = (times: ReadonlyMap<string, TimeValue>, config: Config): TagDefinition => {
  const own = pluginSettings(config, 'last-modified-at').get('date-format')
  const usual = isTruthy(own) ? textOf(own) : '%d-%b-%y'
  const shown = new Map<string, string>()
  return {
    compile: (markup) => (scope) => {
      const name = scope.page?.path ?? ''
      const time = times.get(name)
      // quirk(jekyll-last-modified-at): a page's date is written once, and every later tag repeats it whatever format it asks for.
      if (time && !shown.has(name)) shown.set(name, strftime(time, markup === '' ? usual : markup.trim()))
      return shown.get(name) ?? ''
    },
  }
}

export const lastModifiedAt: PluginFactory = (config) => {
  const byName = new Map<string, TimeValue>()
  return {
    name: 'jekyll-last-modified-at',
    priority: 100,
    tags: { [KEY]: createTag(byName, config) },
    generate: async (site, context) => {
      const times = await timesOf(site, context.warn)
      const change = (page: Page): Page => {
        const time = times.get(page.path)
        if (!time) return page
        byName.set(page.relativePath, time)
        // A document's front matter is read over it; a page's is read before.
        return page.kind === 'document' && page.data.has(KEY) ? page : withEntries(page, { [KEY]: time })
      }
      return mapDocuments(mapPages(site, change), change)
    },
  }
}
