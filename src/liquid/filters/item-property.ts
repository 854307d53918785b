import { isDrop } from '../../util/drop.ts'
import { inspect, inspectString } from '../../util/inspect.ts'
import { stringToFloat, stringToInteger } from '../../util/number.ts'
import { float, isArray, isHash, isNil, isRange, isTime, type Value } from '../../util/value.ts'
import { rangeItems } from '../collection.ts'
import { RubyError, typeError } from '../errors.ts'
import { hasBrackets, propertyOf } from '../property.ts'
import type { Runtime } from '../runtime.ts'
import { timeParts } from './array.ts'

// What Jekyll's list filters go over, and how they read a property: dotted paths, and text that looks like a number as the number.

const INTEGER_LIKE = /^\s*-?\d+\s*$/
const FLOAT_LIKE = /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/

/** Text that looks like a number, as the number. */
const numeric = (property: Value): Value => {
  if (typeof property === 'string') {
    if (INTEGER_LIKE.test(property)) return stringToInteger(property)
    return FLOAT_LIKE.test(property) ? float(stringToFloat(property)) : property
  }
  if (typeof property !== 'object' || property === null || isArray(property)) return property
  if (!isDrop(property)) return property
  const text = property.isHash ? undefined : property.text()
  return text === undefined ? property : INTEGER_LIKE.test(text) || FLOAT_LIKE.test(text) ? numeric(text) : property
}

const deepProperty = (item: Value, path: string, runtime: Runtime): Value =>
  path.split('.').reduce<Value>((value, key) => (hasBrackets(value) ? propertyOf(value, key, runtime) : false), item)

/** The value of a property, dotted paths included, as where and sort see it. */
const rawProperty = (item: Value, name: string, runtime: Runtime): Value => {
  try {
    return name.includes('.') ? deepProperty(item, name, runtime) : propertyOf(item, name, runtime)
  } catch (error) {
    if (!(error instanceof RubyError) || error.rubyClass !== 'TypeError' || !isArray(item)) throw error
    const shown = inspect(item).slice(0, 20)
    throw typeError(
      `Error accessing object (${shown}) with given key. Expected an integer but got ${inspectString(name)} instead.`,
    )
  }
}

export const itemProperty = (item: Value, name: string, runtime: Runtime): Value =>
  numeric(rawProperty(item, name, runtime))

/** Kernel#Array. */
export const toArray = (value: Value): readonly Value[] => {
  if (isArray(value)) return value
  if (isNil(value)) return []
  if (isHash(value)) return [...value]
  if (isRange(value)) return rangeItems(value)
  if (isTime(value)) return timeParts(value)
  if (isDrop(value)) return [...value.toHash()]
  return [value]
}

/** The items that a list filter goes over; undefined for what has none, which passes the filter unchanged. */
export const selectable = (input: Value, runtime: Runtime): readonly Value[] | undefined => {
  if (isArray(input)) return input
  if (isHash(input)) return [...input.values()]
  if (isRange(input)) return rangeItems(input)
  if (!isDrop(input)) return undefined
  runtime.noteWhole(input)
  return input.isHash ? [...input.toHash().values()] : [...input.toHash()]
}
