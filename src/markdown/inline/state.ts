// The state of span parsing: a text, a position, and the element that spans are added to. kramdown tries a construct, and where its end is
// not found goes back and takes its start for text. Which constructs are open around decides what a start may mean, and nothing else
// does; so a failure is remembered by position and surroundings, and nothing is tried twice.

import type { MarkdownIt } from 'markdown-it'
import type { Document } from '../document.ts'
import { addText, type Element } from '../element.ts'
import type { Dispatch } from './dispatch.ts'

/** What ends the innermost open construct. */
export interface Stop {
  /** The character at which to ask; brackets are asked for wherever a rule could start. */
  readonly first: number
  /** Whether the construct ends at `pos`. */
  readonly test: (state: InlineState) => boolean
  /** The kind and character of an emphasis: starts like its own, inside of it, are text and are noted. */
  readonly emphasis?: { readonly type: string; readonly char: string; readonly ignored: number[] }
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
  /** Constructs known to have no end, as numbers made of their position and surroundings. */
  readonly failed: Set<number>
  /** Where the bracket closes that is open at a position, by the same numbers. */
  readonly closing: Map<number, number>
  /** What was looked for in vain, and from where on. */
  readonly missing: Map<string, number>
  lineStart: number
  lineNumber: number
}

/** A number for a construct of `kind` (below 4) that would start at `pos`, in the present surroundings. */
export const attemptKey = (state: InlineState, pos: number, kind: number): number =>
  pos * 32 + kind * 8 + (state.inEm ? 1 : 0) + (state.inStrong ? 2 : 0) + (state.inLink ? 4 : 0)

/** The source line of `pos`, counting from 1. */
export const currentLine = (state: InlineState): number => {
  if (state.line === 0) return 0
  if (state.pos < state.lineStart) {
    state.lineStart = 0
    state.lineNumber = state.line
  }
  for (let next = state.src.indexOf('\n', state.lineStart); next >= 0 && next < state.pos; ) {
    state.lineNumber++
    state.lineStart = next + 1
    next = state.src.indexOf('\n', next + 1)
  }
  return state.lineNumber
}

/** Takes `length` characters as text. */
export const takeText = (state: InlineState, length: number): void => {
  addText(state.tree, state.src.slice(state.pos, state.pos + length), state.textType)
  state.pos += length
}

/** Searches for a string from `from` on, once for all in vain. */
export const findAhead = (state: InlineState, needle: string, from: number): number => {
  const since = state.missing.get(needle)
  if (since !== undefined && from >= since) return -1
  const found = state.src.indexOf(needle, from)
  if (found < 0) state.missing.set(needle, from)
  return found
}
