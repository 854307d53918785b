// The state of block parsing: a text, a position at the start of a line, and the element that blocks are added to. kramdown parses
// containers by taking their text out and parsing that again, so a state is made for each such text; an HTML element with block content
// is parsed in place, with `tree` exchanged.

import type { MarkdownIt } from 'markdown-it'
import type { Document } from '../document.ts'
import { type AttributeList, addChild, Element, lastChild, leaf } from '../element.ts'
import {
  createSearches,
  isMissing as isKnownMissing,
  noteMissing as noteKnownMissing,
  type Searches,
  searchAhead,
} from '../search.ts'
import { flatten, LONG_PIECE } from '../text.ts'

export interface BlockState {
  readonly md: MarkdownIt
  readonly document: Document
  readonly src: string
  pos: number
  tree: Element
  /** An attribute list that waits for the next block. */
  pendingList: AttributeList | null
  /** Set by the rule that met the end tag of `tree`: parsing of its content ends here. */
  stopped: boolean
  readonly rules: readonly BlockRule[]
  readonly searches: Searches
  /** In raw HTML: where the text starts that was passed and is not in the tree yet. */
  textStart: number
  /** Up to where raw HTML is known to come out otherwise than it is written. */
  unsettledBefore: number
  /** A paragraph's text that still grows, and what it has yet to get. */
  growing: Element | undefined
  tail: string
  /** A place at whose line `lineNumber` is, and the end of that line; less than 0 where it was not looked for yet. */
  lineStart: number
  lineStop: number
  lineNumber: number
}

/** Adds what it finds at `pos` to the tree, moves `pos` behind it and says true; or says false. */
export type BlockRule = (state: BlockState) => boolean

export const createBlockState = (
  context: Pick<BlockState, 'md' | 'document' | 'rules'>,
  tree: Element,
  src: string,
  line: number,
): BlockState => ({
  md: context.md,
  document: context.document,
  rules: context.rules,
  src,
  pos: 0,
  tree,
  pendingList: null,
  stopped: false,
  searches: createSearches(),
  textStart: 0,
  unsettledBefore: 0,
  growing: undefined,
  tail: '',
  lineStart: 0,
  lineStop: -1,
  lineNumber: line || 1,
})

const lineStop = (src: string, from: number): number => {
  const stop = src.indexOf('\n', from)
  return stop < 0 ? src.length : stop
}

/** The source line of `pos`, counting from 1. */
export const currentLine = (state: BlockState): number => {
  const { src, pos } = state
  // Kept, as it may be very far away and this be asked for very often.
  if (state.lineStop < 0) state.lineStop = lineStop(src, state.lineStart)
  while (state.lineStop < pos) {
    state.lineNumber++
    state.lineStop = lineStop(src, state.lineStop + 1)
  }
  return state.lineNumber
}

/** Goes to `at`, where a line begins, `lines` line ends behind the line where `currentLine` was last asked for: they need not be counted. */
export const skipLines = (state: BlockState, at: number, lines: number): void => {
  state.pos = at
  state.lineStart = at
  state.lineStop = -1
  state.lineNumber += lines
}

/** Adds to the text of a paragraph that goes on. A text of very many lines would be a long chain to the engine. */
export const growText = (state: BlockState, element: Element, text: string): void => {
  if (state.growing !== element) flushText(state)
  state.growing = element
  state.tail += text
  if (state.tail.length > LONG_PIECE) flushText(state)
}

/** Gives the growing text what it has yet to get. */
export const flushText = (state: BlockState): void => {
  if (state.growing === undefined) return
  state.growing.content += flatten(state.tail)
  state.growing = undefined
  state.tail = ''
}

const LEAVES = new Set(['blank', 'eob', 'hr', 'codeblock', 'math'])

/** A new block at `pos`; it takes the attribute list that was waiting. */
export const newBlock = (state: BlockState, type: string, content = '', line = currentLine(state)): Element => {
  const element = LEAVES.has(type) ? leaf(type, content, line) : new Element(type, content, line)
  if (state.pendingList !== null) {
    element.ial = state.pendingList
    state.pendingList = null
  }
  return element
}

const isBareMarker = (element: Element | undefined): boolean => element?.type === 'eob' && element.ial === null

// Of many markers in a row only the first and the last are ever asked about.
const addMarker = ({ children }: Element, marker: Element): boolean => {
  const { length } = children
  if (length < 2 || !isBareMarker(children[length - 1]) || !isBareMarker(children[length - 2])) return false
  children[length - 1] = marker
  return true
}

/** Adds a marker to the tree that shows nothing: attribute lists find it. */
export const pushMarker = (state: BlockState, kind: string): Element => {
  const marker = newBlock(state, 'eob', kind)
  if (!addMarker(state.tree, marker)) addChild(state.tree, marker)
  return marker
}

const separators = new Map<string, Element>()

/** Adds a marker that only stands between blocks. */
export const pushSeparator = (state: BlockState, kind: string): void => {
  if (state.pendingList !== null) {
    pushMarker(state, kind)
    return
  }
  // There may be very many, and nothing is ever added to one.
  let separator = separators.get(kind)
  if (separator === undefined) {
    separator = leaf('eob', kind, 0)
    separators.set(kind, separator)
  }
  if (!addMarker(state.tree, separator)) addChild(state.tree, separator)
}

/** Whether some blocks may start here that need a blank line, a marker or an attribute list before them. */
export const afterBoundary = (state: BlockState): boolean => {
  const last = lastChild(state.tree)
  return (
    last === undefined ||
    last.type === 'blank' ||
    (last.type === 'eob' && last.content === '') ||
    state.pendingList !== null
  )
}

/** Where a string is from `from` on, or -1. */
export const findAhead = (state: BlockState, needle: string, from: number): number =>
  searchAhead(state.searches, state.src, needle, from)

/** Whether something was searched for in vain from `from` or before that. */
export const isMissing = (state: BlockState, name: string, from: number): boolean =>
  isKnownMissing(state.searches, name, from)

export const noteMissing = (state: BlockState, name: string, from: number): void =>
  noteKnownMissing(state.searches, name, from)
