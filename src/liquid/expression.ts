import { parseDigits, stringToFloat, stringToInteger, truncate } from '../util/number.ts'
import { float, type RangeValue, type Value } from '../util/value.ts'
import { rubyPattern } from './pattern.ts'

// Liquid's expressions as a tree: literals, ranges, and variables with their lookups. Anything at all is an expression; what makes no
// sense is a variable that does not exist.

/** `blank` and `empty`: they print as nothing, and compare by asking the other side. */
export class MethodLiteral {
  readonly rubyClass = 'Liquid::Expression::MethodLiteral'
  readonly method: 'blank' | 'empty'

  constructor(method: 'blank' | 'empty') {
    this.method = method
  }
}

export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression }
  | Lookup

export interface Lookup {
  readonly kind: 'lookup'
  readonly name: Expression
  readonly steps: readonly Step[]
}

export interface Step {
  readonly key: Expression
  /** Written after a dot and called size, first or last: a method where there is no such key. */
  readonly command: 'size' | 'first' | 'last' | undefined
}

export const isMethodLiteral = (value: unknown): value is MethodLiteral =>
  typeof value === 'object' && value instanceof MethodLiteral

const literal = (value: Value): Expression => ({ kind: 'literal', value })
export const NIL: Expression = literal(null)

const LITERALS: ReadonlyMap<string, Expression> = new Map([
  ['nil', NIL],
  ['null', NIL],
  ['', NIL],
  ['true', literal(true)],
  ['false', literal(false)],
  ['blank', literal(new MethodLiteral('blank'))],
  ['empty', literal(new MethodLiteral('empty'))],
])

const RANGE = rubyPattern('^\\((\\S+)\\.\\.(\\S+)\\)$')
const VARIABLE_PARTS = /\[[^\]]+\]|[\w-]+\??/g

/** The integer in a range's end that is written out: `(1..'5')`. Other literals are none. */
export const literalInteger = (value: Value): number => {
  if (typeof value === 'number') return Number(truncate(value))
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string') return Number(stringToInteger(value))
  if (typeof value === 'object' && value !== null && 'value' in value) return Math.trunc(Number(value.value))
  return 0
}

const parseRange = (first: Expression, last: Expression): Expression => {
  if (first.kind !== 'literal' || last.kind !== 'literal') return { kind: 'range', first, last }
  if (![first, last].every(({ value }) => value === null || typeof value !== 'boolean'))
    return { kind: 'range', first, last }
  const range: RangeValue = { kind: 'range', first: literalInteger(first.value), last: literalInteger(last.value) }
  return literal(range)
}

const isBracketed = (part: string): boolean => part.startsWith('[') && part.endsWith(']')
const COMMANDS: ReadonlySet<string> = new Set(['size', 'first', 'last'])

const parseStep = (part: string): Step => {
  if (isBracketed(part)) return { key: parseExpression(part.slice(1, -1)), command: undefined }
  return { key: literal(part), command: COMMANDS.has(part) ? (part as 'size' | 'first' | 'last') : undefined }
}

const parseLookup = (markup: string): Lookup => {
  const [first, ...rest] = markup.match(VARIABLE_PARTS) ?? []
  const name = first === undefined ? NIL : isBracketed(first) ? parseExpression(first.slice(1, -1)) : literal(first)
  return { kind: 'lookup', name, steps: rest.map(parseStep) }
}

/** Liquid's Expression.parse; undefined markup (an argument that is not there) is nil. */
export const parseExpression = (markup: string | undefined): Expression => {
  if (markup === undefined) return NIL
  const known = LITERALS.get(markup)
  if (known) return known
  const quote = markup[0]
  if (markup.length > 1 && (quote === '"' || quote === "'") && markup.endsWith(quote))
    return literal(markup.slice(1, -1))
  if (/^-?\d+$/.test(markup)) return literal(parseDigits(markup))
  const range = RANGE.exec(markup)
  if (range) return parseRange(parseExpression(range[1]), parseExpression(range[2]))
  if (/^-?\d[\d.]+$/.test(markup)) return literal(float(stringToFloat(markup)))
  return parseLookup(markup)
}
