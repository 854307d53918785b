import { compareValues, comparisonFailure, equalValues, isNumber } from '../util/compare.ts'
import { isDrop } from '../util/drop.ts'
import { textOf } from '../util/inspect.ts'
import { isArray, isDate, isHash, isRange, isTime, isTruthy, type Value } from '../util/value.ts'
import { noteReads } from './effects.ts'
import { argumentError, type Spot, syntaxError } from './errors.ts'
import { compileExpression, type Evaluate, isEmpty } from './evaluate.ts'
import { type Expression, isMethodLiteral, parseExpression } from './expression.ts'
import { createStrictParser, type StrictParser } from './lexer.ts'
import type { Parser } from './parser.ts'
import { QUOTED_FRAGMENT, rubyPattern } from './pattern.ts'
import type { Runtime } from './runtime.ts'

// The conditions of if, unless, elsif and where_exp: comparisons joined by and / or, which bind to the right.

export interface Comparison {
  readonly left: Expression
  readonly operator: string | undefined
  readonly right: Expression
}

/** Comparisons from left to right; `relation` joins one to all that follow it. */
export type Condition = readonly (Comparison & { readonly relation: 'and' | 'or' | undefined })[]

export type Test = (runtime: Runtime) => Value

const askMethod = (method: 'blank' | 'empty', value: Value, { core }: Runtime): boolean | null => {
  // quirk(liquid): blank? comes with Rails; where that is not there, nothing is blank.
  if (method === 'blank') return core.knowsBlank ? isBlank(value) : null
  return isEmpty(value)
}

const isBlank = (value: Value): boolean =>
  !isTruthy(value) || (typeof value === 'string' ? value.trim() === '' : (isEmpty(value) ?? false))

/** `==` in a condition. */
export const equalInCondition = (left: Value, right: Value, runtime: Runtime): boolean | null => {
  if (isMethodLiteral(left)) return askMethod(left.method, right, runtime)
  if (isMethodLiteral(right)) return askMethod(right.method, left, runtime)
  return equalValues(left, right)
}

const contains = (left: Value, right: Value): boolean => {
  if (!isTruthy(left) || !isTruthy(right)) return false
  if (typeof left === 'string') return left.includes(isMethodLiteral(right) ? '' : textOf(right))
  if (isArray(left)) return left.some((item) => equalValues(item, right))
  if (isHash(left)) return left.has(right)
  if (isRange(left)) return isNumber(right) && (compareValues(left.first, right) ?? 1) <= 0 && (compareValues(right, left.last) ?? 1) <= 0 // biome-ignore format: one condition
  return isDrop(left) && left.isHash && typeof right === 'string' && left.has(right)
}

const isOrdered = (value: Value): boolean =>
  typeof value === 'string' || isNumber(value) || isTime(value) || isDate(value)

const ordered =
  (holds: (order: number) => boolean) =>
  (left: Value, right: Value): boolean | null => {
    if (!isOrdered(left) || !isOrdered(right)) return null
    const order = compareValues(left, right)
    if (order !== undefined) return holds(order)
    if (isNumber(left) && isNumber(right)) return false
    throw argumentError(comparisonFailure(left, right))
  }

type Operator = (left: Value, right: Value, runtime: Runtime) => boolean | null

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['==', equalInCondition],
  ['!=', (left, right, runtime) => !equalInCondition(left, right, runtime)],
  ['<>', (left, right, runtime) => !equalInCondition(left, right, runtime)],
  ['<', ordered((order) => order < 0)],
  ['>', ordered((order) => order > 0)],
  ['<=', ordered((order) => order <= 0)],
  ['>=', ordered((order) => order >= 0)],
  ['contains', contains],
])

const compileComparison = ({ left, operator, right }: Comparison): Test => {
  const first = compileExpression(left)
  if (operator === undefined) return first
  const second = compileExpression(right)
  const compare = OPERATORS.get(operator)
  if (compare) return (runtime) => compare(first(runtime), second(runtime), runtime)
  return (runtime) => {
    first(runtime)
    second(runtime)
    throw argumentError(`Unknown operator ${operator}`)
  }
}

export const compileCondition = (condition: Condition): Test => {
  const tests = condition.map(compileComparison)
  if (tests.length === 1) return tests[0]!
  return (runtime) => {
    let result: Value = null
    for (let index = 0; index < tests.length; index++) {
      result = tests[index]!(runtime)
      const { relation } = condition[index]!
      if (relation === 'or' ? isTruthy(result) : relation === 'and' ? !isTruthy(result) : true) return result
    }
    return result
  }
}

const PARTS = rubyPattern(
  `(?:\\b(?:\\s?and\\s?|\\s?or\\s?)\\b|(?:\\s*(?!\\b(?:\\s?and\\s?|\\s?or\\s?)\\b)(?:${QUOTED_FRAGMENT}|\\S+)\\s*)+)`,
  'g',
)
const COMPARISON = rubyPattern(`(${QUOTED_FRAGMENT})\\s*([=!<>a-z_]+)?\\s*(${QUOTED_FRAGMENT})?`)

const invalid = () => syntaxError("Syntax Error in tag 'if' - Valid syntax: if [expression]")

const laxComparison = (text: string | undefined): Comparison => {
  const match = COMPARISON.exec(text ?? '')
  if (!match) throw invalid()
  return { left: parseExpression(match[1]), operator: match[2], right: parseExpression(match[3]) }
}

const parseLax = (markup: string): Condition => {
  const parts = [...markup.matchAll(PARTS)].map(([part]) => part)
  const condition: Condition[number][] = [{ ...laxComparison(parts.pop()), relation: undefined }]
  while (parts.length > 0) {
    const relation = parts.pop()!.trim()
    const comparison = laxComparison(parts.pop())
    if (relation !== 'and' && relation !== 'or') throw invalid()
    condition.unshift({ ...comparison, relation })
  }
  return condition
}

const strictComparison = (parser: StrictParser): Comparison => {
  const left = parseExpression(parser.expression())
  const operator = parser.consumeIf('comparison')
  return { left, operator, right: parseExpression(operator === undefined ? undefined : parser.expression()) }
}

/** The strict grammar alone: what where_exp takes. */
export const parseStrictCondition = (markup: string): Condition => {
  const parser = createStrictParser(markup)
  const condition: Condition[number][] = []
  for (;;) {
    const comparison = strictComparison(parser)
    const relation = parser.consumeId('and') ? 'and' : parser.consumeId('or') ? 'or' : undefined
    condition.push({ ...comparison, relation })
    if (relation === undefined) break
  }
  parser.consume('end_of_string')
  return condition
}

export const parseCondition = (markup: string, spot: Spot, parser: Parser): Test => {
  const condition = parser.byMode(spot, `in "${markup.trim()}"`, {
    strict: () => parseStrictCondition(markup),
    lax: () => parseLax(markup),
  })
  for (const { left, right } of condition) for (const side of [left, right]) noteReads(parser.effects, side)
  return compileCondition(condition)
}

export type { Evaluate }
