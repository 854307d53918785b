import { dayOfYear, weekday } from '../../util/calendar.ts'
import { compareValues, comparisonFailure, equalValues, identityKey, mergeSort } from '../../util/compare.ts'
import { isDrop } from '../../util/drop.ts'
import { joinArray, textOf } from '../../util/inspect.ts'
import { compareIgnoringCase } from '../../util/ruby-text.ts'
import { timeFields } from '../../util/time.ts'
import { isArray, isNil, isRange, isTime, isTruthy, type Value } from '../../util/value.ts'
import { rangeItems } from '../collection.ts'
import type { Filter } from '../core.ts'
import { argumentError, RubyError } from '../errors.ts'
import { firstOf, isEmpty, lastOf, sizeOf } from '../evaluate.ts'
import { isMethodLiteral } from '../expression.ts'
import { hasBrackets, propertyOf } from '../property.ts'
import type { Runtime } from '../runtime.ts'

// Liquid's filters on arrays. They take anything: a hash is an array of itself, nil an empty one.

const flatten = (items: readonly Value[]): readonly Value[] => {
  if (!items.some(isArray)) return items
  return items.flatMap((item) => (isArray(item) ? flatten(item) : [item]))
}

/** Time#to_a, which Kernel#Array finds. */
export const timeParts = (time: Parameters<typeof timeFields>[0]): Value[] => {
  const { second, minute, hour, day, month, year, days, zone } = timeFields(time)
  return [second, minute, hour, day, month, year, weekday(days), dayOfYear(year, month, day), false, zone]
}

const toLiquid = (item: Value): Value => (isDrop(item) ? item.toLiquid() : item)

/** Liquid's InputIterator: the items of whatever a filter is given. */
export const itemsOf = (input: Value, runtime: Runtime): readonly Value[] => {
  if (isArray(input)) {
    const items = flatten(input)
    return items.some(isDrop) ? items.map(toLiquid) : items
  }
  if (input === null || input === undefined) return []
  if (isRange(input)) return rangeItems(input)
  if (isTime(input)) return timeParts(input)
  if (isDrop(input) && !input.isHash) {
    runtime.noteWhole(input)
    return input.keys()
  }
  return [isMethodLiteral(input) ? '' : input]
}

/** A filter's property errors: Ruby's TypeErrors in other words. */
const selecting = <T>(property: Value, select: () => T): T => {
  try {
    return select()
  } catch (error) {
    if (!(error instanceof RubyError) || error.rubyClass !== 'TypeError') throw error
    throw argumentError(`cannot select the property '${textOf(property)}'`)
  }
}

export const compareOrThrow = (a: Value, b: Value): number => {
  const order = compareValues(a, b)
  if (order === undefined) throw argumentError(comparisonFailure(a, b))
  return order
}

type Compare = (a: Value, b: Value) => number | undefined

/** Nil goes last. */
const nilSafe =
  (compare: Compare): Compare =>
  (a, b) =>
    isNil(a) ? 1 : isNil(b) ? -1 : compare(a, b)

const byCase: Compare = (a, b) => compareIgnoringCase(textOf(a), textOf(b))

const sorting = (compare: Compare): Filter => ({
  apply: (input, [property], runtime) => {
    const items = itemsOf(input, runtime)
    if (items.length === 0) return []
    const order = nilSafe(compare)
    const decide = (a: Value, b: Value, keys: readonly [Value, Value]): number => {
      const result = order(...keys)
      if (result === undefined) throw argumentError(comparisonFailure(a, b))
      return result
    }
    if (isNil(property)) return mergeSort(items, (a, b) => decide(a, b, [a, b]))
    if (!items.every(hasBrackets)) return null
    return selecting(property, () =>
      mergeSort(items, (a, b) => decide(a, b, [propertyOf(a, property, runtime), propertyOf(b, property, runtime)])),
    )
  },
  arity: [0, 1],
})

const where = (input: Value, [property, target]: readonly Value[], runtime: Runtime): Value => {
  const items = itemsOf(input, runtime)
  if (items.length === 0) return []
  if (!hasBrackets(items[0])) return null
  return selecting(property, () =>
    items.filter((item) => {
      const value = propertyOf(item, property, runtime)
      return isNil(target) ? isTruthy(value) : equalValues(value, target)
    }),
  )
}

export const uniqueBy = (items: readonly Value[], key: (item: Value) => Value): Value[] => {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const id = identityKey(key(item))
    return seen.has(id) ? false : seen.add(id)
  })
}

const uniq = (input: Value, [property]: readonly Value[], runtime: Runtime): Value => {
  const items = itemsOf(input, runtime)
  if (isNil(property)) return uniqueBy(items, (item) => item)
  if (items.length === 0) return []
  if (!hasBrackets(items[0])) return null
  if (items.length === 1) return items
  return selecting(property, () => uniqueBy(items, (item) => propertyOf(item, property, runtime)))
}

const compact = (input: Value, [property]: readonly Value[], runtime: Runtime): Value => {
  const items = itemsOf(input, runtime)
  if (isNil(property)) return items.filter((item) => !isNil(item))
  if (items.length === 0) return []
  if (!hasBrackets(items[0])) return null
  return selecting(property, () => items.filter((item) => !isNil(propertyOf(item, property, runtime))))
}

const map = (input: Value, [property]: readonly Value[], runtime: Runtime): Value =>
  selecting(property, () =>
    itemsOf(input, runtime).map((item) => {
      if (property === 'to_liquid') return item
      return hasBrackets(item) ? propertyOf(item, property, runtime) : null
    }),
  )

const join = (input: Value, [glue = ' ']: readonly Value[], runtime: Runtime): Value => {
  runtime.noteWhole(input)
  return joinArray(itemsOf(input, runtime), textOf(glue))
}

const concat = (input: Value, [other]: readonly Value[], runtime: Runtime): Value => {
  if (!isArray(other)) throw argumentError('concat filter requires an array argument')
  return [...itemsOf(input, runtime), ...other]
}

export const arrayFilters: Readonly<Record<string, Filter>> = {
  size: { apply: (input) => sizeOf(input) ?? 0, arity: [0, 0] },
  first: { apply: (input, _, runtime) => firstOf(input, runtime) ?? null, arity: [0, 0], role: 'first' },
  last: { apply: (input) => lastOf(input) ?? null, arity: [0, 0] },
  join: { apply: join, arity: [0, 1], role: 'join' },
  sort: sorting(compareValues),
  sort_natural: sorting(byCase),
  where: { apply: where, arity: [1, 2] },
  uniq: { apply: uniq, arity: [0, 1] },
  reverse: { apply: (input, _, runtime) => itemsOf(input, runtime).toReversed(), arity: [0, 0] },
  map: { apply: map, arity: [1, 1] },
  compact: { apply: compact, arity: [0, 1] },
  concat: { apply: concat, arity: [1, 1] },
  default: {
    apply: (input, [fallback = '']) => (!isTruthy(input) || isEmpty(input) ? fallback : input),
    arity: [0, 1],
  },
}
