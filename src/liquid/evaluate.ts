import { isDrop } from '../util/drop.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { floatNumber, strictInteger, stringToInteger } from '../util/number.ts'
import { textLength } from '../util/ruby-text.ts'
import { isArray, isFloat, isHash, isInteger, isRange, type RangeValue, type Value } from '../util/value.ts'
import { argumentError, noMethodError, RubyError } from './errors.ts'
import type { Expression, Lookup, Step } from './expression.ts'
import { isMethodLiteral } from './expression.ts'
import type { Runtime } from './runtime.ts'
import { slotOf } from './slots.ts'

// Expressions as closures, and the rules of `a.b[c]`.

export type Evaluate = (runtime: Runtime) => Value

/** Liquid's Utils.to_integer. */
export const toInteger = (value: Value): number => {
  if (isInteger(value)) return Number(value)
  const number = strictInteger(textOf(value))
  if (number === undefined) throw argumentError('invalid integer')
  return Number(number)
}

export const itemAt = (items: readonly Value[], index: number): Value => items[index < 0 ? index + items.length : index]

const MISSING: object = Object.freeze({ kind: 'missing' })

/** The value under a key, or MISSING where the object does not know the key. */
const valueAt = (object: Value, key: Value, runtime: Runtime): Value => {
  if (isArray(object)) return isInteger(key) ? itemAt(object, Number(key)) : MISSING
  if (isHash(object)) {
    const value = object.get(key)
    return value !== undefined || object.has(key) ? value : MISSING
  }
  if (!isDrop(object)) return MISSING
  if (typeof key === 'string') {
    const value = runtime.read(object, key)
    if (value !== undefined && value !== null) return value
    // Whether the key is known at all matters to no one else, and may be costly to find out.
    const curious = runtime.core.strictVariables || key === 'size' || key === 'first' || key === 'last'
    return curious && !object.has(key) ? MISSING : null
  }
  if (key === null || key === undefined || object.isHash) return MISSING
  if (!object.rubyClass.startsWith('Jekyll::')) return isInteger(key) ? null : MISSING
  // quirk(jekyll): the drop asks itself whether it has a method of that name, and only a text can be one.
  throw new RubyError('TypeError', `${inspect(key)} is not a symbol nor a string`)
}

const rangeLength = ({ first, last }: RangeValue): number => Math.max(0, last - first + 1)

/** Ruby's `size` where a value has it, else undefined. */
export const sizeOf = (value: Value): number | undefined => {
  if (isArray(value)) return value.length
  if (typeof value === 'string') return textLength(value)
  if (isHash(value)) return value.size
  if (isInteger(value)) return typeof value === 'bigint' ? Math.ceil(value.toString(2).length / 64) * 8 : 8
  if (isRange(value)) return rangeLength(value)
  if (isDrop(value) && value.isHash) return value.keys().length
  return undefined
}

/** Ruby's `empty?` where a value has it, else null. */
export const isEmpty = (value: Value): boolean | null => {
  if (typeof value === 'string') return value === ''
  if (isArray(value)) return value.length === 0
  if (isHash(value)) return value.size === 0
  return isDrop(value) && value.isHash ? value.keys().length === 0 : null
}

/** Ruby's `first` where a value has it. */
export const firstOf = (value: Value, runtime: Runtime): Value => {
  if (isArray(value)) return value[0] ?? null
  if (isHash(value)) {
    const entry = value.entries().next().value
    return entry ? [...entry] : null
  }
  if (isRange(value)) return value.first
  if (!isDrop(value)) return undefined
  runtime.noteWhole(value)
  const key = value.keys()[0]
  return key === undefined ? null : [key, value.get(key)]
}

export const lastOf = (value: Value): Value =>
  isArray(value) ? (value[value.length - 1] ?? null) : isRange(value) ? value.last : undefined

const runCommand = (command: 'size' | 'first' | 'last', object: Value, runtime: Runtime): Value => {
  if (command === 'size') return sizeOf(object)
  return command === 'first' ? firstOf(object, runtime) : lastOf(object)
}

const undefinedVariable = (key: Value): RubyError =>
  new RubyError('Liquid::UndefinedVariable', `undefined variable ${textOf(key)}`)

const takeStep = (object: Value, key: Value, step: Step, runtime: Runtime): Value => {
  const value = valueAt(object, key, runtime)
  if (value !== MISSING) return value ?? null
  const result = step.command === undefined ? undefined : runCommand(step.command, object, runtime)
  if (result !== undefined) return result
  if (runtime.core.strictVariables) throw undefinedVariable(key)
  return undefined
}

const findVariable = (name: Value, runtime: Runtime): Value => orNil(name, runtime.find(name), runtime)

const orNil = (name: Value, value: Value, runtime: Runtime): Value => {
  if (value !== undefined && value !== null) return isMethodLiteral(value) ? '' : value
  if (runtime.core.strictVariables && !runtime.isDefined(name)) throw undefinedVariable(name)
  return null
}

const compileSteps = (root: Evaluate, steps: readonly Step[]): Evaluate => {
  const keys = steps.map(({ key }) => compileExpression(key))
  return (runtime) => {
    let value = root(runtime)
    for (let index = 0; index < steps.length; index++) {
      const next = takeStep(value, keys[index]!(runtime), steps[index]!, runtime)
      if (next === undefined) return null
      value = next
    }
    return value
  }
}

/** `name.key`, by far the commonest lookup, without the general walk. */
const compileProperty = (name: string, step: Step, key: string): Evaluate => {
  let noted: ReadonlySet<string> | undefined
  const slot = slotOf(name)
  return (runtime) => {
    const object = orNil(name, runtime.findAt(slot, name), runtime)
    if (typeof object === 'string' && step.command === 'size') return textLength(object)
    if (isDrop(object)) {
      if (runtime.notes) noted = runtime.notes.property(object, key, noted)
      const value = object.get(key)
      if (value !== undefined && value !== null) return value
    }
    return takeStep(object, key, step, runtime) ?? null
  }
}

const compileName = (name: string): Evaluate => {
  const slot = slotOf(name)
  return (runtime) => orNil(name, runtime.findAt(slot, name), runtime)
}

const compileLookup = ({ name, steps }: Lookup): Evaluate => {
  const evaluateName = compileExpression(name)
  const fixed = name.kind === 'literal' ? name.value : undefined
  const root: Evaluate =
    typeof fixed === 'string' ? compileName(fixed) : (runtime) => findVariable(evaluateName(runtime), runtime)
  if (steps.length === 0) return root
  const [step] = steps
  if (steps.length === 1 && typeof fixed === 'string' && step!.key.kind === 'literal') {
    const key = step!.key.value
    if (typeof key === 'string') return compileProperty(fixed, step!, key)
  }
  return compileSteps(root, steps)
}

/** A range's end: nil and strings count as their leading number, all else must be an integer. */
const rangeEnd = (value: Value): number => {
  if (value === null || value === undefined) return 0
  if (typeof value === 'string') return Number(stringToInteger(value))
  return toInteger(value)
}

export const compileExpression = (expression: Expression): Evaluate => {
  if (expression.kind === 'lookup') return compileLookup(expression)
  if (expression.kind === 'literal') {
    const { value } = expression
    return () => value
  }
  const first = compileExpression(expression.first)
  const last = compileExpression(expression.last)
  return (runtime) => ({ kind: 'range', first: rangeEnd(first(runtime)), last: rangeEnd(last(runtime)) })
}

/** Ruby's to_i as loops and tables call it: an error for what has no to_i. */
export const toI = (value: Value): number => {
  if (value === null || value === undefined) return 0
  if (isInteger(value)) return Number(value)
  if (isFloat(value)) return floatToInteger(floatNumber(value))
  if (typeof value === 'string') return Number(stringToInteger(value))
  if (typeof value === 'object' && 'seconds' in value) return Number(value.seconds)
  throw noMethodError('to_i', value)
}

const floatToInteger = (number: number): number => {
  if (Number.isFinite(number)) return Math.trunc(number)
  throw new RubyError('FloatDomainError', Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity')
}
