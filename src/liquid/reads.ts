import type { Drop, NotedReads } from '../util/drop.ts'
import type { Value } from '../util/value.ts'
import type { ReadLog } from './types.ts'

// Noting what a render reads.
//
// A read of a member of a list is noted by itself, `pages/a.md: title`, unless the render has read so many of the list's members that it
// is a walk over the list: then it is a projection, `site.pages: title`. So the log of a page never has more than a few hundred entries,
// and the logs of all pages together stay linear in pages.
//
// Templates read the same few properties of many objects, so that the sets of names are shared: a set is never changed, adding a name to
// it gives another one, and that is looked up before it is made. While a render runs, each object that it reads points to its entry.

export const createReadLog = (): ReadLog => ({
  objects: new Map(),
  lists: new Map(),
  includes: new Set(),
  links: new Set(),
})

/** From that many members on, a list is noted as a whole. */
const MOST_MEMBERS = 100

const listNames = new WeakMap<readonly Value[], string>()

/** Names a list for the read log ('site.pages'), and marks it as one whose filters are worth an index. */
export const nameList = <T extends Value>(list: readonly T[], name: string): readonly T[] => {
  listNames.set(list, name)
  return Object.freeze(list)
}

/** The name of the list, or of the list that it was made from by filters. */
export const nameOfList = (list: readonly Value[]): string | undefined => listNames.get(list)

type NameSet = ReadonlySet<string>

const NONE: NameSet = new Set()
const successors = new WeakMap<NameSet, Map<string, NameSet>>()

/** The set with one name more. */
const withName = (names: NameSet, name: string): NameSet => {
  if (names.has(name)) return names
  let next = successors.get(names)
  if (!next) successors.set(names, (next = new Map()))
  let larger = next.get(name)
  if (!larger) next.set(name, (larger = new Set([...names, name])))
  return larger
}

const union = (known: NameSet | undefined, names: NameSet): NameSet => {
  if (known === undefined || known.size === 0) return names
  let all = known
  for (const name of names) all = withName(all, name)
  return all
}

/** Adds what one log has to another. */
export const mergeReads = (from: ReadLog, into: ReadLog): void => {
  for (const [id, names] of from.objects) into.objects.set(id, union(into.objects.get(id), names))
  for (const [list, names] of from.lists) into.lists.set(list, union(into.lists.get(list), names))
  for (const path of from.includes) into.includes.add(path)
  for (const path of from.links) into.links.add(path)
}

interface Entry extends NotedReads {
  readonly drop: Drop
  names: NameSet
}

/** The notes of one render. They are in the log once `flush` is called. */
export class ReadNotes {
  readonly log: ReadLog
  #entries: Entry[] = []

  constructor(log: ReadLog) {
    this.log = log
  }

  /**
   * Notes a property, and returns the set that the object's names are then. A caller that always reads the same property hands the
   * set in again as `known`: where the next object has that very set already, there is nothing to do.
   */
  property(drop: Drop, key: string, known?: ReadonlySet<string>): ReadonlySet<string> | undefined {
    const noted = drop.noted as Entry | undefined
    if (noted?.owner === this) {
      if (noted.names !== known) noted.names = withName(noted.names, key)
      return noted.names
    }
    if (drop.readId === undefined) return known
    const entry: Entry = { owner: this, drop, names: withName(NONE, key) }
    drop.noted = entry
    this.#entries.push(entry)
    return entry.names
  }

  /** The properties of all members; without one, only who the members are. */
  projection(list: string, property?: string): void {
    const known = this.log.lists.get(list)
    if (property !== undefined && known?.has(property)) return
    this.log.lists.set(list, property === undefined ? (known ?? NONE) : withName(known ?? NONE, property))
  }

  flush(): void {
    const { objects } = this.log
    const walked = this.#entries.length > MOST_MEMBERS ? this.#walkedLists() : undefined
    for (const { drop, names } of this.#entries) {
      if (drop.noted?.owner === this) drop.noted = undefined
      const id = drop.readId!
      if (walked?.has(drop.readList)) this.#noteMember(drop.readList!, names)
      else objects.set(id, union(objects.get(id), names)) // more than one drop may stand for the object
    }
    this.#entries = []
  }

  #noteMember(list: string, names: NameSet): void {
    this.log.lists.set(list, union(this.log.lists.get(list), names))
  }

  /** The lists of which this render has read a good part. */
  #walkedLists(): ReadonlySet<string | undefined> {
    const members = new Map<string | undefined, number>()
    for (const { drop } of this.#entries) members.set(drop.readList, (members.get(drop.readList) ?? 0) + 1)
    members.delete(undefined)
    return new Set([...members].filter(([, count]) => count > MOST_MEMBERS).map(([list]) => list))
  }
}
