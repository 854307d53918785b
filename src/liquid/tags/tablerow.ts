import { isTruthy, type Value } from '../../util/value.ts'
import { createBody } from '../block.ts'
import { sliceCollection } from '../collection.ts'
import { syntaxError } from '../errors.ts'
import { compileExpression, type Evaluate, toI } from '../evaluate.ts'
import { NIL, parseExpression } from '../expression.ts'
import type { TagBuilder } from '../parser.ts'
import { QUOTED_FRAGMENT, rubyPattern, scanAttributes } from '../pattern.ts'
import type { Render, Runtime } from '../runtime.ts'
import { TableRowLoopDrop } from './loop-drops.ts'

// tablerow: a loop that puts its items into the cells of a table.

const MARKUP = rubyPattern(`(\\w+)\\s+in\\s+((?:${QUOTED_FRAGMENT})+)`)

interface Table {
  readonly variable: string
  readonly columns: number
  readonly body: Render
}

const renderTable = ({ variable, columns, body }: Table, items: readonly Value[], runtime: Runtime): string => {
  const loop = new TableRowLoopDrop(items.length, columns)
  const scope = new Map<Value, Value>([['tablerowloop', loop]])
  let output = '<tr class="row1">\n'
  runtime.push(scope, ['tablerowloop', variable])
  try {
    for (const item of items) {
      scope.set(variable, item ?? null)
      // The column is read before the cell is rendered, as Ruby does.
      output += `<td class="col${loop.column}">${body(runtime)}</td>`
      if (loop.endsRow && !loop.isLast) output += `</tr>\n<tr class="row${loop.row + 1}">`
      loop.advance()
      runtime.tick(output)
    }
  } finally {
    runtime.pop()
  }
  return `${output}</tr>\n`
}

const limitOf = (limit: Evaluate | undefined, from: number, runtime: Runtime): number | undefined =>
  limit && from + toI(limit(runtime))

export const tablerow: TagBuilder = (head, parser) => {
  const match = MARKUP.exec(head.markup)
  if (!match)
    throw syntaxError("Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3")
  const attributes = new Map(scanAttributes(head.markup))
  const attribute = (key: string): Evaluate | undefined =>
    attributes.has(key) ? compileExpression(parseExpression(attributes.get(key))) : undefined
  const collection = compileExpression(parseExpression(match[2]))
  const [offset, limit] = [attribute('offset'), attribute('limit')]
  const cols = attribute('cols') ?? compileExpression(NIL)
  const content = createBody()
  parser.block(head, content)
  const body = parser.compile(content)
  const variable = match[1]!
  return {
    render: (runtime) => {
      const over = collection(runtime)
      if (!isTruthy(over)) return ''
      const from = offset ? toI(offset(runtime)) : 0
      const items = sliceCollection(over, from, limitOf(limit, from, runtime), runtime)
      return renderTable({ variable, columns: toI(cols(runtime)), body }, items, runtime)
    },
    kind: 'block',
    blank: content.blank,
  }
}
