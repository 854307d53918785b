import type { Drop as LiquidjsDrop } from 'liquidjs'
import { type Drop, isDrop } from '../util/drop.ts'
import { floatNumber } from '../util/number.ts'
import { isArray, isDate, isFloatValue, isHash, isRange, isTime, type Value } from '../util/value.ts'
import { rangeItems } from './collection.ts'
import { fromPlain } from './plain-data.ts'

// Values on their way to liquidjs plugins and back: hashes are plain objects there, dates are JavaScript's, drops are liquidjs's.

type DropClass = typeof LiquidjsDrop

export interface ValueBridge {
  toPlugin(value: Value): unknown
  fromPlugin(value: unknown): Value
}

const MILLISECONDS = 1000

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return (prototype === null || prototype === Object.prototype) && !('kind' in value)
}

export const createValueBridge = (Base: DropClass): ValueBridge => {
  class View extends Base {
    readonly subject: Drop

    constructor(subject: Drop) {
      super()
      this.subject = subject
    }

    override liquidMethodMissing(key: string | number): unknown {
      return toPlugin(this.subject.get(String(key)))
    }

    override valueOf(): unknown {
      return this.subject.text() ?? super.valueOf()
    }
  }

  const known = new WeakMap<object, unknown>()

  const plainObject = (value: ReadonlyMap<Value, Value>): unknown => {
    const object: Record<string, unknown> = Object.create(null)
    known.set(value, object)
    for (const [key, item] of value) object[String(key)] = toPlugin(item)
    return object
  }

  const convert = (value: object): unknown => {
    if (isFloatValue(value)) return floatNumber(value)
    if (isTime(value)) return new Date(value.seconds * MILLISECONDS + value.nanos / 1e6)
    if (isDate(value)) return new Date(Date.UTC(value.year, value.month - 1, value.day))
    if (isRange(value)) return rangeItems(value)
    if (isArray(value)) return value.map(toPlugin)
    if (isHash(value)) return plainObject(value)
    return isDrop(value) ? new View(value) : value
  }

  const toPlugin = (value: Value): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (!known.has(value)) known.set(value, convert(value))
    return known.get(value)
  }

  const fromPlugin = (value: unknown): Value => {
    if (value instanceof View) return value.subject
    if (Array.isArray(value)) return value.map(fromPlugin)
    if (typeof value !== 'object' || value === null || !isPlain(value)) return fromPlain(value)
    return new Map<Value, Value>(Object.entries(value).map(([key, item]) => [key, fromPlugin(item)]))
  }

  return { toPlugin, fromPlugin }
}
