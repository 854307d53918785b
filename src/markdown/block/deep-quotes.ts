// Quotes within quotes, line by line deeper. To take the markers off and parse what is left costs a copy of the text for each level; a long
// text is therefore looked at where its lines begin, further to the right on each level, as long as that is all there is to know of it.

import { MAX_DEPTH } from '../document.ts'
import { addChild, type Element } from '../element.ts'
import { lineEnd, SPACE } from '../text.ts'
import { mayEndLazily } from './lines.ts'
import { parseBlocks } from './parse.ts'
import { type BlockState, newBlock } from './state.ts'

/** A shorter text is copied as fast. */
const LONG = 1 << 15

const QUOTE = 62

/** Behind a marker, and the space that belongs to it. */
export const markerEnd = (text: string, at: number): number => at + (text.charCodeAt(at + 1) === SPACE ? 2 : 1)

interface Lines {
  readonly text: string
  /** Where each line begins, behind the markers that are off. */
  readonly starts: Int32Array
  /** Where each one ends, behind its line feed. */
  readonly ends: Int32Array
}

const findLines = (text: string): Lines => {
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    at = lineEnd(text, at)
    ends.push(at)
  }
  return { text, starts: Int32Array.from([0, ...ends.slice(0, -1)]), ends: Int32Array.from(ends) }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** How many lines there are before the quote within the quote, all of one paragraph; -1 where it is not as simple as that. */
const countHead = ({ text, starts, ends }: Lines, from: number): number => {
  let at = from
  for (; at < starts.length; at++) {
    const code = text.charCodeAt(starts[at]!)
    if (code === QUOTE) return at - from
    if (!isLetter(code) || text.slice(starts[at], ends[at]).includes('|')) return -1
  }
  return -1
}

/** Whether no line but the first could end a quote: none is blank, indented, an attribute list, a tag or an end-of-block marker. */
const goesOn = ({ text, starts }: Lines, from: number): boolean => {
  for (let at = from; at < starts.length; at++) if (mayEndLazily(text.charCodeAt(starts[at]!))) return false
  return true
}

const takeMarkers = ({ text, starts }: Lines, from: number): void => {
  for (let at = from; at < starts.length; at++) {
    const start = starts[at]!
    if (text.charCodeAt(start) === QUOTE) starts[at] = markerEnd(text, start)
  }
}

const join = ({ text, starts, ends }: Lines, from: number, to: number): string => {
  const parts: string[] = []
  for (let at = from; at < to; at++) parts.push(text.slice(starts[at], ends[at]))
  return parts.join('')
}

/** Parses the text of a quote whose markers are off into its element. */
export const parseQuote = (state: BlockState, quote: Element, text: string): void => {
  if (text.length < LONG) {
    parseBlocks(state, quote, text)
    return
  }
  const { document } = state
  const { depth } = document
  const lines = findLines(text)
  let element = quote
  let from = 0
  for (;;) {
    const head = countHead(lines, from)
    // A paragraph ends at a quote only where the quirk of GFM is on.
    const isSimple = head >= 0 && (head === 0 || document.endsParagraphs) && goesOn(lines, from + head + 1)
    if (!isSimple || document.depth + 1 >= MAX_DEPTH) break
    if (head > 0) parseBlocks(state, element, join(lines, from, from + head))
    from += head
    const inner = newBlock(state, 'blockquote', '', quote.line + from)
    inner.endLine = quote.endLine
    addChild(element, inner)
    takeMarkers(lines, from)
    element = inner
    document.depth++
  }
  parseBlocks(state, element, element === quote ? text : join(lines, from, lines.starts.length))
  document.depth = depth
}
