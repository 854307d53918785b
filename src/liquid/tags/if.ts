import { isTruthy } from '../../util/value.ts'
import { type Body, createBody } from '../block.ts'
import { parseCondition, type Test } from '../condition.ts'
import { noteBranches } from '../effects.ts'
import type { TagBuilder } from '../parser.ts'

// if, elsif, else and unless.

interface Branch {
  readonly test: Test
  readonly body: Body
}

const ALWAYS: Test = () => true

const conditional =
  (inverted: boolean): TagBuilder =>
  (head, parser) => {
    const branches: Branch[] = []
    const open = (test: Test): Body => {
      const body = createBody()
      branches.push({ test, body })
      return body
    }
    const first = open(parseCondition(head.markup, head, parser))
    noteBranches(parser.effects, (next) =>
      parser.block(head, first, (tag) => {
        next()
        if (tag.name === 'else') return open(ALWAYS)
        return tag.name === 'elsif' ? open(parseCondition(tag.markup, head, parser)) : undefined
      }),
    )
    const compiled = branches.map(({ test, body }, index) => ({
      test,
      body: parser.compile(body),
      wanted: !(inverted && index === 0),
    }))
    return {
      render: (runtime) => {
        for (const { test, body, wanted } of compiled) if (isTruthy(test(runtime)) === wanted) return body(runtime)
        return ''
      },
      kind: 'block',
      blank: branches.every(({ body }) => body.blank),
      steady: true,
    }
  }

export const ifTag = conditional(false)
export const unless = conditional(true)
