// Changing pages and documents of a site, value to value.
import { deepMerge } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import type { Value } from '../util/value.ts'

export type PageChange = (page: Page) => Page

/** The site with every page changed. */
export const mapPages = (site: Site, change: PageChange): Site => ({ ...site, pages: site.pages.map(change) })

/** The site with every document changed, in the collections that `wanted` accepts. */
export const mapDocuments = (
  site: Site,
  change: PageChange,
  wanted: (label: string) => boolean = () => true,
): Site => ({
  ...site,
  collections: new Map(
    [...site.collections].map(([label, collection]) => [
      label,
      wanted(label) ? { ...collection, docs: collection.docs.map(change) } : collection,
    ]),
  ),
})

/** A page with entries of its data replaced, its URL as it was. */
export const withEntries = (page: Page, entries: Readonly<Record<string, Value>>): Page => {
  const data = deepMerge(page.data, new Map())
  for (const [key, value] of Object.entries(entries)) data.set(key, value)
  return { ...page, data }
}
