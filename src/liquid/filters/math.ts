import { addDecimals, ceilDecimal, compareDecimals, type Decimal, decimalOfFloat, decimalOfInteger, decimalToFloat, divideDecimals, floorDecimal, floorDivide, moduloDecimals, multiplyDecimals, parseDecimal, roundDecimal, subtractDecimals, truncateDecimal } from '../../util/decimal.ts' // biome-ignore format: one list
import { floatNumber, stringToInteger } from '../../util/number.ts'
import { strip } from '../../util/ruby-text.ts'
import { type FloatLike, float, integer, isFloat, isFloatValue, isInteger, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { RubyError } from '../errors.ts'

// Arithmetic. Integers stay integers, of any size; where a float takes part, decimals are exact until the result is a float again.

/** What Liquid calculates with: an Integer, a decimal, or a float that is none (NaN, Infinity). */
type Operand = number | bigint | { readonly decimal: Decimal } | { readonly special: number }

const isWhole = (operand: Operand): operand is number | bigint => typeof operand !== 'object'

const ofFloat = (value: FloatLike): Operand => {
  const decimal = decimalOfFloat(value)
  return decimal ? { decimal } : { special: floatNumber(value) }
}

/** Liquid's Utils.to_number. */
const toNumber = (value: Value): Operand => {
  if (isInteger(value)) return value
  if (isFloat(value) || isFloatValue(value)) return ofFloat(value)
  if (typeof value !== 'string') return 0
  const text = strip(value)
  const decimal = /^-?\d+\.\d+$/.test(text) ? parseDecimal(text) : undefined
  return decimal ? { decimal } : stringToInteger(value)
}

const toDecimal = (operand: Operand): Decimal | undefined => {
  if (isWhole(operand)) return decimalOfInteger(operand)
  return 'decimal' in operand ? operand.decimal : undefined
}

const toPlain = (operand: Operand): number => {
  if (isWhole(operand)) return Number(operand)
  return 'decimal' in operand ? floatNumber(decimalToFloat(operand.decimal)) : operand.special
}

const toValue = (operand: Operand): Value => {
  if (isWhole(operand)) return operand
  return 'decimal' in operand ? decimalToFloat(operand.decimal) : float(operand.special)
}

interface Operation {
  readonly whole: (a: bigint, b: bigint) => bigint
  readonly decimal: (a: Decimal, b: Decimal) => Decimal
  readonly plain: (a: number, b: number) => number
  /** Division by a whole zero, and the remainder of any, is an error. */
  readonly failsAtZero: 'whole' | 'always' | 'never'
}

const divideByZero = (): RubyError => new RubyError('Liquid::ZeroDivisionError', 'divided by 0')

const calculate = (left: Operand, right: Operand, operation: Operation): Value => {
  const zero = toPlain(right) === 0
  if (isWhole(left) && isWhole(right)) {
    if (zero && operation.failsAtZero !== 'never') throw divideByZero()
    return integer(operation.whole(BigInt(left), BigInt(right)))
  }
  if (zero && operation.failsAtZero === 'always') throw divideByZero()
  const [a, b] = [toDecimal(left), toDecimal(right)]
  const plain = operation.plain(toPlain(left), toPlain(right))
  // A zero of a product or quotient has a sign, which decimals do not.
  if (!a || !b || (zero && operation.failsAtZero === 'whole') || Object.is(plain, -0)) return float(plain)
  return decimalToFloat(operation.decimal(a, b))
}

const PLUS: Operation = { whole: (a, b) => a + b, decimal: addDecimals, plain: (a, b) => a + b, failsAtZero: 'never' }
const MINUS: Operation = { whole: (a, b) => a - b, decimal: subtractDecimals, plain: (a, b) => a - b, failsAtZero: 'never' } // biome-ignore format: a table
const TIMES: Operation = { whole: (a, b) => a * b, decimal: multiplyDecimals, plain: (a, b) => a * b, failsAtZero: 'never' } // biome-ignore format: a table
const DIVIDE: Operation = { whole: floorDivide, decimal: divideDecimals, plain: (a, b) => a / b, failsAtZero: 'whole' }
const MODULO: Operation = {
  whole: (a, b) => a - floorDivide(a, b) * b,
  decimal: moduloDecimals,
  plain: (a, b) => (Number.isFinite(a) ? (Number.isNaN(b) ? Number.NaN : a) : Number.NaN),
  failsAtZero: 'always',
}

/** Small integers, by far the commonest, without detours. */
const fast = (a: Value, b: Value, add: (a: number, b: number) => number): number | undefined => {
  if (typeof a !== 'number' || typeof b !== 'number' || !Number.isInteger(a) || !Number.isInteger(b)) return undefined
  const result = add(a, b)
  return Number.isSafeInteger(result) ? result : undefined
}

// Where a float divides exactly enough to be rounded down: halves of its whole numbers.
const fastDivide = (a: number, b: number): number => (Math.abs(a) < 2 ** 31 ? Math.floor(a / b) + 0 : Number.NaN)

const binary = (operation: Operation, quick?: (a: number, b: number) => number): Filter => ({
  apply: (input, [operand]) =>
    (quick && fast(input, operand, quick)) ?? calculate(toNumber(input), toNumber(operand), operation),
  arity: [1, 1],
})

const domainError = (operand: { readonly special: number }): RubyError => {
  const name = Number.isNaN(operand.special)
    ? "'NaN' (Not a Number)"
    : operand.special > 0
      ? "'Infinity'"
      : "'-Infinity'"
  return new RubyError('Liquid::FloatDomainError', `Computation results in ${name}`)
}

const toWhole =
  (round: (decimal: Decimal) => number | bigint) =>
  (input: Value): Value => {
    const operand = toNumber(input)
    if (isWhole(operand)) return operand
    if ('special' in operand) throw domainError(operand)
    return round(operand.decimal)
  }

const wholePlaces = (places: Value): number => {
  const operand = toNumber(places)
  if (isWhole(operand)) return Number(operand)
  if ('special' in operand) throw domainError(operand)
  return Number(truncateDecimal(operand.decimal))
}

const isZero = (value: Value): boolean =>
  value === undefined || (isInteger(value) && Number(value) === 0) || (isFloat(value) && floatNumber(value) === 0)

const LARGEST_PLACES = 2 ** 31

const round = (input: Value, [n]: readonly Value[]): Value => {
  const operand = toNumber(input)
  const places = n === undefined ? 0 : wholePlaces(n)
  if (Math.abs(places) >= LARGEST_PLACES) throw new RubyError('RangeError', `integer ${places} too ${places < 0 ? 'small' : 'big'} to convert to \`int'`) // biome-ignore format: one throw
  if (isWhole(operand)) {
    if (places >= 0) return operand
    return places < -400 ? 0 : truncateDecimal(roundDecimal(decimalOfInteger(operand), places))
  }
  if ('special' in operand) {
    if (places < 1 || isZero(n)) throw domainError(operand)
    return float(operand.special)
  }
  const rounded = places < -400 ? decimalOfInteger(0) : roundDecimal(operand.decimal, places)
  return places < 1 || isZero(n) ? truncateDecimal(rounded) : decimalToFloat(rounded)
}

const abs = (input: Value): Value => {
  const operand = toNumber(input)
  if (isWhole(operand)) return operand < 0 ? integer(-BigInt(operand)) : operand
  if ('special' in operand) return float(Math.abs(operand.special))
  const { digits, scale } = operand.decimal
  return decimalToFloat({ digits: digits < 0n ? -digits : digits, scale })
}

const compareOperands = (a: Operand, b: Operand): number => {
  const [left, right] = [toDecimal(a), toDecimal(b)]
  if (left && right) return compareDecimals(left, right)
  return toPlain(a) - toPlain(b)
}

const bounded =
  (wins: (order: number) => boolean) =>
  (input: Value, [n]: readonly Value[]): Value => {
    const bound = toNumber(n)
    const number = toNumber(input)
    return toValue(wins(compareOperands(bound, number)) ? bound : number)
  }

export const mathFilters: Readonly<Record<string, Filter>> = {
  plus: binary(PLUS, (a, b) => a + b),
  minus: binary(MINUS, (a, b) => a - b),
  times: binary(TIMES, (a, b) => a * b + 0),
  divided_by: binary(DIVIDE, fastDivide),
  modulo: binary(MODULO),
  round: { apply: round, arity: [0, 1] },
  ceil: { apply: toWhole(ceilDecimal), arity: [0, 0] },
  floor: { apply: toWhole(floorDecimal), arity: [0, 0] },
  abs: { apply: abs, arity: [0, 0] },
  at_least: { apply: bounded((order) => order > 0), arity: [1, 1] },
  at_most: { apply: bounded((order) => order < 0), arity: [1, 1] },
}
