// Reading tags: HTML_TAG_RE, HTML_TAG_CLOSE_RE, HTML_ATTRIBUTE_RE and HTML_COMMENT_RE of parser/html.rb, in one pass without going back.

import type { Attributes } from '../element.ts'
import { setAttribute } from '../element.ts'
import { downcase, isSpace, skipSpaces } from '../text.ts'
import { elementName, isElementStart, isKnownElement, nameEnd } from './names.ts'

export interface Tag {
  /** As it is compared and output: lower case where HTML has such an element. */
  readonly name: string
  readonly written: string
  readonly attrs: Attributes
  readonly duplicates: readonly string[]
  /** `<br />` */
  readonly closed: boolean
  readonly end: number
}

const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/uy

const wordEnd = (src: string, at: number): number => {
  WORD.lastIndex = at
  return WORD.test(src) ? WORD.lastIndex : at
}

// `= value` after an attribute's name: where it ends and what it is; undefined where there is none.
const readValue = (src: string, at: number): { end: number; value: string } | undefined => {
  const equals = skipSpaces(src, at)
  if (src.charCodeAt(equals) !== 61) return undefined
  const start = skipSpaces(src, equals + 1)
  const code = src.charCodeAt(start)
  if (code === 34 || code === 39) {
    const end = src.indexOf(src.charAt(start), start + 1)
    return end < 0 ? undefined : { end: end + 1, value: src.slice(start + 1, end) }
  }
  const end = wordEnd(src, start)
  return end === start ? undefined : { end, value: src.slice(start, end) }
}

/** The start tag or empty tag at `at`, which is a `<`. */
export const readTag = (src: string, at: number): Tag | undefined => {
  if (!isElementStart(src, at + 1)) return undefined
  let end = nameEnd(src, at + 1)
  const written = src.slice(at + 1, end)
  const name = elementName(written)
  const attrs: Attributes = []
  const duplicates: string[] = []
  for (;;) {
    const next = skipSpaces(src, end)
    if (next === end || !isElementStart(src, next)) break
    const nameStop = nameEnd(src, next)
    const attribute = isKnownElement(name) ? downcase(src.slice(next, nameStop)) : src.slice(next, nameStop)
    const value = readValue(src, nameStop)
    end = value?.end ?? nameStop
    if (attrs.some(([known]) => known === attribute)) duplicates.push(attribute)
    setAttribute(attrs, attribute, value?.value ?? '')
  }
  end = skipSpaces(src, end)
  const closed = src.charCodeAt(end) === 47
  if (closed) end++
  return src.charCodeAt(end) === 62 ? { name, written, attrs, duplicates, closed, end: end + 1 } : undefined
}

export interface EndTag {
  readonly name: string
  readonly end: number
}

/** The end tag at `at`, which is a `<`. */
export const readEndTag = (src: string, at: number): EndTag | undefined => {
  if (src.charCodeAt(at + 1) !== 47 || !isElementStart(src, at + 2)) return undefined
  const stop = nameEnd(src, at + 2)
  const end = skipSpaces(src, stop)
  return src.charCodeAt(end) === 62 ? { name: src.slice(at + 2, stop), end: end + 1 } : undefined
}

/** Where `</name>` starts from `from` on, or -1. */
export const findEndTag = (src: string, name: string, from: number): number => {
  const wanted = name.toLowerCase()
  for (let at = src.indexOf('</', from); at >= 0; at = src.indexOf('</', at + 2)) {
    const stop = at + 2 + name.length
    if (src.slice(at + 2, stop).toLowerCase() !== wanted) continue
    let end = stop
    while (isSpace(src.charCodeAt(end))) end++
    if (src.charCodeAt(end) === 62) return at
  }
  return -1
}
