// Raw HTML that comes out just as it is written. Most of what stands in pages, and all that includes make, is so; it need not be taken
// apart and put together again.

import { isReference } from '../render/escape.ts'
import { SPACE, strip } from '../text.ts'
import { EMPTY_ELEMENTS, isKnownElement } from './names.ts'

const START = /<([a-z][a-z0-9]*)/y
const ATTRIBUTE = / ([A-Za-z_][-\w.]*(?::[A-Za-z_][-\w.]*)?)="([^"<>\n]*)"/y

const BANG = 33
const SLASH = 47
const GREATER = 62
const AMPERSAND = 38

/** Text that needs no escaping. */
const isSettledText = (src: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const code = src.charCodeAt(at)
    if (code === GREATER || (code === AMPERSAND && !isReference(src, at))) return false
  }
  return true
}

// What is written twice is kept once, names are written small, an empty id goes, and `markdown` says how to go on.
const isSettledAttribute = (name: string, value: string, element: string): boolean => {
  if (name === 'markdown' || (name === 'id' && strip(value) === '')) return false
  if (HAS_CAPITAL.test(name) && isKnownElement(element)) return false
  return !value.includes('&') || isSettledText(value, 0, value.length)
}

const HAS_CAPITAL = /[A-Z]/

/** Names are compared with one another. */
const MOST_ATTRIBUTES = 50

/** Where the attributes from `from` on end; -1 where one of them would come out otherwise. */
const attributesEnd = (src: string, from: number, element: string): number => {
  if (src.charCodeAt(from) !== SPACE) return from
  let at = from
  let names: string[] | undefined
  let first: string | undefined
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(src)
    if (!match) return at
    const name = match[1]!
    if (!isSettledAttribute(name, match[2]!, element)) return -1
    if (first === undefined) first = name
    else {
      names ??= [first]
      if (names.includes(name) || names.length > MOST_ATTRIBUTES) return -1
      names.push(name)
    }
    at = ATTRIBUTE.lastIndex
  }
}

/** The end of a start tag at `at`; -1 where it would come out otherwise, or its content is no raw HTML. */
const tagEnd = (src: string, at: number, open: string[]): number => {
  START.lastIndex = at
  const name = START.exec(src)?.[1]
  if (name === undefined || name === 'script' || name === 'style') return -1
  const end = attributesEnd(src, START.lastIndex, name)
  if (end < 0) return -1
  if (src.charCodeAt(end) === GREATER) {
    if (EMPTY_ELEMENTS.has(name)) return -1
    open.push(name)
    return end + 1
  }
  return src.startsWith(' />', end) ? end + 3 : -1
}

const closingEnd = (src: string, at: number, open: string[]): number => {
  const name = open[open.length - 1] ?? ''
  if (!src.startsWith(name, at + 2) || src.charCodeAt(at + 2 + name.length) !== GREATER) return -1
  open.pop()
  return at + name.length + 3
}

const commentEnd = (src: string, at: number): number => {
  const close = src.startsWith('<!--', at) ? src.indexOf('-->', at + 4) : -1
  return close < 0 ? -1 : close + 3
}

/** Where raw HTML stops to be as it will come out. */
export interface Stretch {
  /** Whether that is at the start of the end tag that closes it. */
  readonly isWhole: boolean
  readonly end: number
}

/** The content of an element `name` from `from` on, as far as it comes out as it is; elements in it may nest `depth` deep. */
export const settledContent = (src: string, from: number, name: string, depth: number): Stretch => {
  const open = [name]
  for (let at = from; ; ) {
    const next = src.indexOf('<', at)
    if (next < 0) return { isWhole: false, end: src.length }
    if (!isSettledText(src, at, next)) return { isWhole: false, end: next }
    const code = src.charCodeAt(next + 1)
    const end =
      code === SLASH ? closingEnd(src, next, open) : code === BANG ? commentEnd(src, next) : tagEnd(src, next, open)
    if (end < 0 || open.length > depth) return { isWhole: false, end: next }
    if (open.length === 0) return { isWhole: true, end: next }
    at = end
  }
}
