import { isDrop } from '../util/drop.ts'
import { makeTime } from '../util/time.ts'
import { isDate, isFloatValue, isHash, isRange, isTime, type Value } from '../util/value.ts'

// JavaScript's own data as values: objects become hashes, Dates times. What is a value already stays what it is.

const MILLISECONDS = 1000

const timeOf = (date: Date): Value => {
  const milliseconds = date.getTime()
  const seconds = Math.floor(milliseconds / MILLISECONDS)
  return makeTime(seconds, (milliseconds - seconds * MILLISECONDS) * 1e6, 0, 'UTC')
}

const isValue = (value: object): boolean =>
  isDrop(value) || isHash(value) || isTime(value) || isDate(value) || isFloatValue(value) || isRange(value)

const valueOfObject = (value: object): Value => {
  if (isValue(value)) return value
  if (Array.isArray(value)) return value.map(fromPlain)
  if (value instanceof Date) return timeOf(value)
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) return String(value)
  return new Map<Value, Value>(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]))
}

/** Any JavaScript value as a template may see it: functions and symbols are nil, instances of classes their text. */
export const fromPlain = (value: unknown): Value => {
  if (typeof value === 'object' && value !== null) return valueOfObject(value)
  if (typeof value === 'function' || typeof value === 'symbol') return null
  return (value as Value) ?? null
}
