import { createBody } from '../block.ts'
import { noteWrite } from '../effects.ts'
import { syntaxError } from '../errors.ts'
import type { TagBuilder } from '../parser.ts'
import { rubyPattern, VARIABLE_SIGNATURE } from '../pattern.ts'
import { slotOf } from '../slots.ts'
import { parseVariable } from '../variable.ts'

// assign and capture: they set variables of the whole page, from inside loops and includes too.

const ASSIGNMENT = rubyPattern(`((?:${VARIABLE_SIGNATURE})+)\\s*=\\s*(.*)\\s*`, 's')
const TARGET = rubyPattern(`((?:${VARIABLE_SIGNATURE})+)`)

export const assign: TagBuilder = (head, parser) => {
  const match = head.markup.includes('=') ? ASSIGNMENT.exec(head.markup) : null
  if (!match) throw syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
  const target = slotOf(match[1]!)
  const { evaluate } = parseVariable(match[2]!, head, parser)
  noteWrite(parser.effects, match[1]!)
  const render = (runtime: Parameters<typeof evaluate>[0]): string => {
    runtime.assign(target, evaluate(runtime))
    return ''
  }
  return { render, kind: 'tag', blank: true, steady: true }
}

export const capture: TagBuilder = (head, parser) => {
  const name = TARGET.exec(head.markup)?.[1]
  if (name === undefined) throw syntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
  const target = slotOf(name)
  const content = createBody()
  parser.block(head, content)
  noteWrite(parser.effects, name)
  const body = parser.compile(content)
  return {
    render: (runtime) => {
      runtime.assign(target, body(runtime))
      return ''
    },
    kind: 'block',
    blank: true,
    steady: true,
  }
}
