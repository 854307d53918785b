// `[id]: url "title"`, the title on the same line or the next.

import { defineLink, normalizeLinkId } from '../document.ts'
import { isBlank, lineEnd, skipBlanks, skipIndent, skipSpaces } from '../text.ts'
import { type BlockRule, currentLine, pushMarker } from './state.ts'

interface Tail {
  readonly title: string | undefined
  readonly end: number
}

const isQuote = (code: number): boolean => code === 34 || code === 39

// The last character of the line at `from` that is no blank.
const lastInk = (src: string, from: number, end: number): number => {
  let at = end - 1
  if (src.charCodeAt(at) === 10) at--
  while (at >= from && isBlank(src.charCodeAt(at))) at--
  return at
}

// A quoted title that starts at `at` and ends its line.
const readTitle = (src: string, at: number): Tail | undefined => {
  const start = skipBlanks(src, at)
  if (!isQuote(src.charCodeAt(start))) return undefined
  const end = lineEnd(src, start)
  const last = lastInk(src, start, end)
  return last > start + 1 && src.charCodeAt(last) === src.charCodeAt(start)
    ? { title: src.slice(start + 1, last), end }
    : undefined
}

// What may stand behind a url at the end of its line.
const readNextLine = (src: string, end: number): Tail =>
  (end < src.length ? readTitle(src, end) : undefined) ?? { title: undefined, end }

interface Target extends Tail {
  readonly url: string
}

const readAngled = (src: string, at: number, end: number): Target | undefined => {
  for (let close = at; close < end; close++) {
    if (src.charCodeAt(close) !== 62) continue
    const url = src.slice(at + 1, close)
    const title = isBlank(src.charCodeAt(close + 1)) ? readTitle(src, close + 1) : undefined
    if (title !== undefined) return { url, ...title }
    if (lastInk(src, close, end) === close) return { url, ...readNextLine(src, end) }
  }
  return undefined
}

const readPlain = (src: string, at: number, end: number): Target | undefined => {
  const last = lastInk(src, at, end)
  if (skipSpaces(src, at) > last) return undefined
  const quote = src.charCodeAt(last)
  if (isQuote(quote)) {
    for (let next = at + 1; next < last - 1; next++) {
      if (src.charCodeAt(next) !== quote || !isBlank(src.charCodeAt(next - 1))) continue
      let stop = next - 1
      while (isBlank(src.charCodeAt(stop - 1))) stop--
      return { url: src.slice(at, stop), title: src.slice(next + 1, last), end }
    }
  }
  return { url: src.slice(at, last + 1), ...readNextLine(src, end) }
}

const SPACED_QUOTE = /[ \t]["']/

export const linkDefinition: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (src.charCodeAt(start) !== 91) return false
  const end = lineEnd(src, start)
  let close = start + 1
  while (close < end - 1 && src.charCodeAt(close) !== 93) close++
  if (src.charCodeAt(close) !== 93 || close === start + 1 || src.charCodeAt(close + 1) !== 58) return false
  const from = skipBlanks(src, close + 2)
  const angled = src.charCodeAt(from) === 60 ? readAngled(src, from, end) : undefined
  const target = angled ?? readPlain(src, from, end)
  if (target === undefined || (angled === undefined && SPACED_QUOTE.test(target.url))) return false
  const id = normalizeLinkId(src.slice(start + 1, close))
  const line = currentLine(state)
  const { children } = state.tree
  const index = children.length - 1
  const before = children[index]
  const marker = pushMarker(state, 'link_def')
  // A marker that another has taken the place of had no attribute list, and gets none any more.
  const isLastBare = before === state.document.links.last?.marker && children[index] === marker
  defineLink(state.document, { id, line, url: target.url, title: target.title, marker }, isLastBare)
  state.pos = target.end
  return true
}
