import { isDrop } from '../util/drop.ts'
import type { Value } from '../util/value.ts'
import { nameList, nameOfList } from './reads.ts'
import type { Runtime } from './runtime.ts'

// Filters over lists that stay the same for a whole build, answered from memory.
//
// A list that a drop hands out is a frozen array with a stable identity: `site.pages` is the same array for every page of a build. What a
// filter makes of such a list depends on the filter, its arguments and the members' properties alone, so that it is computed once per list
// and kept as long as the list lives. The results are frozen too, so that `site.pages | where: "book", page.book | sort: "chapter"` sorts
// each book once and not once per page.
//
// Every render that asks notes the question's properties as a projection of the list, whoever computed the answer: the log of a page is
// the same whether it came first or last.

const memory = new WeakMap<readonly Value[], Map<string, { readonly value: unknown }>>()

/** Lists too short to be worth an entry, and lists that may change, are computed anew. */
const SHORTEST = 8

export const isStable = (list: readonly Value[]): boolean => list.length >= SHORTEST && Object.isFrozen(list)

/** What Jekyll changes while it renders: a post's content is its source before it is rendered and HTML after. */
const CHANGING: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', '*'])

const mayChange = (property: string): boolean => CHANGING.has(property.split('.', 1)[0]!)

const freeze = (value: unknown, list: readonly Value[]): unknown => {
  if (!Array.isArray(value) || Object.isFrozen(value)) return value
  const name = nameOfList(list)
  return name === undefined ? Object.freeze(value) : nameList(value, name)
}

interface Question {
  readonly list: readonly Value[]
  readonly key: string
  /** The properties that `compute` reads of every member. */
  readonly properties: readonly string[]
}

/** Notes that these properties were read of every member: as a projection where the list has a name, and member by member where not. */
const noteProperties = (list: readonly Value[], properties: readonly string[], { notes }: Runtime): void => {
  if (!notes) return
  const name = nameOfList(list)
  if (name === undefined) {
    for (const property of properties) {
      const [own = property] = property.split('.', 1)
      for (const member of list) if (isDrop(member)) notes.property(member, own)
    }
    return
  }
  notes.projection(name)
  for (const property of properties) notes.projection(name, property)
}

/** The answer to a question about a stable list: from memory or from `compute`. */
export const remember = <T>({ list, key, properties }: Question, runtime: Runtime, compute: () => T): T => {
  noteProperties(list, properties, runtime)
  if (!isStable(list) || properties.some(mayChange)) return compute()
  let answers = memory.get(list)
  if (!answers) memory.set(list, (answers = new Map()))
  const known = answers.get(key)
  if (known) return known.value as T
  const value = freeze(runtime.silently(compute), list)
  answers.set(key, { value })
  return value as T
}
