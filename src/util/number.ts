import { type FloatLike, integer, isFloatValue } from './value.ts'

// Ruby's numbers as text and back: Float#to_s, String#to_i, String#to_f, Kernel#Integer.

/** The JavaScript number in a Float. */
export const floatNumber = (value: FloatLike): number => (isFloatValue(value) ? value.value : value)

const padExponent = (exponent: number): string =>
  `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`

/** Float#to_s: the shortest digits that give the number back, whole ones with an exponent from 1.0e+15 on, and 1.0e-05 below 0.0001. */
export const floatText = (value: FloatLike): string => {
  const number = floatNumber(value)
  if (Number.isNaN(number)) return 'NaN'
  if (!Number.isFinite(number)) return number > 0 ? 'Infinity' : '-Infinity'
  if (number === 0) return Object.is(number, -0) ? '-0.0' : '0.0'
  const [mantissa = '', exponentText = '0'] = Math.abs(number).toExponential().split('e')
  const exponent = Number(exponentText)
  const sign = number < 0 ? '-' : ''
  const digits = mantissa.replace('.', '')
  const large = exponent >= 16 || (exponent === 15 && digits.length <= 16)
  if (large || exponent < -4) return `${sign}${digits[0]}.${digits.slice(1) || '0'}e${padExponent(exponent)}`
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`
}

/** Whole digits, of any length, as an Integer. */
export const parseDigits = (digits: string): number | bigint => {
  const clean = digits.replaceAll('_', '')
  if (clean.replace(/^[+-]/, '').length < 16) return Number(clean) + 0
  return integer(BigInt(clean.replace(/^\+/, '')))
}

/** String#to_i: the leading integer, 0 where there is none. */
export const stringToInteger = (text: string): number | bigint => {
  const match = /^[\s\v]*([+-]?\d+(?:_\d+)*)/.exec(text)
  return match ? parseDigits(match[1]!) : 0
}

/** String#to_f: the leading decimal number, 0.0 where there is none. */
export const stringToFloat = (text: string): number => {
  const match = /^[\s\v]*([+-]?(?:\d+(?:_\d+)*)?(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+(?:_\d+)*)?)/.exec(text)
  const number = Number((match?.[1] ?? '').replaceAll('_', ''))
  if (!Number.isNaN(number)) return number
  // An exponent without digits before it: only what stands before it counts.
  return Number(/^[\s\v]*([+-]?\d*)/.exec(text)?.[1]?.replace(/^[+-]$/, '0') ?? 0)
}

const RADIX_PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^0[xX]([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)$/, '0x'],
  [/^0[bB]([01]+(?:_[01]+)*)$/, '0b'],
  [/^0[oO]?_?([0-7]+(?:_[0-7]+)*)$/, '0o'],
  [/^0[dD]([0-9]+(?:_[0-9]+)*)$/, ''],
  [/^([1-9][0-9]*(?:_[0-9]+)*|0)$/, ''],
]

/** Kernel#Integer on a string: undefined where Ruby raises. Knows 0x1f, 0b1, 017 and 1_000. */
export const strictInteger = (text: string): number | bigint | undefined => {
  const trimmed = /^[\s\v]*([+-]?)(.*?)[\s\v]*$/s.exec(text)
  for (const [pattern, prefix] of RADIX_PREFIXES) {
    const digits = pattern.exec(trimmed?.[2] ?? '')?.[1]
    if (digits === undefined) continue
    const value = BigInt(prefix + digits.replaceAll('_', ''))
    return integer(trimmed?.[1] === '-' ? -value : value)
  }
  return undefined
}

/** Float#to_i, exact for large floats. Only for finite numbers. */
export const truncate = (number: number): number | bigint => {
  const whole = Math.trunc(number)
  return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole)
}
