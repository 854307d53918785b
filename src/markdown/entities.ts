// Character references: a code point, and the name that goes with it in HTML. Counterpart of kramdown/utils/entities.

import { ENTITY_ALIASES, ENTITY_NAMES } from './entity-names.ts'

export interface Entity {
  readonly codePoint: number
  readonly name: string | undefined
}

const byName = new Map<string, Entity>()
const byCodePoint = new Map<number, Entity>()

const load = (): void => {
  for (const word of ENTITY_NAMES.trim().split(/\s+/)) {
    const [name = '', code = ''] = word.split(':')
    const entity = { codePoint: Number.parseInt(code, 36), name }
    byName.set(name, entity)
    byCodePoint.set(entity.codePoint, entity)
  }
  for (const [from, to] of ENTITY_ALIASES) byCodePoint.set(from, entityOf(to))
}

const entityOf = (codePoint: number): Entity => byCodePoint.get(codePoint) ?? { codePoint, name: undefined }

/** Every number is an entity; a name may be unknown. */
export const findEntity = (nameOrCode: string | number): Entity | undefined => {
  if (byName.size === 0) load()
  return typeof nameOrCode === 'number' ? entityOf(nameOrCode) : byName.get(nameOrCode)
}

export const entity = (nameOrCode: string | number): Entity => {
  const found = findEntity(nameOrCode)
  if (found === undefined) throw new RangeError(`no entity ${nameOrCode}`)
  return found
}

/**
 * The character; undefined beyond what Ruby packs. A number that is no character gives as many U+FFFD as it would have bytes, which is
 * what a reader makes of kramdown's output.
 */
export const entityChar = ({ codePoint }: Entity): string | undefined => {
  if (codePoint > 0x7fffffff) return undefined
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\ufffd'.repeat(3)
  if (codePoint <= 0x10ffff) return String.fromCodePoint(codePoint)
  return '\ufffd'.repeat(codePoint > 0x3ffffff ? 6 : codePoint > 0x1fffff ? 5 : 4)
}
