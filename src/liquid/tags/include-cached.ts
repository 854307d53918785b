import { identityKey } from '../../util/compare.ts'
import type { Value } from '../../util/value.ts'
import type { EngineCore } from '../core.ts'
import type { TagBuilder } from '../parser.ts'
import { createReadLog, mergeReads, ReadNotes } from '../reads.ts'
import type { Runtime } from '../runtime.ts'
import type { IncludeSource, ReadLog } from '../types.ts'
import { type PreparedInclude, prepareInclude, renderInclude } from './jekyll-include.ts'

// include_cached of jekyll-include-cache: an include that is rendered once for all pages, per file and parameters.
//
// quirk(jekyll-include-cache): what the first page made is kept also where the include looks at `page`, so the output depends on which page
// comes first. Pages are rendered in one order, so it is always the same one.

interface Kept {
  readonly output: string
  readonly log: ReadLog
}

const caches = new WeakMap<EngineCore, Map<string, Kept>>()
const objectIds = new WeakMap<object, number>()
let nextId = 0

const idOf = (value: Value): string => {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
  const key = identityKey(value)
  if (typeof key === 'string') return key
  let id = objectIds.get(value)
  if (id === undefined) objectIds.set(value, (id = ++nextId))
  return `object ${id}`
}

const keyOf = (found: IncludeSource, params: Map<Value, Value> | undefined): string =>
  [found.path, ...[...(params ?? [])].map(([key, value]) => `${String(key)}=${idOf(value)}`)].join('\0')

/** Renders once, with the reads in a log of their own. */
const renderOnce = (
  prepared: PreparedInclude,
  found: IncludeSource,
  params: Map<Value, Value> | undefined,
  runtime: Runtime,
): Kept => {
  const { notes } = runtime
  const log = createReadLog()
  const own = new ReadNotes(log)
  runtime.notes = own
  try {
    return { output: renderInclude(prepared, found, params, runtime), log }
  } finally {
    own.flush()
    runtime.notes = notes
  }
}

export const includeCached: TagBuilder = (head, parser) => {
  const prepared = prepareInclude(head, parser)
  return {
    render: (runtime) => {
      const found = prepared.find(runtime)
      const params = prepared.params?.(runtime)
      let cache = caches.get(runtime.core)
      if (!cache) caches.set(runtime.core, (cache = new Map()))
      const key = keyOf(found, params)
      const kept = cache.get(key) ?? renderOnce(prepared, found, params, runtime)
      cache.set(key, kept)
      if (runtime.notes) mergeReads(kept.log, runtime.notes.log)
      return kept.output
    },
    kind: 'tag',
    blank: false,
  }
}
