// `octavo: last_changed`: `page.last_changed`, when a page's file was last committed. A page that git does not know has none.
import { existsSync } from 'node:fs'
import { type Page, renderOrder } from '../model/site.ts'
import { localTime } from '../util/local-time.ts'
import { gitTimes } from './git-times.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const KEY = 'last_changed'

export const lastChanged: PluginFactory = (config) => ({
  name: 'octavo-last-changed',
  priority: 100,
  generate: async (site, context) => {
    const files = renderOrder(site).flatMap(({ path, generated }) => (!generated && existsSync(path) ? [path] : []))
    const { times, warnings } = await gitTimes(config.source, files)
    for (const warning of warnings) context.warn(warning)
    const change = (page: Page): Page => {
      const seconds = times.get(page.path)
      // What the page says of itself counts: a date, or `false` for none.
      if (seconds === undefined || ownOrDefault(page, KEY) !== undefined) return page
      const time = localTime({ kind: 'time', seconds, nanos: 0, offset: 0, zone: null }, config.timezone)
      return withEntries(page, { [KEY]: time })
    }
    return mapDocuments(mapPages(site, change), change)
  },
})
