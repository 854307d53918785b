import type { Value } from '../../util/value.ts'
import { isTruthy } from '../../util/value.ts'
import { createBody } from '../block.ts'
import { sliceCollection } from '../collection.ts'
import { createEffects, noteInnerLoop, noteReads } from '../effects.ts'
import { syntaxError } from '../errors.ts'
import { compileExpression, type Evaluate, toI } from '../evaluate.ts'
import { type Expression, NIL, parseExpression } from '../expression.ts'
import { createStrictParser } from '../lexer.ts'
import type { Parser, TagBuilder } from '../parser.ts'
import { QUOTED_FRAGMENT, rubyPattern, scanAttributes } from '../pattern.ts'
import { BREAK, type Render, type Runtime } from '../runtime.ts'
import { createTrail, type Trail } from '../trail.ts'
import { ForLoopDrop } from './loop-drops.ts'

// for, with else; break and continue.

interface Loop {
  readonly variable: string
  readonly collectionMarkup: string
  readonly reversed: boolean
  readonly limit: Expression
  readonly offset: Expression | 'continue'
}

const LAX = rubyPattern(`^([\\w\\-]+)\\s+in\\s+((?:${QUOTED_FRAGMENT})+)\\s*(reversed)?`)

const withAttributes = (attributes: readonly (readonly [string, string])[]): Pick<Loop, 'limit' | 'offset'> => {
  let limit: Expression = NIL
  let offset: Loop['offset'] = NIL
  for (const [key, value] of attributes) {
    if (key === 'limit') limit = parseExpression(value)
    else if (key === 'offset') offset = value === 'continue' ? 'continue' : parseExpression(value)
  }
  return { limit, offset }
}

const parseLax = (markup: string): Loop => {
  const match = LAX.exec(markup)
  if (!match) throw syntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]")
  return {
    variable: match[1]!,
    collectionMarkup: match[2]!,
    reversed: match[3] !== undefined,
    ...withAttributes(scanAttributes(markup)),
  }
}

const parseStrict = (markup: string): Loop => {
  const parser = createStrictParser(markup)
  const variable = parser.consume('id')
  if (!parser.consumeId('in')) throw syntaxError("For loops require an 'in' clause")
  const collectionMarkup = parser.expression()
  const reversed = parser.consumeId('reversed')
  const attributes: [string, string][] = []
  while (parser.look('id') && parser.look('colon', 1)) {
    const key = parser.consume('id')
    if (key !== 'limit' && key !== 'offset')
      throw syntaxError('Invalid attribute in for loop. Valid attributes are limit and offset')
    parser.consume('colon')
    attributes.push([key, parser.expression()])
  }
  parser.consume('end_of_string')
  return { variable, collectionMarkup, reversed, ...withAttributes(attributes) }
}

interface CompiledLoop {
  readonly name: string
  readonly variable: string
  readonly body: Render
  readonly trail: Trail | undefined
}

const renderItems = (
  { name, variable, body, trail }: CompiledLoop,
  items: readonly Value[],
  runtime: Runtime,
): string => {
  const walk = trail?.begin(items, runtime)
  const loop = new ForLoopDrop(name, items.length, runtime.forLoops.at(-1))
  const scope = new Map<Value, Value>([['forloop', loop]])
  let output = walk?.output ?? ''
  loop.position = walk?.from ?? 0
  runtime.push(scope, ['forloop', variable])
  runtime.forLoops.push(loop)
  try {
    while (loop.position < items.length) {
      scope.set(variable, items[loop.position] ?? null)
      output += body(runtime)
      walk?.add(output)
      loop.position++
      runtime.tick(output)
      if (runtime.interrupts.length > 0 && runtime.interrupts.pop() === BREAK) break
    }
  } finally {
    runtime.forLoops.pop()
    runtime.pop()
    walk?.end()
  }
  return output
}

const compileSegment = (loop: Loop, name: string, parser: Parser): ((runtime: Runtime) => readonly Value[]) => {
  const over = parseExpression(loop.collectionMarkup)
  for (const read of [over, loop.limit]) noteReads(parser.effects, read)
  if (loop.offset !== 'continue') noteReads(parser.effects, loop.offset)
  const collection = compileExpression(over)
  const limit: Evaluate = compileExpression(loop.limit)
  const offset = loop.offset === 'continue' ? undefined : compileExpression(loop.offset)
  const { continuedLoops } = parser.core
  if (!offset) continuedLoops.add(name)
  return (runtime) => {
    // Only where someone goes on from it is a loop's end kept for the pages that follow, for those must then wait for this one.
    const kept = continuedLoops.has(name) ? runtime.memory.forOffsets : undefined
    const from = offset ? toI(offset(runtime)) : (runtime.forOffsets.get(name) ?? kept?.get(name) ?? 0)
    const all = collection(runtime)
    const most = limit(runtime)
    const items = sliceCollection(all, from, isTruthy(most) ? toI(most) + from : undefined, runtime)
    runtime.forOffsets.set(name, from + items.length)
    kept?.set(name, from + items.length)
    return loop.reversed ? items.toReversed() : items
  }
}

export const forTag: TagBuilder = (head, parser) => {
  const loop = parser.byMode(head, `in "${head.markup.trim()}"`, {
    strict: () => parseStrict(head.markup),
    lax: () => parseLax(head.markup),
  })
  const name = `${loop.variable}-${loop.collectionMarkup}`
  const content = createBody()
  const around = parser.effects
  const effects = createEffects()
  parser.effects = effects
  let otherwise = undefined as ReturnType<typeof createBody> | undefined
  parser.block(head, content, (tag) => {
    if (tag.name !== 'else') return undefined
    // quirk(liquid): a second else ends the loop, and what the first one held is gone.
    const second = otherwise !== undefined
    otherwise = createBody()
    effects.settled = new Set()
    return second ? 'close' : otherwise
  })
  parser.effects = around
  const segment = compileSegment(loop, name, parser)
  if (around) noteInnerLoop(around, effects, { name, variable: loop.variable })
  const trail = createTrail(effects, loop.variable)
  const compiled: CompiledLoop = { name, variable: loop.variable, body: parser.compile(content), trail }
  const empty: Render = otherwise ? parser.compile(otherwise) : () => ''
  return {
    render: (runtime) => {
      const items = segment(runtime)
      return items.length === 0 ? empty(runtime) : renderItems(compiled, items, runtime)
    },
    kind: 'block',
    blank: content.blank && (otherwise?.blank ?? true),
    steady: effects.steady && loop.offset !== 'continue',
  }
}

const interrupt =
  (kind: 1 | 2): TagBuilder =>
  () => ({
    render: (runtime) => {
      runtime.interrupts.push(kind)
      return ''
    },
    kind: 'tag',
    blank: false,
  })

export const breakTag = interrupt(1)
export const continueTag = interrupt(2)
