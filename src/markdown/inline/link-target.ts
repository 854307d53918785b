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

// Where the parentheses from `open` on are balanced, or a title starts before that. `deep` collects those that never close.
const scanUrl = (state: InlineState, open: number): { end: number; closed: boolean } | undefined => {
  const { src, memo } = state
  const stack: number[] = []
  for (let at = open; at < src.length; at++) {
    const code = src.charCodeAt(at)
    if (code === 40) stack.push(at)
    else if (code === 41) {
      stack.pop()
      if (stack.length === 0) return { end: at, closed: true }
    } else if (isTitleAhead(src, at)) return { end: at, closed: false }
  }
  memo.openParens ??= new Uint8Array(src.length)
  for (const at of stack) memo.openParens[at] = 1
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
