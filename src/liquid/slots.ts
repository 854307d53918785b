// Where a render keeps what is assigned: every variable's name has a number, given when a template that uses it is compiled, and the
// same in all templates. Looking a number up in a list is many times faster than looking a name up in a hash.
import type { Value } from '../util/value.ts'

const slots = new Map<Value, number>()

/** The name's number; a new one where it has none. For names that templates hold, not for such as come from data. */
export const slotOf = (name: Value): number => {
  const known = slots.get(name)
  if (known !== undefined) return known
  slots.set(name, slots.size)
  return slots.size - 1
}

/** The name's number; undefined where no template has it. */
export const knownSlot = (name: Value): number | undefined => slots.get(name)

/** How many numbers there are. */
export const slotCount = (): number => slots.size
