// Ids of headers that GFM has not given one, and of definition list terms.

import type { RenderState } from './state.ts'
import { transliterate } from './transliterate.ts'

const BEFORE_LETTERS = /(^|\n)[^a-zA-Z]+/g
const NOT_IN_ID = /[^a-zA-Z0-9 -]/g

/** kramdown's basic_generate_id. */
export const plainId = (text: string): string =>
  text.replace(BEFORE_LETTERS, '').replace(NOT_IN_ID, '').replaceAll(' ', '-').toLowerCase()

/** An id that no header had before. */
export const generateId = (text: string, state: RenderState): string => {
  const { options, usedIds } = state
  const id = plainId(options.transliterated_header_ids ? transliterate(text) : text) || 'section'
  const count = usedIds.get(id)
  usedIds.set(id, count === undefined ? 0 : count + 1)
  return options.auto_id_prefix + (count === undefined ? id : `${id}-${count + 1}`)
}
