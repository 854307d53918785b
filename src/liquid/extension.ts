import { createBody } from './block.ts'
import type { Filter } from './core.ts'
import type { TagBuilder } from './parser.ts'
import type { Runtime } from './runtime.ts'
import { slotOf } from './slots.ts'
import { placeAt } from './template.ts'
import type { AdaptedTag, FilterDefinition, TagDefinition, TagScope } from './types.ts'
import { parseVariableText } from './variable.ts'

// Extra tags and filters, as plugins define them, in the form of the built-in ones.

export const adoptFilter = ({ apply, arity = [0, Number.POSITIVE_INFINITY] }: FilterDefinition): Filter => ({
  apply: (input, args, runtime) => apply(input, args, runtime),
  arity,
})

const scopeFor = (runtime: Runtime, body: () => string): TagScope => ({
  site: runtime.site,
  page: runtime.context.page,
  variable: (name) => runtime.variable(name),
  warn: (message) => runtime.warn(message),
  evaluate: (expression) => parseVariableText(expression, runtime)(runtime) ?? null,
  body,
  setVariable: (name, value) => runtime.assign(slotOf(name), value),
  noteFile: (path) => void runtime.notes?.log.includes.add(path),
})

const adoptDefinition =
  ({ block = false, compile }: TagDefinition): TagBuilder =>
  (head, parser) => {
    const place = placeAt(parser.source.text, head.offset, parser.source.origin)
    const render = compile(head.markup, place)
    if (!block) return { render: (runtime) => render(scopeFor(runtime, () => '')), kind: 'tag', blank: false }
    const content = createBody()
    parser.block(head, content)
    const body = parser.compile(content)
    // A block of a plugin may put something out though there is nothing in it.
    return { render: (runtime) => render(scopeFor(runtime, () => body(runtime))), kind: 'block', blank: false }
  }

export const adoptTag = (tag: TagDefinition | AdaptedTag): TagBuilder =>
  'adapted' in tag ? tag.adapted : adoptDefinition(tag)
