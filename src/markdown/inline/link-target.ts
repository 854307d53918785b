// What stands in parentheses behind a link's text: `(url)`, `(<url>)`, `(url "title")`.

import { isSpace, skipSpaces, strip } from '../text.ts'
import { isMissing, noteMissing } from './memo.ts'
import { findAhead, type InlineState } from './state.ts'

interface Target {
  readonly url: string
  readonly title: string | undefined
  readonly end: number
}

// LINK_INLINE_TITLE_RE: a quoted title and the closing parenthesis; the title ends at the first quote that has that behind it.
const readTitle = (state: InlineState, at: number): Omit<Target, 'url'> | undefined => {
  const { src } = state
  const open = skipSpaces(src, at)
  const quote = src.charAt(open)
  if (quote !== '"' && quote !== "'") return undefined
  const key = `title ${quote}`
  if (isMissing(state, key, open)) return undefined
  for (let close = src.indexOf(quote, open + 2); close >= 0; close = src.indexOf(quote, close + 1)) {
    const end = skipSpaces(src, close + 1)
    if (src.charCodeAt(end) === 41) return { title: src.slice(open + 1, close), end: end + 1 }
  }
  noteMissing(state, key, open)
  return undefined
}

const isTitleAhead = (src: string, at: number): boolean => {
  const next = src.charCodeAt(at + 1)
  return isSpace(src.charCodeAt(at)) && (next === 34 || next === 39)
}

// Those from `open` on that never close.
const noteOpenParens = ({ src, memo }: InlineState, open: number): void => {
  memo.openParens ??= new Uint8Array(src.length)
  let closing = 0
  for (let at = src.length - 1; at >= open; at--) {
    const code = src.charCodeAt(at)
    if (code === 41) closing++
    else if (code === 40) {
      if (closing > 0) closing--
      else memo.openParens[at] = 1
    }
  }
}

// Where the parentheses from `open` on are balanced, or a title starts before that.
const scanUrl = (state: InlineState, open: number): { end: number; closed: boolean } | undefined => {
  const { src } = state
  let depth = 0
  for (let at = open; at < src.length; at++) {
    const code = src.charCodeAt(at)
    if (code === 40) depth++
    else if (code === 41) {
      if (--depth === 0) return { end: at, closed: true }
    } else if (isTitleAhead(src, at)) return { end: at, closed: false }
  }
  noteOpenParens(state, open)
  return undefined
}

export const readInlineTarget = (state: InlineState, open: number): Target | undefined => {
  const { src } = state
  if (src.charCodeAt(open + 1) === 60) {
    const close = findAhead(state, '>', open + 2)
    const url = close < 0 ? undefined : src.slice(open + 2, close)
    if (url !== undefined && !url.includes('\n')) {
      if (src.charCodeAt(close + 1) === 41) return { url, title: undefined, end: close + 2 }
      const title = readTitle(state, close + 1)
      return title === undefined ? undefined : { url, ...title }
    }
  }
  if (state.memo.openParens?.[open] === 1) return undefined
  const scanned = scanUrl(state, open)
  if (scanned === undefined) return undefined
  const url = strip(src.slice(open + 1, scanned.end))
  if (scanned.closed) return { url, title: undefined, end: scanned.end + 1 }
  const title = readTitle(state, scanned.end + 1)
  return title === undefined ? undefined : { url, ...title }
}
