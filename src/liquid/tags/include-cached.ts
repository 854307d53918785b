import { identityKey } from '../../util/compare.ts'
import { isDrop } from '../../util/drop.ts'
import { textOf } from '../../util/inspect.ts'
import type { Value } from '../../util/value.ts'
import type { EngineCore } from '../core.ts'
import type { TagBuilder } from '../parser.ts'
import { createReadLog, mergeReads, ReadNotes } from '../reads.ts'
import type { Runtime } from '../runtime.ts'
import type { CachedIncludes, IncludeSource, KeptInclude } from '../types.ts'
import { type PreparedInclude, prepareInclude, renderInclude } from './jekyll-include.ts'

// include_cached of jekyll-include-cache: an include that is rendered once for all pages, per file and parameters.
//
// quirk(jekyll-include-cache): what the first page made is kept also where the include looks at `page`, so the output depends on which page
// comes first. Pages are rendered in one order, so it is always the same one.

const caches = new WeakMap<EngineCore, CachedIncludes>()
const objectIds = new WeakMap<object, number>()
let nextId = 0

interface Key {
  readonly text: string
  readonly isLocal: boolean
}

const localId = (value: object): string => {
  let id = objectIds.get(value)
  if (id === undefined) objectIds.set(value, (id = ++nextId))
  return `object ${id}`
}

const keyOf = (found: IncludeSource, params: Map<Value, Value> | undefined): Key => {
  let isLocal = false
  const idOf = (value: Value): string => {
    if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
    // Pages of one list have one source and different addresses.
    if (isDrop(value) && value.readId !== undefined)
      return `${value.rubyClass} ${value.readId} ${textOf(value.get('url'))}`
    const key = identityKey(value)
    if (typeof key === 'string') return key
    isLocal = true
    return localId(value)
  }
  const text = [found.path, ...[...(params ?? [])].map(([key, value]) => `${String(key)}=${idOf(value)}`)].join('\0')
  return { text, isLocal }
}

const createCache = (): CachedIncludes => {
  const kept = new Map<string, KeptInclude>()
  return { find: (key) => kept.get(key), keep: (key, include) => kept.set(key, include) }
}

const cacheOf = ({ core, context }: Runtime): CachedIncludes => {
  if (context.cachedIncludes) return context.cachedIncludes
  let cache = caches.get(core)
  if (!cache) caches.set(core, (cache = createCache()))
  return cache
}

/** Renders once, with the reads in a log of their own. */
const renderOnce = (
  prepared: PreparedInclude,
  found: IncludeSource,
  params: Map<Value, Value> | undefined,
  runtime: Runtime,
): KeptInclude => {
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
      const cache = cacheOf(runtime)
      const { text, isLocal } = keyOf(found, params)
      let kept = cache.find(text, isLocal)
      if (!kept) cache.keep(text, (kept = renderOnce(prepared, found, params, runtime)))
      if (runtime.notes) mergeReads(kept.log, runtime.notes.log)
      return kept.output
    },
    kind: 'tag',
    blank: false,
  }
}
