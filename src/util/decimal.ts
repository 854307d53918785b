import { floatNumber, floatText } from './number.ts'
import { type FloatLike, float, integer } from './value.ts'

// Exact decimal arithmetic, as Liquid does it for floats through Ruby's BigDecimal: 0.1 plus 0.2 is 0.3, and 1.005 rounds to 1.01.

/** `digits` times ten to the power of `-scale`; scale is never negative. NaN and the infinities are not decimals. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent)

/** A decimal from `-12.34`, `1.0e+20`: what Float#to_s prints. Undefined for NaN and Infinity. */
export const parseDecimal = (text: string): Decimal | undefined => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)
  if (!match) return undefined
  const fraction = match[3] ?? ''
  const scale = fraction.length - Number(match[4] ?? 0)
  const digits = BigInt(`${match[2]}${fraction}`) * (match[1] === '-' ? -1n : 1n)
  return scale < 0 ? { digits: digits * power(-scale), scale: 0 } : { digits, scale }
}

export const decimalOfFloat = (value: FloatLike): Decimal | undefined => parseDecimal(floatText(value))
export const decimalOfInteger = (value: number | bigint): Decimal => ({ digits: BigInt(value), scale: 0 })

/** BigDecimal#to_f. */
export const decimalToFloat = ({ digits, scale }: Decimal): FloatLike => float(Number(`${digits}e${-scale}`))

const align = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * power(scale - a.scale), b.digits * power(scale - b.scale), scale]
}

export const addDecimals = (a: Decimal, b: Decimal): Decimal => {
  const [left, right, scale] = align(a, b)
  return { digits: left + right, scale }
}

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => addDecimals(a, { ...b, digits: -b.digits })

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
})

/** The quotient to 40 digits, more than a Float can tell apart. The divisor is not zero. */
export const divideDecimals = (a: Decimal, b: Decimal): Decimal => {
  const extra = Math.max(0, 40 + String(b.digits).length - String(a.digits).length)
  const scale = a.scale - b.scale + extra
  const digits = (a.digits * power(extra)) / b.digits
  return scale < 0 ? { digits: digits * power(-scale), scale: 0 } : { digits, scale }
}

export const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

/** Ruby's %: the result has the divisor's sign. The divisor is not zero. */
export const moduloDecimals = (a: Decimal, b: Decimal): Decimal => {
  const [left, right, scale] = align(a, b)
  return { digits: left - floorDivide(left, right) * right, scale }
}

export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const [left, right] = align(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Rounded half away from zero to that many places, which may be negative. */
export const roundDecimal = (value: Decimal, places: number): Decimal => {
  if (places >= value.scale) return value
  const unit = power(value.scale - places)
  const magnitude = value.digits < 0n ? -value.digits : value.digits
  const rounded = ((magnitude + unit / 2n) / unit) * unit
  return { digits: value.digits < 0n ? -rounded : rounded, scale: value.scale }
}

export const floorDecimal = (value: Decimal): number | bigint => integer(floorDivide(value.digits, power(value.scale)))
export const ceilDecimal = (value: Decimal): number | bigint => integer(-floorDivide(-value.digits, power(value.scale)))
export const truncateDecimal = (value: Decimal): number | bigint => integer(value.digits / power(value.scale))
export const isZeroFloat = (value: FloatLike): boolean => floatNumber(value) === 0
