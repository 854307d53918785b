import { compareValues, identityKey, mergeSort } from '../../util/compare.ts'
import { isDrop } from '../../util/drop.ts'
import { inspect, inspectString, textOf } from '../../util/inspect.ts'
import { floatNumber, stringToFloat, stringToInteger, truncate } from '../../util/number.ts'
import { compareText } from '../../util/ruby-text.ts'
import { float, isArray, isFloat, isHash, isInteger, isRange, isTime, isTruthy, type Value } from '../../util/value.ts'
import { rangeItems } from '../collection.ts'
import { type Condition, compileCondition, parseStrictCondition, type Test } from '../condition.ts'
import type { Filter } from '../core.ts'
import { argumentError, noMethodError, RubyError, typeError } from '../errors.ts'
import { compileExpression, type Evaluate, toInteger } from '../evaluate.ts'
import { type Expression, isMethodLiteral } from '../expression.ts'
import { isStable, remember } from '../list-index.ts'
import { hasBrackets, propertyOf } from '../property.ts'
import type { Runtime } from '../runtime.ts'
import { parseVariableText } from '../variable.ts'
import { compareOrThrow, timeParts } from './array.ts'

// Jekyll's filters on lists: where, find, sort, group_by and their like. Properties that look like numbers count as numbers.

const isNil = (value: Value): value is null | undefined => value === null || value === undefined

const INTEGER_LIKE = /^\s*-?\d+\s*$/
const FLOAT_LIKE = /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/

/** Text that looks like a number, as the number. */
const numeric = (property: Value): Value => {
  if (typeof property === 'string') {
    if (INTEGER_LIKE.test(property)) return stringToInteger(property)
    return FLOAT_LIKE.test(property) ? float(stringToFloat(property)) : property
  }
  if (typeof property !== 'object' || property === null || isArray(property)) return property
  if (!isDrop(property)) return property
  const text = property.isHash ? undefined : property.text()
  return text === undefined ? property : INTEGER_LIKE.test(text) || FLOAT_LIKE.test(text) ? numeric(text) : property
}

const deepProperty = (item: Value, path: string, runtime: Runtime): Value =>
  path.split('.').reduce<Value>((value, key) => (hasBrackets(value) ? propertyOf(value, key, runtime) : false), item)

/** The value of a property, dotted paths included, as where and sort see it. */
const rawProperty = (item: Value, name: string, runtime: Runtime): Value => {
  try {
    return name.includes('.') ? deepProperty(item, name, runtime) : propertyOf(item, name, runtime)
  } catch (error) {
    if (!(error instanceof RubyError) || error.rubyClass !== 'TypeError' || !isArray(item)) throw error
    const shown = inspect(item).slice(0, 20)
    throw typeError(
      `Error accessing object (${shown}) with given key. Expected an integer but got ${inspectString(name)} instead.`,
    )
  }
}

const itemProperty = (item: Value, name: string, runtime: Runtime): Value => numeric(rawProperty(item, name, runtime))

/** Kernel#Array. */
const toArray = (value: Value): readonly Value[] => {
  if (isArray(value)) return value
  if (isNil(value)) return []
  if (isHash(value)) return [...value]
  if (isRange(value)) return rangeItems(value)
  if (isTime(value)) return timeParts(value)
  if (isDrop(value)) return [...value.toHash()]
  return [value]
}

/** Everything that `where` compares with a target's text. */
const matchTexts = (property: Value): readonly string[] =>
  typeof property === 'string' ? [property] : toArray(property).map(textOf)

const matches = (property: Value, target: Value): boolean => {
  if (isNil(target)) return isNil(property)
  if (isMethodLiteral(target)) return property === '' || toArray(property).map(textOf).join('') === ''
  return matchTexts(property).includes(textOf(target))
}

/** The items that a list filter goes over; undefined for what has none, which passes the filter unchanged. */
const selectable = (input: Value, runtime: Runtime): readonly Value[] | undefined => {
  if (isArray(input)) return input
  if (isHash(input)) return [...input.values()]
  if (isRange(input)) return rangeItems(input)
  if (!isDrop(input)) return undefined
  runtime.noteWhole(input)
  return input.isHash ? [...input.toHash().values()] : [...input.toHash()]
}

interface WhereIndex {
  readonly byText: ReadonlyMap<string, readonly Value[]>
  readonly nil: readonly Value[]
}

const buildIndex = (items: readonly Value[], name: string, runtime: Runtime): WhereIndex => {
  const byText = new Map<string, Value[]>()
  const nil: Value[] = []
  for (const item of items) {
    const property = itemProperty(item, name, runtime)
    if (isNil(property)) nil.push(item)
    for (const text of new Set(matchTexts(property))) {
      const known = byText.get(text)
      if (known) known.push(item)
      else byText.set(text, [item])
    }
  }
  return { byText, nil }
}

const isCollection = (value: Value): boolean => isArray(value) || isHash(value) || (isDrop(value) && value.isHash)

const selectWhere = (items: readonly Value[], name: string, target: Value, runtime: Runtime): readonly Value[] => {
  if (!isStable(items) || isMethodLiteral(target))
    return items.filter((item) => matches(itemProperty(item, name, runtime), target))
  const key = isNil(target) ? 'where\0nil' : `where\0text\0${textOf(target)}`
  const properties = [name]
  return remember({ list: items, key: `${key}\0${name}`, properties }, runtime, () => {
    const index = remember({ list: items, key: `index\0${name}`, properties }, runtime, () =>
      buildIndex(items, name, runtime),
    )
    return (isNil(target) ? index.nil : index.byText.get(textOf(target))) ?? []
  })
}

const where = (input: Value, [property, target]: readonly Value[], runtime: Runtime): Value => {
  if (!isTruthy(property) || isCollection(target)) return input
  const items = selectable(input, runtime)
  return items ? selectWhere(items, textOf(property), target, runtime) : input
}

const find = (input: Value, [property, target]: readonly Value[], runtime: Runtime): Value => {
  if (!isTruthy(property) || isCollection(target)) return input
  const items = selectable(input, runtime)
  if (!items) return input
  const name = textOf(property)
  if (isStable(items)) return selectWhere(items, name, target, runtime)[0] ?? null
  return items.find((item) => matches(itemProperty(item, name, runtime), target)) ?? null
}

// --- expressions ---------------------------------------------------------------------------------------------------------

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
  throw isNil(expression)
    ? typeError('no implicit conversion of nil into String')
    : typeError(`no implicit conversion of ${isInteger(expression) ? 'Integer' : 'Object'} into String`)
}

/** Hands `body` a function that evaluates the filter's expression for an item, under the name that the template gives it. */
const withItem = <T>(variable: Value, evaluate: Evaluate, runtime: Runtime, body: (of: Evaluator) => T): T => {
  const scope = new Map<Value, Value>()
  runtime.push(scope)
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

/** The first `item.property == value` that a condition of `and`s cannot hold without. */
const indexedTest = (condition: Condition, variable: Value): IndexedTest | undefined => {
  if (condition.some(({ relation }) => relation === 'or')) return undefined
  for (const { left, operator, right } of condition) {
    if (operator !== '==') continue
    const property = ownProperty(left, variable)
    if (property !== undefined && !mentions(right, variable)) return { property, value: compileExpression(right) }
  }
  return undefined
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

// --- groups --------------------------------------------------------------------------------------------------------------

const groupItems = (items: readonly Value[], keyOf: (item: Value) => Value): Value[] => {
  const groups = new Map<unknown, { name: Value; items: Value[] }>()
  for (const item of items) {
    const name = keyOf(item)
    const key = identityKey(name)
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { name: name ?? null, items: [item] })
  }
  return [...groups.values()].map(
    (group) =>
      new Map<Value, Value>([
        ['name', group.name],
        ['items', Object.freeze(group.items)],
        ['size', group.items.length],
      ]),
  )
}

/** What can be grouped: group_by goes over a hash's pairs. */
const groupable = (input: Value, runtime: Runtime): readonly Value[] | undefined => {
  if (isHash(input)) return [...input]
  if (isDrop(input)) return input.isHash ? [...input.toHash()] : selectable(input, runtime)
  return selectable(input, runtime)
}

const groupBy = (input: Value, [property]: readonly Value[], runtime: Runtime): Value => {
  const items = groupable(input, runtime)
  if (!items) return input
  const name = textOf(property)
  return remember({ list: items, key: `group\0${name}`, properties: [name] }, runtime, () =>
    groupItems(items, (item) => textOf(itemProperty(item, name, runtime))),
  )
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

// --- sort ----------------------------------------------------------------------------------------------------------------

const compareProperties = (a: Value, b: Value, nilOrder: 1 | -1): number => {
  if (isNil(a) !== isNil(b)) return isNil(b) ? -nilOrder : nilOrder
  return compareValues(a, b) ?? compareText(textOf(a), textOf(b))
}

const sortByProperty = (items: readonly Value[], name: string, nilOrder: 1 | -1, runtime: Runtime): Value[] => {
  const pairs = items.map((item) => [itemProperty(item, name, runtime), item] as const)
  return mergeSort(pairs, ([a], [b]) => compareProperties(a, b, nilOrder)).map(([, item]) => item)
}

const NIL_ORDERS: ReadonlyMap<Value, 1 | -1> = new Map([
  ['first', -1],
  ['last', 1],
])

const sortable = (input: Value, runtime: Runtime, method: 'sort' | 'map'): readonly Value[] => {
  if (isArray(input)) return input
  if (isHash(input)) return [...input]
  if (isRange(input)) return rangeItems(input)
  if (!isDrop(input)) throw noMethodError(method, input)
  runtime.noteWhole(input)
  return [...input.toHash()]
}

const sort = (input: Value, [property, nils = 'first']: readonly Value[], runtime: Runtime): Value => {
  if (isNil(input)) throw argumentError('Cannot sort a null object.')
  if (isNil(property)) {
    const items = sortable(input, runtime, 'sort')
    return remember({ list: items, key: 'sort', properties: [] }, runtime, () => mergeSort(items, compareOrThrow))
  }
  const order = NIL_ORDERS.get(nils)
  if (order === undefined)
    throw argumentError(
      `Invalid nils order: '${textOf(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
    )
  const items = sortable(input, runtime, 'map')
  const name = textOf(property)
  return remember({ list: items, key: `sort\0${order}\0${name}`, properties: [name] }, runtime, () =>
    sortByProperty(items, name, order, runtime),
  )
}

// --- ends ----------------------------------------------------------------------------------------------------------------

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
  where: { apply: where, arity: [2, 2] },
  where_exp: { apply: whereExp, arity: [2, 2] },
  find: { apply: find, arity: [2, 2] },
  find_exp: { apply: findExp, arity: [2, 2] },
  group_by: { apply: groupBy, arity: [1, 1] },
  group_by_exp: { apply: groupByExp, arity: [2, 2] },
  sort: { apply: sort, arity: [0, 2] },
  pop: { apply: changing((items, count) => items.slice(0, Math.max(0, items.length - counted(count)))), arity: [0, 1] },
  push: { apply: changing((items, item) => [...items, item]), arity: [1, 1] },
  shift: { apply: changing((items, count) => items.slice(counted(count))), arity: [0, 1] },
  unshift: { apply: changing((items, item) => [item, ...items]), arity: [1, 1] },
  sample: { apply: sample, arity: [0, 1] },
  to_integer: { apply: toIntegerFilter, arity: [0, 0] },
}
