import { compareValues, mergeSort } from '../../util/compare.ts'
import { isDrop } from '../../util/drop.ts'
import { textOf } from '../../util/inspect.ts'
import { compareText } from '../../util/ruby-text.ts'
import { isArray, isHash, isNil, isRange, type Value } from '../../util/value.ts'
import { rangeItems } from '../collection.ts'
import type { Filter } from '../core.ts'
import { argumentError, noMethodError } from '../errors.ts'
import { remember } from '../list-index.ts'
import type { Runtime } from '../runtime.ts'
import { compareOrThrow } from './array.ts'
import { itemProperty } from './item-property.ts'

// Jekyll's sort: by a property, with nils first or last.

const compareProperties = (a: Value, b: Value, nilOrder: 1 | -1): number => {
  if (isNil(a) !== isNil(b)) return isNil(b) ? -nilOrder : nilOrder
  return compareValues(a, b) ?? compareText(textOf(a), textOf(b))
}

const sortByProperty = (items: readonly Value[], name: string, nilOrder: 1 | -1, runtime: Runtime): Value[] => {
  const pairs = items.map((item) => [itemProperty(item, name, runtime), item] as const)
  return mergeSort(pairs, ([a], [b]) => compareProperties(a, b, nilOrder)).map(([, item]) => item)
}

const NIL_ORDERS: ReadonlyMap<Value, 1 | -1> = new Map([
  ['first', -1],
  ['last', 1],
])

const sortable = (input: Value, runtime: Runtime, method: 'sort' | 'map'): readonly Value[] => {
  if (isArray(input)) return input
  if (isHash(input)) return [...input]
  if (isRange(input)) return rangeItems(input)
  if (!isDrop(input)) throw noMethodError(method, input)
  runtime.noteWhole(input)
  // quirk(jekyll): a drop gives each of its names with the value behind, and `map` takes the first of the two.
  const entries = input.toHash()
  return method === 'map' && !input.isHash ? input.keys() : [...entries]
}

const sort = (input: Value, [property, nils = 'first']: readonly Value[], runtime: Runtime): Value => {
  if (isNil(input)) throw argumentError('Cannot sort a null object.')
  if (isNil(property)) {
    const items = sortable(input, runtime, 'sort')
    return remember({ list: items, key: 'sort', properties: ['date'] }, runtime, () => mergeSort(items, compareOrThrow))
  }
  const order = NIL_ORDERS.get(nils)
  if (order === undefined)
    throw argumentError(
      `Invalid nils order: '${textOf(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
    )
  const items = sortable(input, runtime, 'map')
  const name = textOf(property)
  return remember({ list: items, key: `sort\0${order}\0${name}`, properties: [name] }, runtime, () =>
    sortByProperty(items, name, order, runtime),
  )
}

export const sortFilters: Readonly<Record<string, Filter>> = { sort: { apply: sort, arity: [0, 2] } }
