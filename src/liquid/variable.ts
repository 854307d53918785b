import { outputText, textOf } from '../util/inspect.ts'
import { firstPiece, joinWords } from '../util/ruby-text.ts'
import { suggest } from '../util/suggest.ts'
import type { Value } from '../util/value.ts'
import type { Filter } from './core.ts'
import { type Effects, noteReads } from './effects.ts'
import { argumentError, RubyError, type Spot } from './errors.ts'
import { compileExpression, type Evaluate } from './evaluate.ts'
import { type Expression, isMethodLiteral, NIL, parseExpression } from './expression.ts'
import { createStrictParser, type StrictParser } from './lexer.ts'
import type { Parser } from './parser.ts'
import { QUOTED_FRAGMENT, rubyPattern } from './pattern.ts'
import type { Render, Runtime } from './runtime.ts'

// `{{ name | filter: argument }}`, and the right side of assign.

interface FilterCall {
  readonly name: string
  readonly args: readonly Expression[]
  /** `key: value` arguments, in order; the last of equal keys counts. */
  readonly named: ReadonlyMap<string, Expression> | undefined
}

interface VariableParts {
  readonly name: Expression
  readonly filters: readonly FilterCall[]
}

/** An expression with its filters. */
export interface Variable {
  readonly evaluate: Evaluate
  readonly render: Render
}

const FIRST_FRAGMENT = rubyPattern(`(${QUOTED_FRAGMENT})(.*)`, 's')
const FILTERS = rubyPattern('\\|\\s*(.*)', 's')
const FILTER = rubyPattern(`(?:\\s+|${QUOTED_FRAGMENT}|,)+`, 'g')
const ARGUMENTS = rubyPattern(`(?::|,)\\s*((?:\\w+\\s*:\\s*)?${QUOTED_FRAGMENT})`, 'g')
const JUST_NAMED = rubyPattern(`^(\\w+)\\s*:\\s*(${QUOTED_FRAGMENT})$`)

const parseCall = (name: string, args: readonly string[]): FilterCall => {
  const named = new Map<string, Expression>()
  const plain: Expression[] = []
  for (const argument of args) {
    const match = JUST_NAMED.exec(argument)
    if (match) named.set(match[1]!, parseExpression(match[2]))
    else plain.push(parseExpression(argument))
  }
  return { name, args: plain, named: named.size > 0 ? named : undefined }
}

const parseLax = (markup: string): VariableParts => {
  const match = FIRST_FRAGMENT.exec(markup)
  if (!match) return { name: NIL, filters: [] }
  const filters: FilterCall[] = []
  for (const [call] of (FILTERS.exec(match[2]!)?.[1] ?? '').matchAll(FILTER)) {
    const name = /\w+/.exec(call)?.[0]
    if (name === undefined) continue
    filters.push(parseCall(name, [...call.matchAll(ARGUMENTS)].map((argument) => argument[1]!))) // biome-ignore format: one call
  }
  return { name: parseExpression(match[1]), filters }
}

const strictArguments = (parser: StrictParser): string[] => {
  const args = [parser.argument()]
  while (parser.consumeIf('comma') !== undefined) args.push(parser.argument())
  return args
}

const parseStrict = (markup: string): VariableParts => {
  const parser = createStrictParser(markup)
  const name = parseExpression(parser.expression())
  const filters: FilterCall[] = []
  while (parser.consumeIf('pipe') !== undefined) {
    const filter = parser.consume('id')
    filters.push(parseCall(filter, parser.consumeIf('colon') === undefined ? [] : strictArguments(parser)))
  }
  parser.consume('end_of_string')
  return { name, filters }
}

const NO_ARGUMENTS: readonly Value[] = []

const compileArguments = ({ args, named }: FilterCall): ((runtime: Runtime) => readonly Value[]) => {
  if (named) {
    const keywords = [...named].map(([key, expression]) => [key, compileExpression(expression)] as const)
    const plain = args.map(compileExpression)
    return (runtime) => [
      ...plain.map((evaluate) => evaluate(runtime)),
      new Map<Value, Value>(keywords.map(([key, evaluate]) => [key, evaluate(runtime)])),
    ]
  }
  if (args.length === 0) return () => NO_ARGUMENTS
  const literals = args.flatMap((expression) => (expression.kind === 'literal' ? [expression.value] : []))
  if (literals.length === args.length) return () => literals
  const [first, second] = args.map(compileExpression)
  if (args.length === 1) return (runtime) => [first!(runtime)]
  if (args.length === 2) return (runtime) => [first!(runtime), second!(runtime)]
  const all = args.map(compileExpression)
  return (runtime) => all.map((evaluate) => evaluate(runtime))
}

const wrongCount = ({ arity: [min, max] }: Filter, given: number): RubyError => {
  const most = max === Number.POSITIVE_INFINITY ? `${min + 1}+` : min === max ? `${min + 1}` : `${min + 1}..${max + 1}`
  return argumentError(`wrong number of arguments (given ${given + 1}, expected ${most})`)
}

/** An unknown filter lets its input pass, unless the engine is strict about filters. */
const compileUnknown = (input: Evaluate, call: FilterCall, parser: Pick<Parser, 'core'>): Evaluate => {
  const args = compileArguments(call)
  const advice = suggest(call.name, parser.core.filters.keys())
  return (runtime) => {
    const value = input(runtime)
    args(runtime)
    if (!runtime.core.strictFilters) return value
    const error = new RubyError('Liquid::UndefinedFilter', `undefined filter ${call.name}`)
    error.advice = advice
    throw error
  }
}

const compileCall = (input: Evaluate, call: FilterCall, parser: Pick<Parser, 'core'>): Evaluate => {
  const filter = parser.core.filters.get(call.name)
  if (!filter) return compileUnknown(input, call, parser)
  const args = compileArguments(call)
  const { apply } = filter
  const given = call.args.length + (call.named ? 1 : 0)
  if (given < filter.arity[0] || given > filter.arity[1])
    return (runtime) => {
      input(runtime)
      args(runtime)
      throw wrongCount(filter, given)
    }
  if (given === 0) return (runtime) => runtime.bounded(apply(input(runtime), NO_ARGUMENTS, runtime))
  return (runtime) => {
    const value = input(runtime)
    return runtime.bounded(apply(value, args(runtime), runtime))
  }
}

const isBySpace = ({ args: [separator, ...more], named }: FilterCall): boolean =>
  separator?.kind === 'literal' && separator.value === ' ' && more.length === 0 && named === undefined

/**
 * Two filters done in one, where a list of all pieces of a long text would be made for nothing: `split: " " | join: " "`, which is how
 * templates make pages smaller, and `split: x | first`.
 */
const compilePair = (
  input: Evaluate,
  call: FilterCall,
  next: FilterCall | undefined,
  { core }: Pick<Parser, 'core'>,
): Evaluate | undefined => {
  if (next === undefined || core.filters.get(call.name)?.role !== 'split') return undefined
  const role = core.filters.get(next.name)?.role
  if (role === 'join' && isBySpace(call) && isBySpace(next)) return (runtime) => joinWords(textOf(input(runtime)))
  if (role !== 'first' || next.args.length > 0 || next.named || call.args.length !== 1 || call.named) return undefined
  const pattern = compileExpression(call.args[0]!)
  return (runtime) => {
    const text = textOf(input(runtime))
    return firstPiece(text, textOf(pattern(runtime))) ?? null
  }
}

const isMethodName = (expression: Expression): boolean =>
  expression.kind === 'literal' && isMethodLiteral(expression.value)

/** `blank` and `empty` that come out of a filter are the empty string. */
const withoutMethodNames =
  (evaluate: Evaluate): Evaluate =>
  (runtime) => {
    const value = evaluate(runtime)
    return isMethodLiteral(value) ? '' : value
  }

const compile = ({ name, filters }: VariableParts, parser: Pick<Parser, 'core'>): Evaluate => {
  let evaluate = compileExpression(name)
  const naming = isMethodName(name) || filters.some(({ args }) => args.some(isMethodName))
  for (let index = 0; index < filters.length; index++) {
    const call = filters[index]!
    const pair = naming ? undefined : compilePair(evaluate, call, filters[index + 1], parser)
    if (pair) index++
    evaluate = pair ?? compileCall(evaluate, call, parser)
    if (naming) evaluate = withoutMethodNames(evaluate)
  }
  return evaluate
}

const noteParts = (effects: Effects, { name, filters }: VariableParts, { core }: Pick<Parser, 'core'>): void => {
  noteReads(effects, name)
  for (const { name, args, named } of filters) {
    if (!core.filters.get(name)?.pure) effects.steady = false
    for (const argument of [...args, ...(named?.values() ?? [])]) noteReads(effects, argument)
  }
}

/** What a value is as output; a whole object that is printed counts as read. */
const print = (value: Value, runtime: Runtime): string => {
  if (typeof value === 'string') return value
  runtime.noteWhole(value)
  return outputText(value)
}

export const parseVariable = (markup: string, spot: Spot, parser: Parser): Variable => {
  const parts = parser.byMode(spot, `in "{{${markup}}}"`, {
    strict: () => parseStrict(markup),
    lax: () => parseLax(markup),
  })
  if (parser.effects) noteParts(parser.effects, parts, parser)
  const evaluate = compile(parts, parser)
  return { evaluate, render: (runtime) => print(evaluate(runtime), runtime) }
}

/** An expression inside a filter's argument (group_by_exp): parsed as lax, warn or strict as the engine is, without a place. */
export const parseVariableText = (markup: string, parser: Pick<Parser, 'core'>): Evaluate => {
  if (parser.core.errorMode === 'lax') return compile(parseLax(markup), parser)
  try {
    return compile(parseStrict(markup), parser)
  } catch (error) {
    if (parser.core.errorMode === 'strict' || !(error instanceof RubyError)) throw error
    return compile(parseLax(markup), parser)
  }
}
