import { isTruthy } from '../../util/value.ts'
import { type Body, createBody } from '../block.ts'
import { equalInCondition } from '../condition.ts'
import { type Effects, noteBranches, noteReads } from '../effects.ts'
import { syntaxError } from '../errors.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import { parseExpression } from '../expression.ts'
import type { TagBuilder, TagHead } from '../parser.ts'
import { QUOTED_FRAGMENT, rubyPattern } from '../pattern.ts'

// case and when. Every `when` that holds is rendered, not the first alone, and a value that is listed twice twice.

const SUBJECT = rubyPattern(`(${QUOTED_FRAGMENT})`)
const WHEN = rubyPattern(`(${QUOTED_FRAGMENT})(?:(?:\\s+or\\s+|\\s*,\\s*)(${QUOTED_FRAGMENT}.*))?`, 's')

interface Branch {
  /** Undefined for else. */
  readonly value: Evaluate | undefined
  readonly body: Body
}

const parseNoted = (markup: string | undefined, effects: Effects | undefined): Evaluate => {
  const expression = parseExpression(markup)
  noteReads(effects, expression)
  return compileExpression(expression)
}

const parseWhen = ({ markup }: TagHead, effects: Effects | undefined): Evaluate[] => {
  const values: Evaluate[] = []
  for (let rest: string | undefined = markup; rest !== undefined; ) {
    const match: RegExpExecArray | null = WHEN.exec(rest)
    if (!match)
      throw syntaxError("Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}")
    values.push(parseNoted(match[1], effects))
    rest = match[2]
  }
  return values
}

const refuseArguments = ({ markup }: TagHead): void => {
  if (markup.trim() !== '')
    throw syntaxError("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ")
}

export const caseTag: TagBuilder = (head, parser) => {
  const match = SUBJECT.exec(head.markup)
  if (!match) throw syntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
  const subject = parseNoted(match[1], parser.effects)
  const branches: Branch[] = []
  const before = createBody()
  noteBranches(parser.effects, (next) =>
    parser.block(head, before, (tag) => {
      next()
      const body = createBody()
      if (tag.name === 'when') branches.push(...parseWhen(tag, parser.effects).map((value) => ({ value, body })))
      else if (tag.name === 'else') {
        refuseArguments(tag)
        branches.push({ value: undefined, body })
      } else return undefined
      return body
    }),
  )
  const renders = new Map([...new Set(branches.map(({ body }) => body))].map((body) => [body, parser.compile(body)]))
  const compiled = branches.map(({ value, body }) => ({ value, render: renders.get(body)! }))
  return {
    render: (runtime) => {
      let output = ''
      let matched = false
      for (const { value, render } of compiled) {
        if (!value) {
          if (!matched) return render(runtime)
        } else if (isTruthy(equalInCondition(subject(runtime), value(runtime), runtime))) {
          matched = true
          output += render(runtime)
        }
      }
      return output
    },
    kind: 'block',
    blank: before.blank && branches.every(({ body }) => body.blank),
    steady: true,
  }
}
