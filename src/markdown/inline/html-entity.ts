import { addChild, leaf } from '../element.ts'
import { type Entity, entity, findEntity } from '../entities.ts'
import type { InlineRule } from './dispatch.ts'
import { addSpanText, currentLine } from './state.ts'

export const ENTITY = /&(?:([\w:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/y

/** The entity that a match of ENTITY names. */
export const matchedEntity = ([, name, decimal, hex]: RegExpExecArray): Entity | undefined => {
  if (name !== undefined) return findEntity(name)
  return findEntity(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
}

/** `&copy;`, `&#169;`, `&#xa9;` */
export const htmlEntity: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 38) return false
  ENTITY.lastIndex = pos
  const match = ENTITY.exec(src)
  if (match === null) return false
  const element = leaf('entity', '', currentLine(state))
  const found = matchedEntity(match)
  element.meta = found === undefined ? { entity: entity('amp') } : { entity: found, original: match[0] }
  addChild(state.tree, element)
  if (found === undefined) addSpanText(state, match[0].slice(1))
  state.pos += match[0].length
  return true
}
