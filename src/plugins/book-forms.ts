// What the site's templates know of the other forms of its books: `site.data.book_forms[NAME].print`, `.epub` ... A data file of that
// name may say more of them, and wins.
import { deepMerge, hashAt } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { slugify } from '../util/slugify.ts'
import { type Hash, hashOf, type Value } from '../util/value.ts'

const KEY = 'book_forms'

/** The site with the address of a form of each book, by the book's name. */
export const withForms = (site: Site, form: string, addresses: ReadonlyMap<string, string>): Site => {
  const forms = new Map<Value, Value>([...addresses].map(([name, address]) => [name, hashOf({ [form]: address })]))
  const all: Hash = deepMerge(forms, hashAt(site.data, KEY) ?? new Map())
  return { ...site, data: new Map(site.data).set(KEY, all) }
}

/** Names for files and folders, one for each book: its own name as far as it can stand in an address. */
export const fileNames = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  return new Map(
    names.map((name, i) => {
      const slug = slugify(name) || 'book'
      const free = taken.has(slug) ? `${slug}-${i + 1}` : slug
      taken.add(free)
      return [name, free]
    }),
  )
}

/** Every URL at which the site has something already. */
export const urlsOf = (site: Site): ReadonlySet<string> => {
  const pages: readonly Page[] = [...site.pages, ...[...site.collections.values()].flatMap(({ docs }) => docs)]
  return new Set([...pages.map(({ url }) => url), ...site.staticFiles.map(({ url }) => url)])
}
