import type { Value } from '../util/value.ts'
import { type Source, toRubyError } from './block.ts'
import { limitError, type Spot } from './errors.ts'
import type { Render, Runtime } from './runtime.ts'
import { placeAt } from './template.ts'
import type { IncludeSource } from './types.ts'

// Rendering one template inside another: the scope around it, the depth, and what its errors say about how they came there.

export interface Inclusion {
  readonly runtime: Runtime
  readonly found: IncludeSource
  /** The include's own variables; undefined where it has none. */
  readonly scope: Map<Value, Value> | undefined
  /** All names that the scope will hold, where it does not hold them yet. */
  readonly names?: readonly string[]
  /** The tag, and the source that it stands in. */
  readonly spot: Spot
  readonly source: Source
}

const measure = (runtime: Runtime, path: string, body: () => string): string => {
  const { profile } = runtime.context
  if (!profile) return body()
  const start = performance.now()
  const output = body()
  const entry = profile.get(path) ?? { count: 0, bytes: 0, time: 0 }
  entry.count++
  entry.bytes += Buffer.byteLength(output)
  entry.time += performance.now() - start
  profile.set(path, entry)
  return output
}

/** Renders an include through `body`, which gets the parsed include. */
export const enterInclude = (inclusion: Inclusion, body: (render: Render) => string): string => {
  const { runtime, found, scope, names, spot, source } = inclusion
  runtime.notes?.log.includes.add(found.path)
  if (runtime.includeDepth >= runtime.core.limits.includeDepth)
    throw limitError('Nesting too deep', 'An include that includes itself needs an end.')
  if (scope) runtime.push(scope, names ?? scope.keys())
  runtime.includeDepth++
  try {
    const template = runtime.core.include(found.path, found.source)
    return measure(runtime, found.path, () => body(template.render))
  } catch (thrown) {
    const error = toRubyError(thrown)
    if (!error) throw thrown
    if (runtime.core.jekyll && error.isLiquid) {
      error.templateName = found.path
      error.markup ??= 'included '
    }
    error.includedFrom.push(placeAt(source.text, spot.offset, source.origin))
    throw error
  } finally {
    runtime.includeDepth--
    if (scope) runtime.pop()
  }
}

export { measure }
