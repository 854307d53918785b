import { floatNumber, stringToInteger, truncate } from '../../util/number.ts'
import { isArray, isFloat, isInteger, isNil, isTime, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { argumentError, noMethodError, RubyError } from '../errors.ts'
import { toInteger } from '../evaluate.ts'
import { groupFilters } from './group.ts'

import { sortFilters } from './sort.ts'
import { whereFilters } from './where.ts'
import { expressionFilters } from './where-exp.ts'

// Jekyll's filters on lists, all of them; here those that take from or add to the ends of an array.

const counted = (value: Value): number => {
  const count = toInteger(value)
  if (count < 0) throw argumentError('negative array size')
  return count
}

const changing = (change: (items: readonly Value[], argument: Value) => readonly Value[]): Filter['apply'] =>
  (input, [argument = 1]) => (isArray(input) ? change(input, argument) : input) // biome-ignore format: one function

const sample = (input: Value, [num = 1]: readonly Value[]): Value => {
  if (!isArray(input)) return input
  let count = 1
  try {
    count = toInteger(num)
  } catch (error) {
    if (!(error instanceof RubyError)) throw error
  }
  if (count < 0) throw argumentError('negative sample number')
  const pool = [...input]
  const pick = (): Value => pool.splice(Math.floor(Math.random() * pool.length), 1)[0]
  if (count === 1) return pick() ?? null
  return Array.from({ length: Math.min(count, input.length) }, pick)
}

const toIntegerFilter = (input: Value): Value => {
  if (typeof input === 'boolean') return input ? 1 : 0
  if (isNil(input)) return 0
  if (isInteger(input)) return input
  if (isFloat(input)) return truncated(floatNumber(input))
  if (typeof input === 'string') return stringToInteger(input)
  if (isTime(input)) return input.seconds
  throw noMethodError('to_i', input)
}

const truncated = (number: number): Value => {
  if (Number.isFinite(number)) return truncate(number)
  throw new RubyError('FloatDomainError', Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity')
}

export const listFilters: Readonly<Record<string, Filter>> = {
  ...whereFilters,
  ...expressionFilters,
  ...groupFilters,
  ...sortFilters,
  sample: { apply: sample, arity: [0, 1] },
  to_integer: { apply: toIntegerFilter, arity: [0, 0] },
}

/** Those that take from or add to the ends. */
export const endFilters: Readonly<Record<string, Filter>> = {
  pop: { apply: changing((items, count) => items.slice(0, Math.max(0, items.length - counted(count)))), arity: [0, 1] },
  push: { apply: changing((items, item) => [...items, item]), arity: [1, 1] },
  shift: { apply: changing((items, count) => items.slice(counted(count))), arity: [0, 1] },
  unshift: { apply: changing((items, item) => [item, ...items]), arity: [1, 1] },
}
