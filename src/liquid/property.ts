import { isDrop } from '../util/drop.ts'
import { floatNumber } from '../util/number.ts'
import { substring, textLength } from '../util/ruby-text.ts'
import { isArray, isFloat, isHash, isInteger, isRange, type RangeValue, type Value } from '../util/value.ts'
import { noConversion, noMethodError, typeError } from './errors.ts'
import { itemAt } from './evaluate.ts'
import type { Runtime } from './runtime.ts'

// Ruby's `item[property]` as filters call it: every class has its own idea of it.

/** Whether a value responds to `[]`. */
export const hasBrackets = (value: Value): boolean =>
  isArray(value) || isHash(value) || typeof value === 'string' || isInteger(value) || isDrop(value)

/** Where a range of indexes begins among `length` items, and how many it takes; undefined where Ruby gives nil. */
const stretch = ({ first, last }: RangeValue, length: number): readonly [start: number, count: number] | undefined => {
  const start = first < 0 ? first + length : first
  if (start < 0 || start > length) return undefined
  return [start, Math.max(0, (last < 0 ? last + length : last) - start + 1)]
}

const arrayItem = (items: readonly Value[], key: Value): Value => {
  if (isInteger(key)) return itemAt(items, Number(key))
  if (isRange(key)) {
    const part = stretch(key, items.length)
    return part && items.slice(part[0], part[0] + part[1])
  }
  if (isFloat(key)) return itemAt(items, Math.trunc(floatNumber(key)))
  if (key === null || key === undefined) throw typeError('no implicit conversion from nil to integer')
  throw noConversion(key, 'Integer')
}

const characterAt = (text: string, key: Value): Value => {
  if (typeof key === 'string') return text.includes(key) ? key : null
  if (isRange(key)) {
    const part = stretch(key, textLength(text))
    return part && substring(text, ...part)
  }
  if (isInteger(key) || isFloat(key)) {
    const index = isInteger(key) ? Number(key) : Math.trunc(floatNumber(key))
    return substring(text, index, 1) || null
  }
  if (key === null || key === undefined) throw typeError('no implicit conversion from nil to integer')
  throw noConversion(key, 'Integer')
}

const bitAt = (number: number | bigint, key: Value): Value => {
  if (!isInteger(key) && !isFloat(key)) throw noConversion(key, 'Integer')
  const index = isInteger(key) ? BigInt(key) : BigInt(Math.trunc(floatNumber(key)))
  return index < 0n || index > 10_000n ? (number < 0 && index > 0n ? 1 : 0) : Number((BigInt(number) >> index) & 1n)
}

/** `item[key]`, noted for drops. Throws RubyError as Ruby does for items without brackets and keys of the wrong class. */
export const propertyOf = (item: Value, key: Value, runtime: Runtime): Value => {
  if (isHash(item)) return item.get(key) ?? null
  if (isDrop(item)) return typeof key === 'string' ? (runtime.read(item, key) ?? null) : null
  if (isArray(item)) return arrayItem(item, key) ?? null
  if (typeof item === 'string') return characterAt(item, key) ?? null
  if (isInteger(item)) return bitAt(item, key)
  throw noMethodError('[]', item)
}
