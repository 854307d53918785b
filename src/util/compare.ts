import { daysFromDate } from './calendar.ts'
import { isDrop } from './drop.ts'
import { className, inspect } from './inspect.ts'
import { floatNumber } from './number.ts'
import { compareText } from './ruby-text.ts'
import { compareDates, compareTimes } from './time.ts'
import { type DateValue, type FloatLike, type Hash, isArray, isDate, isFloat, isFloatValue, isHash, isInteger, isNil, isRange, isTime, type Value } from './value.ts' // biome-ignore format: one list

// Ruby's ==, eql? and <=>, and Array#sort.

export const isNumber = (value: Value): value is number | bigint | FloatLike =>
  typeof value === 'number' || typeof value === 'bigint' || isFloatValue(value)

const numeric = (value: number | bigint | FloatLike): number | bigint =>
  typeof value === 'bigint' ? value : floatNumber(value)

const equalHashes = (a: Hash, b: Hash): boolean => {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (!b.has(key) || !equalValues(value, b.get(key))) return false
  return true
}

const equalObjects = (a: object, b: object): boolean => {
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => equalValues(item, b[index]))
  if (isHash(a)) return isHash(b) && equalHashes(a, b)
  if (isTime(a)) return isTime(b) && compareTimes(a, b) === 0
  if (isDate(a)) return isDate(b) && compareDates(a, b) === 0
  if (isRange(a)) return isRange(b) && a.first === b.first && a.last === b.last
  return isDrop(a) && a.equals(b)
}

/** Ruby's ==: 1 == 1.0. */
export const equalValues = (a: Value, b: Value): boolean => {
  if (a === b) return true
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b)
  // Integer and bigint, or Integer and Float: JavaScript's loose equality of numbers is Ruby's.
  // biome-ignore lint/suspicious/noDoubleEquals: see above
  if (isNumber(a)) return isNumber(b) && numeric(a) == numeric(b)
  return typeof a === 'object' && typeof b === 'object' && equalObjects(a as object, b as object)
}

const compareArrays = (a: readonly Value[], b: readonly Value[]): number | undefined => {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareValues(a[index], b[index])
    if (order !== 0) return order
  }
  return Math.sign(a.length - b.length)
}

const compareNumbers = (a: number | bigint | FloatLike, b: number | bigint | FloatLike): number | undefined => {
  const left = numeric(a)
  const right = numeric(b)
  return left < right ? -1 : left > right ? 1 : left >= right ? 0 : undefined
}

/** What a Date is next to a number: the days since noon of January 1st, 4713 BC. */
const astronomicalDay = (date: DateValue): number => daysFromDate(date.year, date.month, date.day) + 2440587.5

/** Ruby's <=>; undefined where values do not compare. */
export const compareValues = (a: Value, b: Value): number | undefined => {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : undefined
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : undefined
  if (isArray(a)) return isArray(b) ? compareArrays(a, b) : undefined
  if (isTime(a)) return isTime(b) ? compareTimes(a, b) : undefined
  if (isDate(a)) return isDate(b) ? compareDates(a, b) : isNumber(b) ? compareNumbers(astronomicalDay(a), b) : undefined
  if (isDrop(a) && isDrop(b)) return a === b ? 0 : (a.compare(b) ?? (a.equals(b) ? 0 : undefined))
  return equalValues(a, b) ? 0 : undefined
}

/** The message of the ArgumentError that Ruby raises for values that do not compare. */
export const comparisonFailure = (a: Value, b: Value): string => {
  const special = isNil(b) || typeof b === 'boolean' || isFloat(b) || typeof b === 'number'
  return `comparison of ${className(a)} with ${special ? inspect(b) : className(b)} failed`
}

/** Array#sort as Ruby does it on Linux: a stable merge sort, whose order of comparisons decides which pair an error names. */
export const mergeSort = <T>(items: readonly T[], compare: (a: T, b: T) => number): T[] => {
  if (items.length < 2) return [...items]
  const half = items.length >> 1
  const left = mergeSort(items.slice(0, half), compare)
  const right = mergeSort(items.slice(half), compare)
  const merged: T[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) merged.push(compare(left[i]!, right[j]!) <= 0 ? left[i++]! : right[j++]!)
  while (i < left.length) merged.push(left[i++]!)
  while (j < right.length) merged.push(right[j++]!)
  return merged
}

/** A string that two values share exactly where Ruby's eql? holds: for uniq, group_by and indexes. */
export const identityKey = (value: Value): unknown => {
  if (typeof value !== 'object' || value === null) return value ?? null
  if (isDrop(value)) return value
  // The two zeros are one number.
  if (isFloatValue(value)) return `Float ${inspect(value).replace(/^-(?=0\.0$)/, '')}`
  if (isArray(value) || isHash(value) || isTime(value) || isDate(value) || isRange(value))
    return `${className(value)} ${inspect(value)}`
  return value
}

export const isIntegerValue = (value: Value): value is number | bigint => isInteger(value)
