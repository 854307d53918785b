import { isArray, isTruthy, type Value } from '../../util/value.ts'
import { argumentError, noMethodError, RubyError, syntaxError } from '../errors.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import { parseExpression } from '../expression.ts'
import type { TagBuilder } from '../parser.ts'
import { enterInclude } from '../partial.ts'
import { QUOTED_FRAGMENT, rubyPattern, scanAttributes } from '../pattern.ts'
import type { Runtime } from '../runtime.ts'

// Liquid's own include, for engines without Jekyll: `{% include 'name' with value, key: value %}`.

const MARKUP = rubyPattern(`((?:${QUOTED_FRAGMENT})+)(\\s+(?:with|for)\\s+((?:${QUOTED_FRAGMENT})+))?`)

const findPartial = (name: string, runtime: Runtime) => {
  const found = runtime.site?.findInclude?.(name)
  if (found) return found
  const message = runtime.site?.findInclude
    ? `No such template '${name}'`
    : 'This liquid context does not allow includes.'
  throw new RubyError('Liquid::FileSystemError', message)
}

export const liquidInclude: TagBuilder = (head, parser) => {
  const match = MARKUP.exec(head.markup)
  if (!match)
    throw syntaxError("Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]")
  const nameOf = compileExpression(parseExpression(match[1]))
  const subjectOf: Evaluate | undefined =
    match[3] === undefined ? undefined : compileExpression(parseExpression(match[3]))
  const attributes = scanAttributes(head.markup).map(([key, text]) => [key, compileExpression(parseExpression(text))] as const) // biome-ignore format: one pipeline
  const spot = { line: head.line, offset: head.offset }
  return {
    render: (runtime) => {
      const name: Value = nameOf(runtime)
      if (!isTruthy(name)) throw argumentError("Argument error in tag 'include' - Illegal template name")
      if (typeof name !== 'string') throw noMethodError('split', name)
      const found = findPartial(name, runtime)
      const target = name.split('/').at(-1) ?? name
      const value = subjectOf ? subjectOf(runtime) : (runtime.find(name) ?? null)
      const scope = new Map<Value, Value>()
      const names = [...attributes.map(([key]) => key), target]
      return enterInclude({ runtime, found, scope, names, spot, source: parser.source }, (render) => {
        for (const [key, evaluate] of attributes) scope.set(key, evaluate(runtime) ?? null)
        if (!isArray(value)) {
          scope.set(target, value)
          return render(runtime)
        }
        let output = ''
        for (const item of value) {
          scope.set(target, item ?? null)
          output += render(runtime)
        }
        return output
      })
    },
    kind: 'tag',
    blank: false,
  }
}
