import { identityKey } from '../../util/compare.ts'
import { inspect, outputText, textOf } from '../../util/inspect.ts'
import { floatNumber } from '../../util/number.ts'
import { float, integer, isFloat, isInteger, isTruthy, type Value } from '../../util/value.ts'
import { createBody } from '../block.ts'
import { noConversion, noMethodError, syntaxError } from '../errors.ts'
import { compileExpression } from '../evaluate.ts'
import { type Expression, NIL, parseExpression } from '../expression.ts'
import type { TagBuilder } from '../parser.ts'
import { QUOTED_FRAGMENT, rubyPattern } from '../pattern.ts'

// Tags that remember something from one rendering to the next: increment, decrement, cycle, ifchanged.

const addOne = (value: Value, step: 1 | -1): Value => {
  if (isInteger(value)) return integer(BigInt(value) + BigInt(step))
  if (isFloat(value)) return float(floatNumber(value) + step)
  if (typeof value === 'string') throw step === 1 ? noConversion(1, 'String') : noMethodError('-', value)
  throw noMethodError(step === 1 ? '+' : '-', value)
}

/** A counter shadows a variable of the page's data of that name, and begins with its value, or where the page before left it. */
const counter =
  (step: 1 | -1): TagBuilder =>
  ({ markup }) => {
    const name = markup.trim()
    return {
      render: (runtime) => {
        const kept = runtime.context.memory?.counters()
        const current = kept?.get(name) ?? runtime.counters.get(name) ?? runtime.globals.get(name)
        const value = isTruthy(current) ? current : 0
        const next = addOne(value, step)
        runtime.counters.set(name, next)
        kept?.set(name, next)
        return textOf(step === 1 ? value : next)
      },
      kind: 'tag',
      blank: false,
    }
  }

export const increment = counter(1)
export const decrement = counter(-1)

const NAMED = rubyPattern(`^(${QUOTED_FRAGMENT})\\s*:\\s*(.*)`, 's')
const SIMPLE = rubyPattern(`^(?:${QUOTED_FRAGMENT})+`)
const ITEM = rubyPattern(`\\s*(${QUOTED_FRAGMENT})\\s*`)

const parseItems = (markup: string): Expression[] =>
  markup.split(',').flatMap((part) => {
    const match = ITEM.exec(part)
    const item = match && parseExpression(match[1])
    // A nil that is written out goes, as an item that is not there does.
    return item && item !== NIL ? [item] : []
  })

/**
 * Cycles without a name that list the same literals are one cycle. Ruby's name is the inspect of the list, in which a variable shows its
 * address: a list with a variable is its own.
 */
const nameOfItems = (items: readonly Expression[]): unknown =>
  items.every((item) => item.kind === 'literal')
    ? identityKey(inspect(items.map((item) => (item.kind === 'literal' ? item.value : null))))
    : items

export const cycle: TagBuilder = ({ markup }) => {
  const named = NAMED.exec(markup)
  if (!named && !SIMPLE.test(markup))
    throw syntaxError("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]")
  const items = parseItems(named ? named[2]! : markup)
  const name = named && compileExpression(parseExpression(named[1]))
  const unnamed = nameOfItems(items)
  const values = items.map(compileExpression)
  return {
    render: (runtime) => {
      const key = name ? identityKey(name(runtime)) : unnamed
      const { cycles } = runtime.memory
      const position = cycles.get(key) ?? 0
      const value = values[position]?.(runtime)
      cycles.set(key, position + 1 >= values.length ? 0 : position + 1)
      return outputText(value)
    },
    kind: 'tag',
    blank: false,
  }
}

export const ifchanged: TagBuilder = (head, parser) => {
  const content = createBody()
  parser.block(head, content)
  const body = parser.compile(content)
  return {
    render: (runtime) => {
      const output = body(runtime)
      const { memory } = runtime
      if (output === memory.lastChanged) return ''
      memory.lastChanged = output
      return output
    },
    kind: 'block',
    blank: content.blank,
  }
}
