// What is known of a text from attempts that came to nothing, or to less than all of it. Everything is by position and surroundings, in
// flat arrays that are made when first needed: most texts need none, and a long hostile one needs room for each of its characters.

import {
  createSearches,
  isMissing as isKnownMissing,
  noteMissing as noteKnownMissing,
  type Searches,
} from '../search.ts'
import type { InlineState } from './state.ts'

export type AttemptKind = 'em' | 'strong' | 'link' | 'image'

const KINDS: Readonly<Record<AttemptKind, number>> = { em: 0, strong: 8, link: 16, image: 24 }

export interface Memo {
  /** A bit for each kind of construct and each kind of surroundings. */
  failed: Uint32Array | undefined
  /** By surroundings: one more than where the bracket closes. */
  readonly closing: (Int32Array | undefined)[]
  /** Parentheses that never close. */
  openParens: Uint8Array | undefined
  readonly searches: Searches
  /** The run of underscores that was asked about last. */
  underscores: { readonly start: number; readonly end: number } | undefined
}

export const createMemo = (): Memo => ({
  failed: undefined,
  closing: [],
  openParens: undefined,
  searches: createSearches(),
  underscores: undefined,
})

const surroundings = ({ inEm, inStrong, inLink }: InlineState): number =>
  (inEm ? 1 : 0) + (inStrong ? 2 : 0) + (inLink ? 4 : 0)

// An image's text is in a link, whatever is around the image.
const bitOf = (state: InlineState, kind: AttemptKind): number =>
  1 << (KINDS[kind] + (kind === 'image' ? surroundings(state) | 4 : surroundings(state)))

/** Notes that a construct whose content starts at `pos` has no end. */
export const noteFailure = (state: InlineState, kind: AttemptKind, pos: number): void => {
  const failed = (state.memo.failed ??= new Uint32Array(state.src.length + 2))
  failed[pos] = (failed[pos] ?? 0) | bitOf(state, kind)
}

export const hasFailed = (state: InlineState, kind: AttemptKind, pos: number): boolean =>
  state.memo.failed !== undefined && ((state.memo.failed[pos] ?? 0) & bitOf(state, kind)) !== 0

const closingSlot = (state: InlineState, pos: number): number =>
  state.src.charCodeAt(pos) === 33 ? surroundings(state) | 4 : surroundings(state)

/** Notes where the bracket of the link or image at `pos` closes. */
export const noteClosing = (state: InlineState, pos: number, close: number): void => {
  const closing = (state.memo.closing[closingSlot(state, pos)] ??= new Int32Array(state.src.length + 1))
  closing[pos] = close + 1
}

export const knownClosing = (state: InlineState, pos: number): number | undefined => {
  const close = state.memo.closing[closingSlot(state, pos)]?.[pos] ?? 0
  return close === 0 ? undefined : close - 1
}

/** Whether something was searched for in vain from `from` or before that. */
export const isMissing = (state: InlineState, name: string, from: number): boolean =>
  isKnownMissing(state.memo.searches, name, from)

export const noteMissing = (state: InlineState, name: string, from: number): void =>
  noteKnownMissing(state.memo.searches, name, from)
