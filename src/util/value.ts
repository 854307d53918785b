// The values that a Jekyll source tree speaks of: what YAML, JSON and Liquid literals evaluate to.
//
// Ruby tells integers from floats, keeps a hash's order whatever its keys are, and prints a date unlike a time; JavaScript does
// none of that by itself. These few conventions carry the difference, and every layer keeps to them:
//
//   nil                 null (undefined counts as nil where it turns up)
//   Integer             a safe-integer number, or a bigint beyond that
//   Float               a number with a fraction, or a FloatValue where a bare number would look like an Integer (1.0, 1e20, NaN)
//   String, true, false the same in JavaScript
//   Array               an array
//   Hash                a Map, in insertion order, with typed keys (2 and "2" are two keys)
//   Date, Time, Range   the tagged plain objects below
//
// All of them survive structured cloning, so that they cross to workers and into the cache as they are. A plain object without
// `kind` is never data.

/** A Float whose value an integer could have. Made by `float`, never by hand. */
export interface FloatValue {
  readonly kind: 'float'
  readonly value: number
}

/** A calendar day (Ruby's Date). `month` is 1-12. */
export interface DateValue {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

/** An instant with the offset it was written in (Ruby's Time). */
export interface TimeValue {
  readonly kind: 'time'
  /** Whole seconds since 1970-01-01 00:00:00 UTC. */
  readonly seconds: number
  /** 0 to 999,999,999. */
  readonly nanos: number
  /** Seconds east of UTC. */
  readonly offset: number
  /** The zone's abbreviation where there is one; 'UTC' makes it print as UTC (unless it is local), null as +0000. */
  readonly zone: string | null
  /** A time in the site's own zone: prints its offset even where that zone is UTC. */
  readonly local?: true
}

/** Both ends belong to the range. */
export interface RangeValue {
  readonly kind: 'range'
  readonly first: number
  readonly last: number
}

export type Hash = ReadonlyMap<Value, Value>

/** Anything a template can see. Drops (views of the site made by higher layers) are objects too. */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | FloatValue
  | DateValue
  | TimeValue
  | RangeValue
  | readonly Value[]
  | Hash
  | object

export type FloatLike = number | FloatValue

const isTagged = (value: unknown, kind: string): boolean =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === kind

export const isFloatValue = (value: unknown): value is FloatValue => isTagged(value, 'float')
export const isDate = (value: unknown): value is DateValue => isTagged(value, 'date')
export const isTime = (value: unknown): value is TimeValue => isTagged(value, 'time')
export const isRange = (value: unknown): value is RangeValue => isTagged(value, 'range')
export const isHash = (value: unknown): value is Hash => value instanceof Map
export const isArray = (value: unknown): value is readonly Value[] => Array.isArray(value)

/** Ruby's Float for a JavaScript number. */
export const float = (value: number): FloatLike =>
  Number.isInteger(value) || !Number.isFinite(value) ? { kind: 'float', value } : value

/** Ruby's Integer for a whole number of any size. */
export const integer = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value

export const isInteger = (value: unknown): value is number | bigint =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
export const isFloat = (value: unknown): value is FloatLike =>
  isFloatValue(value) || (typeof value === 'number' && !Number.isInteger(value))

/** Ruby's nil. */
export const isNil = (value: unknown): value is null | undefined => value === null || value === undefined

/** Only nil and false are false. */
export const isTruthy = (value: unknown): boolean => value !== null && value !== undefined && value !== false

/** A hash with string keys from an object's own entries: for literals in code, not for data. */
export const hashOf = (entries: Readonly<Record<string, Value>>): Map<Value, Value> => new Map(Object.entries(entries))
