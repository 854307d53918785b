import type { Expression, Lookup } from './expression.ts'

// What a stretch of a template reads and sets, as far as its text tells. A loop whose body is steady, so that its output and what it
// assigns follow from the variables that it reads and from nothing else, may go on where it stood before: see trail.ts.

/** What the body of a loop does; collected while it is parsed. */
export interface Effects {
  /** Names of the variables that it may read before it has assigned them. */
  readonly reads: Set<string>
  /** Names of the variables that it assigns. */
  readonly writes: Set<string>
  /** Names of the lists of which it reads the member at the loop's own index, or the next one. */
  readonly lists: Set<string>
  /** Names of the loops within it, as their offsets are kept. */
  readonly loops: Set<string>
  /** Names of the variables that are assigned on any way to where the parser stands. */
  settled: Set<string>
  /** Whether it asks if an item is the last, or for the next one: what it does for an item then depends on there being another. */
  looksAhead: boolean
  /** Whether nothing else has a part in what it puts out and assigns: no page, no clock, no counter, no file. */
  steady: boolean
}

export const createEffects = (): Effects => ({
  reads: new Set(),
  writes: new Set(),
  lists: new Set(),
  loops: new Set(),
  settled: new Set(),
  looksAhead: false,
  steady: true,
})

/** What `forloop` tells, apart from what only the loop's whole length does. */
const POSITIONS: ReadonlySet<unknown> = new Set(['first', 'index', 'index0', 'last'])

const loopKey = ({ name, steps }: Lookup): unknown => {
  if (name.kind !== 'literal' || name.value !== 'forloop' || steps.length !== 1) return undefined
  return steps[0]!.key.kind === 'literal' ? steps[0]!.key.value : undefined
}

const isAtIndex = (key: Expression | undefined): boolean => {
  const asked = key?.kind === 'lookup' ? loopKey(key) : undefined
  return asked === 'index' || asked === 'index0'
}

const noteLoop = (effects: Effects, lookup: Lookup): void => {
  const key = loopKey(lookup)
  if (!POSITIONS.has(key)) effects.steady = false
  if (key === 'last') effects.looksAhead = true
}

const noteLookup = (effects: Effects, lookup: Lookup): void => {
  const { name, steps } = lookup
  if (name.kind !== 'literal' || typeof name.value !== 'string') effects.steady = false
  else if (name.value === 'forloop') noteLoop(effects, lookup)
  else if (effects.settled.has(name.value)) return
  else if (isAtIndex(steps[0]?.key)) {
    effects.lists.add(name.value)
    effects.looksAhead = true
  } else effects.reads.add(name.value)
}

/** Notes what an expression reads. */
export const noteReads = (effects: Effects | undefined, expression: Expression): void => {
  if (!effects || expression.kind === 'literal') return
  if (expression.kind === 'range') {
    noteReads(effects, expression.first)
    noteReads(effects, expression.last)
    return
  }
  noteLookup(effects, expression)
  for (const { key } of expression.steps) noteReads(effects, key)
}

/** Notes that a variable is assigned. */
export const noteWrite = (effects: Effects | undefined, name: string): void => {
  effects?.writes.add(name)
  effects?.settled.add(name)
}

/** Parses what may be passed over, as a branch: what it assigns is not settled behind it. */
export const noteBranches = <T>(effects: Effects | undefined, parse: (next: () => void) => T): T => {
  if (!effects) return parse(() => undefined)
  const { settled } = effects
  const next = (): void => {
    effects.settled = new Set(settled)
  }
  next()
  const parsed = parse(next)
  effects.settled = settled
  return parsed
}

/** Notes a loop within the loop. `name`: under which its offset is kept. */
export const noteInnerLoop = (
  effects: Effects,
  inner: Effects,
  { name, variable }: { readonly name: string; readonly variable: string },
): void => {
  for (const read of inner.reads) if (read !== variable && !effects.settled.has(read)) effects.reads.add(read)
  for (const list of inner.lists) if (list !== variable && !effects.settled.has(list)) effects.reads.add(list)
  for (const write of inner.writes) effects.writes.add(write)
  for (const loop of inner.loops) effects.loops.add(loop)
  effects.loops.add(name)
  effects.steady &&= inner.steady && variable !== 'forloop'
}
