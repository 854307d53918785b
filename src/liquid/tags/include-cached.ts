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
// The plugin keeps what the first page made, also where the include looks at `page`, so that its output depends on which page came first.
// Here an include is kept only where it has asked for nothing but the site and its parameters; one that looks at the page is rendered for
// each.

interface Kept {
  readonly output: string
  readonly log: ReadLog
}

const SHARED: ReadonlySet<string> = new Set(['site', 'jekyll', 'theme', 'include'])

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

interface Attempt {
  readonly output: string
  readonly log: ReadLog
  readonly asked: ReadonlySet<string>
}

/** Renders once, with an eye on what the include asks for. */
const attempt = (
  prepared: PreparedInclude,
  found: IncludeSource,
  params: Map<Value, Value> | undefined,
  runtime: Runtime,
): Attempt => {
  const { notes, watched } = runtime
  const log = createReadLog()
  const asked = new Set<string>()
  const own = new ReadNotes(log)
  runtime.notes = own
  runtime.watched = asked
  try {
    return { output: renderInclude(prepared, found, params, runtime), log, asked }
  } finally {
    own.flush()
    runtime.notes = notes
    runtime.watched = watched
    for (const name of asked) watched?.add(name)
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
      const kept = cache.get(key)
      if (kept) {
        if (runtime.notes) mergeReads(kept.log, runtime.notes.log)
        return kept.output
      }
      const { output, log, asked } = attempt(prepared, found, params, runtime)
      if (runtime.notes) mergeReads(log, runtime.notes.log)
      if ([...asked].every((name) => SHARED.has(name))) cache.set(key, { output, log })
      return output
    },
    kind: 'tag',
    blank: false,
  }
}
