import type { Zone } from '../util/timezone.ts'
import type { TimeValue, Value } from '../util/value.ts'
import type { TagBuilder } from './parser.ts'
import type { Runtime } from './runtime.ts'
import type { ParsedTemplate } from './template.ts'
import type { ErrorMode, Limits, SiteAccess } from './types.ts'

// What parsing and rendering need to know of the engine that they belong to.

/** A built-in filter: all of them, and the extra ones, in this form. */
export interface Filter {
  readonly apply: (input: Value, args: readonly Value[], runtime: Runtime) => Value
  /** Fewest and most arguments, the input not counted. */
  readonly arity: readonly [min: number, max: number]
  /** What it is to the filters before and after it, with which it may be done in one. */
  readonly role?: 'split' | 'join' | 'first'
  /** Whether its output follows from its input and arguments alone, where these are texts, numbers and lists of such. */
  readonly pure?: boolean
}

export interface EngineCore {
  readonly errorMode: ErrorMode
  readonly strictFilters: boolean
  readonly strictVariables: boolean
  readonly knowsBlank: boolean
  readonly jekyll: boolean
  readonly limits: Limits
  readonly zone: Zone
  readonly site: SiteAccess | undefined
  readonly tags: ReadonlyMap<string, TagBuilder>
  readonly filters: ReadonlyMap<string, Filter>
  /** The names of the loops with `offset: continue` in what has been parsed so far. */
  readonly continuedLoops: Set<string>
  now(): TimeValue
  /** The parsed form of an include; parsed once per path. */
  include(path: string, source: string): ParsedTemplate
  /** A small template inside a tag's markup, `{% link {{ page.target }} %}`; parsed once per text. */
  fragment(source: string): ParsedTemplate
}
