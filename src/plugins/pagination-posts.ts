// Which documents a page of jekyll-paginate-v2 goes through, and in what order. Counterpart: PaginationIndexer and PaginationModel.
import type { Page, Site } from '../model/site.ts'
import { compareValues } from '../util/compare.ts'
import { textOf } from '../util/inspect.ts'
import { compareText } from '../util/ruby-text.ts'
import { type Hash, isArray, isHash, isTruthy, type Value } from '../util/value.ts'

/** Documents with pagination settings of their own are not listed. */
export const isListed = (doc: Page): boolean => !doc.data.has('pagination')

export const listedDocs = (site: Site, label: string): readonly Page[] =>
  (site.collections.get(label)?.docs ?? []).filter(isListed)

const docsOfCollections = (site: Site, names: string): Page[] =>
  names
    .split(/[;,\s]/)
    .map((label) => label.toLowerCase().trim())
    .flatMap((label) =>
      label === 'all'
        ? [...site.collections.keys()].filter((other) => other !== 'posts').flatMap((other) => listedDocs(site, other))
        : listedDocs(site, label),
    )
    .filter((doc) => !isTruthy(doc.data.get('hidden')))

/** The single names in a list or a text of names, as they are written. */
export const namesIn = (value: Value): string[] => {
  if (value === null || value === undefined || textOf(value).trim() === '') return []
  const names = isArray(value) ? value.map(textOf) : textOf(value).split(/[;,\s]/)
  return names.flatMap((name) => name.trim().split(/[;,]/)).filter((name) => name !== '')
}

type Index = ReadonlyMap<string, readonly Page[]>

const indexBy = (docs: readonly Page[], key: string): Index => {
  const index = new Map<string, Page[]>()
  for (const doc of docs) {
    for (const name of new Set(namesIn(doc.data.get(key)).map((one) => one.trim().toLowerCase()))) {
      const group = index.get(name)
      if (group) group.push(doc)
      else index.set(name, [doc])
    }
  }
  return index
}

const memoize = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** The documents of some collections, all of them and by what they name under a key. */
interface Listed {
  readonly docs: readonly Page[]
  readonly by: (key: string) => Index
}

const FILTERS = [
  ['category', 'categories'],
  ['tag', 'tags'],
  ['locale', 'locale'],
] as const

// A document must have every name that the settings ask for.
const filterDocs = ({ docs, by }: Listed, settings: Hash): readonly Page[] => {
  let found = docs
  for (const [setting, key] of FILTERS) {
    const wanted = settings.get(setting)
    if (wanted === null || wanted === undefined) continue
    for (const name of isArray(wanted) ? wanted.map(textOf) : textOf(wanted).split(/[;,]/)) {
      const clean = name.toLowerCase().trim()
      // quirk(jekyll-paginate-v2): the category 'posts' stands for every document.
      const group = setting === 'category' && clean === 'posts' ? docs : (by(key).get(clean) ?? [])
      const held = new Set(found)
      found = found === docs ? group : group.filter((doc) => held.has(doc))
    }
  }
  return found
}

/** A field's value; 'parent:child' reaches into hashes. */
const fieldOf = (doc: Page, field: string): Value => {
  const keys = field.split(':').map((key) => key.toLowerCase().trim())
  if (keys.length === 1 && keys[0] === 'date') return doc.date ?? null
  let current: Value = doc.data
  for (const key of keys) {
    if (!isHash(current) || !current.has(key)) return null
    current = current.get(key)
  }
  return isHash(current) ? null : (current ?? null)
}

const compareFields = (a: Value, b: Value): number => {
  if (a === null || b === null) return Number(b === null) - Number(a === null)
  if (typeof a === 'string') return compareText(a.toLowerCase(), textOf(b).toLowerCase())
  return compareValues(a, b) ?? 0
}

const sortDocs = (docs: readonly Page[], settings: Hash): readonly Page[] => {
  const field = settings.get('sort_field')
  if (!isTruthy(field)) return docs
  const keyed = docs.map((doc) => ({ doc, value: fieldOf(doc, textOf(field)) }))
  const sorted = keyed.sort((a, b) => compareFields(a.value, b.value)).map(({ doc }) => doc)
  const offset = Math.max(0, Math.trunc(Number(settings.get('offset') ?? 0)) || 0)
  const kept = sorted.slice(0, Math.max(0, sorted.length - offset))
  return isTruthy(settings.get('sort_reverse')) ? kept.reverse() : kept
}

/** Finds the documents that a page's settings ask for, sorted, and without those that its offset skips. */
export const createDocumentFinder = (site: Site): ((settings: Hash) => readonly Page[]) => {
  const listed = memoize((collections): Listed => {
    const docs = docsOfCollections(site, collections)
    return { docs, by: memoize((key) => indexBy(docs, key)) }
  })
  return (settings) => {
    const collections = settings.get('collection')
    const names = isArray(collections) ? collections.map(textOf).join(',') : textOf(collections)
    return sortDocs(filterDocs(listed(names), settings), settings)
  }
}
