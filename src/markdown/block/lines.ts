// The starts of blocks that other blocks have to know, because they end there. Each says where what it describes ends, or -1.

import { isElementStart, nameEnd, SPAN_ELEMENTS } from '../html/names.ts'
import { isBlank, isSpace, isWordAt, LF, restIsBlank, SPACE, skipIndent, skipSpaces } from '../text.ts'
import { listEnd } from './attribute-list.ts'

/** kramdown's BLANK_LINE: all blank lines at `at`. */
export const blankEnd = (src: string, at: number): number => {
  let end = -1
  for (let next = at; next < src.length && isSpace(src.charCodeAt(next)); next++) {
    if (src.charCodeAt(next) === LF) end = next + 1
  }
  return end
}

/** EOB_MARKER: a caret alone on its line. */
export const eobEnd = (src: string, at: number): number => (src.charCodeAt(at) === 94 ? restIsBlank(src, at + 1) : -1)

/** IAL_BLOCK after its indent: a line with nothing but an attribute list. */
export const attributeLineEnd = (src: string, at: number): number => {
  if (src.charCodeAt(at) !== 123 || src.charCodeAt(at + 1) !== 58) return -1
  const next = src.charCodeAt(at + 2)
  if (next === 58 || next === 47) return -1
  const close = listEnd(src, at + 2, true)
  return close < 0 ? -1 : restIsBlank(src, close + 1)
}

const LAZY_SPANS = new Set([...SPAN_ELEMENTS, 'script'])

// quirk(kramdown): names are compared as they are written here, so <B> starts a block where <b> does not, and `b-x` counts as b.
const isSpanName = (src: string, at: number): boolean => {
  let end = at
  while (end - at < 10) {
    const code = src.charCodeAt(end)
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) break
    end++
  }
  return LAZY_SPANS.has(src.slice(at, end)) && !isWordAt(src, end)
}

/** LAZY_END_HTML_START and _STOP after the indent: a tag of an element that is no span element. */
export const isBlockTag = (src: string, at: number): boolean => {
  if (src.charCodeAt(at) !== 60) return false
  if (src.charCodeAt(at + 1) !== 47) return isElementStart(src, at + 1) && !isSpanName(src, at + 1)
  if (!isElementStart(src, at + 2) || isSpanName(src, at + 2)) return false
  return src.charCodeAt(skipSpaces(src, nameEnd(src, at + 2))) === 62
}

/** PATTERN_TAIL after a list marker: a tab, a space (or, as it happens, a pipe), then the rest of the line. */
const isTail = (code: number): boolean => code === SPACE || code === 9 || code === 124

/** LIST_START: where the marker at `at` ends, or -1. */
export const bulletEnd = (src: string, at: number, most = 3): number => {
  const start = skipIndent(src, at, most)
  const code = src.charCodeAt(start)
  return (code === 42 || code === 43 || code === 45) && isTail(src.charCodeAt(start + 1)) ? start + 1 : -1
}

export const numberEnd = (src: string, at: number, most = 3): number => {
  const start = skipIndent(src, at, most)
  let end = start
  while (src.charCodeAt(end) >= 48 && src.charCodeAt(end) <= 57) end++
  return end > start && src.charCodeAt(end) === 46 && isTail(src.charCodeAt(end + 1)) ? end + 1 : -1
}

export const definitionEnd = (src: string, at: number, most = 3): number => {
  const start = skipIndent(src, at, most)
  return src.charCodeAt(start) === 58 && isTail(src.charCodeAt(start + 1)) ? start + 1 : -1
}

/** GFM's ATX_HEADER_START. */
export const isHashHeader = (src: string, at: number): boolean => {
  let end = at
  while (src.charCodeAt(end) === 35 && end - at < 7) end++
  return end > at && end - at < 7 && isBlank(src.charCodeAt(end))
}

/** GFM's FENCED_CODEBLOCK_START, after the indent. */
export const isFence = (src: string, at: number): boolean => {
  for (let i = at; i < at + 3; i++) if (src.charCodeAt(i) !== 96 && src.charCodeAt(i) !== 126) return false
  return true
}

/** HR_START: the end of the line, or -1. */
export const ruleEnd = (src: string, at: number): number => {
  const start = skipIndent(src, at)
  const code = src.charCodeAt(start)
  if (code !== 42 && code !== 45 && code !== 95) return -1
  let count = 0
  for (let next = start; next < src.length; next++) {
    const char = src.charCodeAt(next)
    if (char === code) count++
    else if (char === LF) return count >= 3 ? next + 1 : -1
    else if (!isBlank(char)) return -1
  }
  return -1
}

/** Whether a line that begins with this character may be one at which text ends lazily. */
export const mayEndLazily = (code: number): boolean => isSpace(code) || code === 123 || code === 60 || code === 94

/** LAZY_END: whether text that goes on without its block's marker ends at this line. */
export const endsLazily = (src: string, at: number): boolean => {
  if (at >= src.length) return true
  const code = src.charCodeAt(at)
  if (!mayEndLazily(code)) return false
  if (isSpace(code) && blankEnd(src, at) >= 0) return true
  const start = skipIndent(src, at)
  return (start === at && eobEnd(src, at) >= 0) || attributeLineEnd(src, start) >= 0 || isBlockTag(src, start)
}

/** PARAGRAPH_END, or PARAGRAPH_END_GFM with the paragraph_end quirk. */
export const endsParagraph = (src: string, at: number, quirk: boolean): boolean => {
  if (endsLazily(src, at)) return true
  const start = skipIndent(src, at)
  switch (src.charCodeAt(start)) {
    case 58: // :
      return definitionEnd(src, at) >= 0
    case 62: // >
      return quirk
    case 35: // #
      return quirk && start === at && isHashHeader(src, at)
    case 42: // *
    case 43: // +
    case 45: // -
      return quirk && bulletEnd(src, at) >= 0
    case 96: // `
    case 126: // ~
      return quirk && isFence(src, start)
    default: {
      const code = src.charCodeAt(start)
      return quirk && code >= 48 && code <= 57 && numberEnd(src, at) >= 0
    }
  }
}

/** BLOCK_BOUNDARY: whether a block may end at this line that needs room after it. */
export const beforeBoundary = (src: string, at: number): boolean =>
  at >= src.length ||
  blankEnd(src, at) >= 0 ||
  eobEnd(src, at) >= 0 ||
  attributeLineEnd(src, skipIndent(src, at)) >= 0 ||
  (at === src.length - 1 && src.charCodeAt(at) === LF)
