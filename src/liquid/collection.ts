import { isDrop } from '../util/drop.ts'
import { isArray, isHash, isRange, type RangeValue, type Value } from '../util/value.ts'
import { limitError } from './errors.ts'
import { nameOfList } from './reads.ts'
import type { Runtime } from './runtime.ts'

// What loops go over: Ruby's `each` of any value, from an offset up to a limit.

const LONGEST_RANGE = 10_000_000

/** The integers of a range, or a stretch of them, without making the rest. */
export const rangeItems = ({ first, last }: RangeValue, from = 0, to = Number.POSITIVE_INFINITY): number[] => {
  const start = first + Math.max(0, from)
  const length = Math.max(0, Math.min(last, first + to - 1) - start + 1)
  if (length > LONGEST_RANGE)
    throw limitError('Memory limits exceeded', `A range may have ${LONGEST_RANGE} members at most.`)
  return Array.from({ length }, (_, index) => start + index)
}

const eachItem = (collection: Value, runtime: Runtime): readonly Value[] => {
  if (isArray(collection)) {
    const name = runtime.notes && nameOfList(collection)
    if (name !== undefined) runtime.notes?.projection(name)
    return collection
  }
  if (isHash(collection)) return [...collection]
  if (!isDrop(collection)) return []
  runtime.noteWhole(collection)
  // quirk(jekyll): a drop is asked for all that it holds, though a loop sees the names alone: what cannot be told stops the build.
  const entries = collection.toHash()
  return collection.isHash ? [...entries] : collection.keys()
}

/** The members from index `from` up to, not including, `to`; undefined is the end. */
export const sliceCollection = (
  collection: Value,
  from: number,
  to: number | undefined,
  runtime: Runtime,
): readonly Value[] => {
  // quirk(liquid): a string is one item, whatever the offset.
  if (typeof collection === 'string') return collection === '' ? [] : [collection]
  if (isRange(collection)) return rangeItems(collection, from, to)
  const items = eachItem(collection, runtime)
  if (from <= 0 && (to === undefined || to >= items.length)) return items
  return to !== undefined && to <= 0 ? [] : items.slice(Math.max(0, from), to)
}
