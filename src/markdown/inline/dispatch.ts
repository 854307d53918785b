// Which span rules may start at which character. The grammar lists the rules in kramdown's order with the characters they start with;
// this makes tables of that, so that plain text is passed over at once.

import type { InlineState } from './state.ts'

/** Where its start stands at `pos`, adds what it finds to the tree (text, if need be), moves `pos` on and says true. */
export type InlineRule = (state: InlineState) => boolean

export interface InlineEntry {
  readonly name: string
  /** The characters it starts with. */
  readonly starts: string
  readonly rule: InlineRule
}

export interface Dispatch {
  /** By character code below 128: 0 plain, 1 a start, 2 a start together with what follows. */
  readonly marks: Uint8Array
  readonly rules: readonly (readonly InlineRule[])[]
  /** Those for a character before a quotation mark. */
  readonly others: readonly InlineRule[]
}

// Characters that start something only together with the next ones.
const CONDITIONAL = '!{-. >~'

/** The rule that may start at any character: the one before a quotation mark. */
const ANYWHERE = 'smart_quotes'

export const createDispatch = (entries: readonly InlineEntry[]): Dispatch => {
  const marks = new Uint8Array(128)
  for (const { starts } of entries)
    for (const char of starts) marks[char.charCodeAt(0)] = CONDITIONAL.includes(char) ? 2 : 1
  const rules = Array.from({ length: 128 }, (_, code) =>
    entries
      .filter(({ name, starts }) => name === ANYWHERE || starts.includes(String.fromCharCode(code)))
      .map(({ rule }) => rule),
  )
  return { marks, rules, others: entries.filter(({ name }) => name === ANYWHERE).map(({ rule }) => rule) }
}

const isStart = (src: string, at: number, code: number): boolean => {
  const next = src.charCodeAt(at + 1)
  switch (code) {
    case 33: // ![
      return next === 91
    case 123: // {:
      return next === 58
    case 45: // --
    case 62: // >>
    case 126: // ~~
      return next === code
    case 46: // ...
      return next === 46 && src.charCodeAt(at + 2) === 46
    default: // two spaces at a line's end; a space before a guillemet
      if (next === 32) return src.charCodeAt(at + 2) === 10
      return (next === 60 || next === 62) && src.charCodeAt(at + 2) === next
  }
}

/** The next position from `from` on where a rule may start or `stop` stands, or -1. */
export const nextStart = (src: string, from: number, marks: Uint8Array, stop: number): number => {
  for (let at = from; at < src.length; at++) {
    const code = src.charCodeAt(at)
    if (code === stop) return at
    if (code >= 128) continue
    const mark = marks[code]
    if (mark === 0) continue
    if (mark === 2) {
      if (isStart(src, at, code)) return at
    } else if (code === 34 || code === 39) {
      // Smart quotes look at the character before.
      return at > from && src.charCodeAt(at - 1) !== 92 ? at - 1 : at
    } else return at
  }
  return -1
}
