import type { Drop } from '../util/drop.ts'
import type { Value } from '../util/value.ts'
import type { ReadLog } from './types.ts'

// Noting what a render reads. A read of a member of a list is noted by itself, `pages/a.md: title`, until a render has read so many of
// the list's members that it is a walk over the list: from then on it is a projection, `site.pages: title`. So a render's log is never
// longer than a few hundred entries, and the logs of all pages together stay linear in pages.

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

const add = (map: Map<string, Set<string>>, name: string, property: string): void => {
  const known = map.get(name)
  if (known) known.add(property)
  else map.set(name, new Set([property]))
}

export interface ReadNotes {
  readonly log: ReadLog
  property(drop: Drop, key: string): void
  /** The properties of all members; without one, only who the members are. */
  projection(list: string, property?: string): void
}

export const createReadNotes = (log: ReadLog): ReadNotes => {
  const members = new Map<string, Set<string>>()

  const collapse = (list: string, ids: Set<string>): void => {
    projection(list)
    for (const id of ids) {
      for (const property of log.objects.get(id) ?? []) projection(list, property)
      log.objects.delete(id)
    }
    ids.clear()
  }

  const projection = (list: string, property?: string): void => {
    if (property !== undefined) add(log.lists, list, property)
    else if (!log.lists.has(list)) log.lists.set(list, new Set())
  }

  const collapsed = new Set<string>()

  const property = (drop: Drop, key: string): void => {
    const id = drop.readId
    if (id === undefined) return
    const known = log.objects.get(id)
    if (known) {
      known.add(key)
      return
    }
    const list = drop.readList
    if (list !== undefined) {
      if (collapsed.has(list)) {
        add(log.lists, list, key)
        return
      }
      let ids = members.get(list)
      if (!ids) members.set(list, (ids = new Set()))
      ids.add(id)
      if (ids.size > MOST_MEMBERS) {
        collapsed.add(list)
        add(log.lists, list, key)
        collapse(list, ids)
        return
      }
    }
    log.objects.set(id, new Set([key]))
  }

  return { log, property, projection }
}
