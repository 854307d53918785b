import { identityKey } from '../../util/compare.ts'
import { floatNumber } from '../../util/number.ts'
import { isArray, isFloat, isInteger, isNil, isTruthy, type Value } from '../../util/value.ts'
import { type Condition, compileCondition, parseStrictCondition, type Test } from '../condition.ts'
import type { Filter } from '../core.ts'
import { noConversion } from '../errors.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import type { Expression } from '../expression.ts'
import { isStable, remember } from '../list-index.ts'
import { hasBrackets, propertyOf } from '../property.ts'
import type { Runtime } from '../runtime.ts'
import { parseVariableText } from '../variable.ts'
import { groupable, groupItems } from './group.ts'
import { selectable } from './item-property.ts'

// where_exp, find_exp and group_by_exp: members by an expression. A condition that begins with `item.property == value` looks only at the
// members that an index of the property gives.

interface ParsedCondition {
  readonly condition: Condition
  readonly test: Test
}

const conditions = new Map<string, ParsedCondition>()
const MOST_CONDITIONS = 1000

const parsedCondition = (source: string): ParsedCondition => {
  const known = conditions.get(source)
  if (known) return known
  const condition = parseStrictCondition(source)
  const parsed = { condition, test: compileCondition(condition) }
  if (conditions.size >= MOST_CONDITIONS) conditions.clear()
  conditions.set(source, parsed)
  return parsed
}

const conditionText = (expression: Value): string => {
  if (typeof expression === 'string') return expression
  throw noConversion(expression, 'String')
}

/** Hands `body` a function that evaluates the filter's expression for an item, under the name that the template gives it. */
const withItem = <T>(variable: Value, evaluate: Evaluate, runtime: Runtime, body: (of: Evaluator) => T): T => {
  const scope = new Map<Value, Value>()
  runtime.push(scope, [variable])
  try {
    return body((item) => {
      scope.set(variable, item ?? null)
      return evaluate(runtime)
    })
  } finally {
    runtime.pop()
  }
}

type Evaluator = (item: Value) => Value

/** `item.property` of the filter's own variable. */
const ownProperty = (expression: Expression, variable: Value): string | undefined => {
  if (expression.kind !== 'lookup' || expression.steps.length !== 1) return undefined
  const { key, command } = expression.steps[0]!
  if (expression.name.kind !== 'literal' || expression.name.value !== variable) return undefined
  if (command !== undefined || key.kind !== 'literal' || typeof key.value !== 'string') return undefined
  return key.value
}

const mentions = (expression: Expression, variable: Value): boolean => {
  if (expression.kind === 'literal') return false
  if (expression.kind === 'range') return mentions(expression.first, variable) || mentions(expression.last, variable)
  const named = expression.name.kind !== 'literal' || expression.name.value === variable
  return named || expression.steps.some(({ key }) => mentions(key, variable))
}

interface IndexedTest {
  readonly property: string
  readonly value: Evaluate
}

/** `item.property == value` at the beginning of a condition of `and`s: what does not pass it is not looked at further. */
const indexedTest = (condition: Condition, variable: Value): IndexedTest | undefined => {
  const [first] = condition
  if (first?.operator !== '==' || condition.some(({ relation }) => relation === 'or')) return undefined
  const property = ownProperty(first.left, variable)
  if (property === undefined || mentions(first.right, variable)) return undefined
  return { property, value: compileExpression(first.right) }
}

/** Scalars that are equal have equal keys: 1 and 1.0 too. */
const equalityKey = (value: Value): unknown => {
  if (isFloat(value)) return floatNumber(value)
  return isNil(value) ? null : identityKey(value)
}

const isScalar = (value: Value): boolean =>
  isNil(value) || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)

const equalityIndex = (items: readonly Value[], property: string, runtime: Runtime): Map<unknown, Value[]> => {
  const index = new Map<unknown, Value[]>()
  for (const item of items) {
    const key = equalityKey(hasBrackets(item) && !isInteger(item) && typeof item !== 'string' && !isArray(item) ? propertyOf(item, property, runtime) : null) // biome-ignore format: one choice
    const known = index.get(key)
    if (known) known.push(item)
    else index.set(key, [item])
  }
  return index
}

/** The items that alone can satisfy the condition, from the index where there is one. */
const candidates = (items: readonly Value[], condition: Condition, variable: Value, runtime: Runtime) => {
  const indexed = isStable(items) ? indexedTest(condition, variable) : undefined
  if (!indexed || runtime.core.strictVariables) return items
  const value = indexed.value(runtime)
  if (!isScalar(value)) return items
  const { property } = indexed
  const index = remember({ list: items, key: `equal\0${property}`, properties: [property] }, runtime, () =>
    equalityIndex(items, property, runtime),
  )
  return index.get(equalityKey(value)) ?? []
}

const whereExp = (input: Value, [variable, expression]: readonly Value[], runtime: Runtime): Value => {
  const items = selectable(input, runtime)
  if (!items) return input
  const { condition, test } = parsedCondition(conditionText(expression))
  const chosen = candidates(items, condition, variable, runtime)
  return withItem(variable, test, runtime, (holds) => chosen.filter((item) => isTruthy(holds(item))))
}

const findExp = (input: Value, [variable, expression]: readonly Value[], runtime: Runtime): Value => {
  const items = selectable(input, runtime)
  if (!items) return input
  const { condition, test } = parsedCondition(conditionText(expression))
  const chosen = candidates(items, condition, variable, runtime)
  return withItem(variable, test, runtime, (holds) => chosen.find((item) => isTruthy(holds(item)))) ?? null
}

const expressions = new WeakMap<object, Map<string, Evaluate>>()

const parsedExpression = (source: string, runtime: Runtime): Evaluate => {
  let known = expressions.get(runtime.core)
  if (!known) expressions.set(runtime.core, (known = new Map()))
  let evaluate = known.get(source)
  if (!evaluate) known.set(source, (evaluate = parseVariableText(source, runtime)))
  return evaluate
}

const groupByExp = (input: Value, [variable, expression]: readonly Value[], runtime: Runtime): Value => {
  const items = groupable(input, runtime)
  if (!items) return input
  const evaluate = parsedExpression(conditionText(expression), runtime)
  return withItem(variable, evaluate, runtime, (keyOf) => groupItems(items, keyOf))
}

export const expressionFilters: Readonly<Record<string, Filter>> = {
  where_exp: { apply: whereExp, arity: [2, 2] },
  find_exp: { apply: findExp, arity: [2, 2] },
  group_by_exp: { apply: groupByExp, arity: [2, 2] },
}
