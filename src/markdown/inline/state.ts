// The state of span parsing: a text, a position, and the element that spans are added to. kramdown tries a construct, and where its end is
// not found goes back and takes its start for text. Which constructs are open around decides what a start may mean, and nothing else
// does; so a failure is remembered by position and surroundings, and nothing is tried twice.

import type { MarkdownIt } from 'markdown-it'
import type { Document } from '../document.ts'
import { addChild, type Element, leaf } from '../element.ts'
import { searchAhead, searchRunAhead } from '../search.ts'
import { flatten, LONG_PIECE } from '../text.ts'
import type { Dispatch } from './dispatch.ts'
import type { Memo } from './memo.ts'

/** What ends the innermost open construct. */
export interface Stop {
  /** The character at which to ask; brackets are asked for wherever a rule could start. */
  readonly first: number
  /** Whether the construct ends at `pos`. */
  readonly test: (state: InlineState) => boolean
  /** The kind and character of an emphasis, and the places behind marks like its own that were passed as text. */
  readonly emphasis?: { readonly type: string; readonly char: string; readonly passed: number[] }
  /** Brackets that are open inside a link's text. */
  readonly brackets?: Brackets
}

export interface Brackets {
  level: number
  readonly open: number[]
}

export interface InlineState {
  readonly md: MarkdownIt
  readonly document: Document
  readonly src: string
  pos: number
  tree: Element
  readonly textType: string
  readonly line: number
  /** The rules for all text; some HTML elements allow a few of them only. */
  readonly dispatch: Dispatch
  stop: Stop | null
  inEm: boolean
  inStrong: boolean
  inLink: boolean
  depth: number
  /** How many texts of links and images are open. */
  labels: number
  /** For a paragraph: what may be done with very many spans. */
  endSpans: Document['endSpans']
  readonly memo: Memo
  /** A text at the end of the tree that still grows, and what it has yet to get: a text, and then a stretch of the source. */
  run: Element | undefined
  tail: string
  runStart: number
  runEnd: number
  /** Where the lines end, and how many of them end before the position that was asked for last. */
  lineFeeds: readonly number[] | undefined
  lineIndex: number
}

const findLineFeeds = (src: string): number[] => {
  const found: number[] = []
  for (let at = src.indexOf('\n'); at >= 0; at = src.indexOf('\n', at + 1)) found.push(at)
  return found
}

/** The source line of `pos`, counting from 1. */
export const currentLine = (state: InlineState): number => {
  if (state.line === 0) return 0
  const { pos } = state
  const feeds = (state.lineFeeds ??= findLineFeeds(state.src))
  while (state.lineIndex < feeds.length && feeds[state.lineIndex]! < pos) state.lineIndex++
  while (state.lineIndex > 0 && feeds[state.lineIndex - 1]! >= pos) state.lineIndex--
  return state.line + state.lineIndex
}

/** Gives the growing text what it has yet to get. */
export const flushText = (state: InlineState): void => {
  const { run } = state
  if (run === undefined) return
  const more = state.tail + state.src.slice(state.runStart, state.runEnd)
  run.content = run.content === '' ? more : run.content + more
  state.tail = ''
  state.run = undefined
}

// Takes the stretch in hand, so that another may begin. A text of many stretches would be a long chain to the engine.
const endStretch = (state: InlineState): void => {
  const { run } = state
  state.tail += state.src.slice(state.runStart, state.runEnd)
  state.runStart = state.runEnd
  if (run === undefined || state.tail.length < LONG_PIECE) return
  run.content += flatten(state.tail)
  state.tail = ''
}

// The text at the end of the tree grows from `pos` on; where there is none, it begins.
const growText = (state: InlineState): void => {
  const { tree, run, pos } = state
  const last = tree.children[tree.children.length - 1]
  if (run !== undefined && run === last) {
    if (state.runEnd === pos) return
    endStretch(state)
  } else {
    flushText(state)
    if (last !== undefined && last.type === state.textType) state.run = last
    else {
      state.run = leaf(state.textType, '', last?.line || tree.line)
      addChild(tree, state.run)
    }
  }
  state.runStart = pos
  state.runEnd = pos
}

/** Adds text that is not, or not as it is, in the source. */
export const addSpanText = (state: InlineState, text: string): void => {
  if (text === '') return
  growText(state)
  endStretch(state)
  state.tail += text
}

/** Takes `length` characters as text. Stretches that follow each other are put together in the end. */
export const takeText = (state: InlineState, length: number): void => {
  if (length === 0) return
  growText(state)
  state.pos += length
  state.runEnd = state.pos
}

/** Where a string is from `from` on, or -1. */
export const findAhead = (state: InlineState, needle: string, from: number): number =>
  searchAhead(state.memo.searches, state.src, needle, from)

/** The same for a run of one character. */
export const findRunAhead = (state: InlineState, run: string, from: number): number =>
  searchRunAhead(state.memo.searches, state.src, run, from)
