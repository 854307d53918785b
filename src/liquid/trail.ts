import { isArray, type Value } from '../util/value.ts'
import type { Effects } from './effects.ts'
import { nameOfList } from './reads.ts'
import type { Runtime } from './runtime.ts'
import { slotOf } from './slots.ts'

// Loops that go on where they stood before.
//
// Themes find a page's place in the navigation by a loop over all that comes before it, on every page: the square of the pages. Where such
// a loop begins with the same variables and the same items as the last time, all that it did for these items is known: what it assigned
// and put out after each. Only the items behind them are gone through. So it is for a loop whose body is steady (effects.ts), over texts
// and numbers; any other loop never gets here, and one that begins differently each time soon does not either.

/** Fewer items are not worth it, and more would be too much to remember. */
const FEWEST_ITEMS = 32
const MOST_ITEMS = 20_000
/** Loops in a row that found less than half of their items known, before a trail is given up. */
const PATIENCE = 8
/** The longest lists and texts among a loop's variables: they are remembered for each item. */
const LONGEST_LIST = 64
const LONGEST_TEXT = 4096

/** How a variable is that the loop has not assigned so far. No template sees it: what is read before it is assigned has its value compared. */
const UNTOUCHED: Value = Object.freeze({ kind: 'untouched' }) as unknown as Value

/** Where the loop stood after an item. */
interface Step {
  /** The variables that it assigns. */
  readonly values: readonly Value[]
  /** The offsets of the loops within it. */
  readonly offsets: readonly (number | undefined)[]
  /** All that it has put out so far. */
  readonly output: string
}

/** The steps of the loop when it went furthest. */
interface Known {
  /** The variables that it reads, as they were before it. */
  readonly before: readonly Value[]
  items: readonly Value[]
  readonly steps: Step[]
}

/** One loop on its way. */
export interface Walk {
  /** How many items are behind it already. */
  readonly from: number
  /** What the loop put out for them. */
  readonly output: string
  /** Notes where the loop stands after one more item. */
  add(output: string): void
  /** To be called when the loop has ended, however it did. */
  end(): void
}

export interface Trail {
  /** Sets what the known items would have set; undefined where the loop is to go all its way by itself. */
  begin(items: readonly Value[], runtime: Runtime): Walk | undefined
}

const isScalar = (value: Value): boolean => value === null || typeof value !== 'object'

const isPlain = (value: Value): boolean =>
  isScalar(value) ||
  (isArray(value) && value.length <= LONGEST_LIST && nameOfList(value) === undefined && value.every(isScalar))

const isShort = (value: Value): boolean => {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT
  return !isArray(value) || (value.length <= LONGEST_LIST && value.every(isShort))
}

const isSame = (a: Value, b: Value): boolean =>
  a === b || (isArray(a) && isArray(b) && a.length === b.length && a.every((member, index) => member === b[index]))

/** The text without the longer text that it may be a part of, which it would keep in memory. */
const standalone = (value: Value): Value => {
  if (typeof value === 'string') return ` ${value}`.slice(1)
  return isArray(value) ? value.map(standalone) : value
}

const commonStart = (a: readonly Value[], b: readonly Value[]): number => {
  const length = Math.min(a.length, b.length)
  let count = 0
  while (count < length && a[count] === b[count]) count++
  return count
}

/** The variables that a loop assigns, and the offsets of the loops within it: how they are noted and put back. */
const createState = ({ reads, writes, loops }: Effects) => {
  const assigned = [...writes].map((name) => ({ name, slot: slotOf(name), isRead: reads.has(name) }))
  const inner = [...loops]
  return {
    isShadowed: (runtime: Runtime): boolean => assigned.some(({ name, slot }) => runtime.isShadowed(slot, name)),
    values: (runtime: Runtime): Value[] => assigned.map(({ slot }) => runtime.assignedAt(slot)),
    offsets: (runtime: Runtime): (number | undefined)[] => inner.map((name) => runtime.forOffsets.get(name)),
    clear: (runtime: Runtime): void => {
      for (const { slot, isRead } of assigned) if (!isRead) runtime.restore(slot, UNTOUCHED)
    },
    resume: ({ values, offsets }: Step, runtime: Runtime): void => {
      for (const [index, { slot }] of assigned.entries()) runtime.restore(slot, values[index])
      for (const [index, name] of inner.entries())
        if (offsets[index] !== undefined) runtime.forOffsets.set(name, offsets[index])
    },
    /** Gives the variables that are still untouched their earlier values. */
    finish: (earlier: readonly Value[], runtime: Runtime): void => {
      for (const [index, { slot }] of assigned.entries())
        if (runtime.assignedAt(slot) === UNTOUCHED) runtime.restore(slot, earlier[index])
    },
  }
}

/** The trail of a loop over `variable`; undefined where its body is not steady. */
export const createTrail = (effects: Effects, variable: string): Trail | undefined => {
  const lists = [...effects.lists]
  if (!effects.steady || variable === 'forloop') return undefined
  if ([variable, ...lists].some((name) => effects.writes.has(name))) return undefined
  const names = [...effects.reads].filter((name) => name !== variable)
  const state = createState(effects)
  let known: Known | undefined
  let patience = PATIENCE

  const isFit = (items: readonly Value[], before: readonly Value[], runtime: Runtime): boolean =>
    before.every(isPlain) &&
    items.every(isScalar) &&
    lists.every((name) => runtime.find(name) === items) &&
    !state.isShadowed(runtime)

  /** What is known of loops that begin as this one does, and how many of its items that is. */
  const recall = (items: readonly Value[], before: readonly Value[]): readonly [known: Known, from: number] => {
    const isSameStart = known?.before.every((value, index) => isSame(value, before[index])) ?? false
    const common = isSameStart ? commonStart(known!.items, items) - (effects.looksAhead ? 1 : 0) : 0
    patience = Math.min(PATIENCE, patience + (common * 2 < items.length ? -1 : 1))
    if (!isSameStart) known = { before, items, steps: [] }
    return [known!, Math.max(0, Math.min(common, known!.steps.length))]
  }

  const note = (steps: Step[], output: string, runtime: Runtime): void => {
    const values = state.values(runtime)
    if (patience > 0 && values.every(isShort))
      steps.push({ values: values.map(standalone), offsets: state.offsets(runtime), output })
    else {
      patience = 0
      known = undefined
    }
  }

  const begin = (items: readonly Value[], runtime: Runtime): Walk | undefined => {
    if (patience === 0 || items.length < FEWEST_ITEMS || items.length > MOST_ITEMS) return undefined
    const before = names.map((name) => runtime.find(name))
    if (runtime.context.errors === 'print' || !isFit(items, before, runtime)) return undefined
    const [found, from] = recall(items, before)
    const step = found.steps[from - 1]
    const earlier = state.values(runtime)
    state.clear(runtime)
    if (step) state.resume(step, runtime)
    // What goes further than this loop may be of use to others.
    const isFurthest = items.length > found.items.length || found.steps.length === 0
    if (isFurthest) {
      found.steps.length = from
      found.items = items
    }
    return {
      from,
      output: step?.output ?? '',
      add: (output) => {
        if (isFurthest) note(found.steps, output, runtime)
      },
      end: () => state.finish(earlier, runtime),
    }
  }
  return { begin }
}
