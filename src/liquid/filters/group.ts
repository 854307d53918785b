import { identityKey } from '../../util/compare.ts'
import { isDrop } from '../../util/drop.ts'
import { textOf } from '../../util/inspect.ts'
import { isHash, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { remember } from '../list-index.ts'
import type { Runtime } from '../runtime.ts'
import { itemProperty, selectable } from './item-property.ts'

// group_by, and what it shares with group_by_exp: lists of hashes with name, items and size.

export const groupItems = (items: readonly Value[], keyOf: (item: Value) => Value): Value[] => {
  const groups = new Map<unknown, { name: Value; items: Value[] }>()
  for (const item of items) {
    const name = keyOf(item)
    const key = identityKey(name)
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { name: name ?? null, items: [item] })
  }
  return [...groups.values()].map(
    (group) =>
      new Map<Value, Value>([
        ['name', group.name],
        ['items', Object.freeze(group.items)],
        ['size', group.items.length],
      ]),
  )
}

/** What can be grouped: group_by goes over a hash's pairs. */
export const groupable = (input: Value, runtime: Runtime): readonly Value[] | undefined => {
  if (isHash(input)) return [...input]
  if (isDrop(input)) return input.isHash ? [...input.toHash()] : selectable(input, runtime)
  return selectable(input, runtime)
}

const groupBy = (input: Value, [property]: readonly Value[], runtime: Runtime): Value => {
  const items = groupable(input, runtime)
  if (!items) return input
  const name = textOf(property)
  return remember({ list: items, key: `group\0${name}`, properties: [name] }, runtime, () =>
    groupItems(items, (item) => textOf(itemProperty(item, name, runtime))),
  )
}

export const groupFilters: Readonly<Record<string, Filter>> = { group_by: { apply: groupBy, arity: [1, 1] } }
