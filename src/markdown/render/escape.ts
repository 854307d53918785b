// Escaping as kramdown does it: text and attributes keep what looks like a character reference, code does not.

import { flatten, LONG_PIECE, strip } from '../text.ts'

const ALL_TEST = /[<>&]/
const ATTRIBUTE_TEST = /[<>&"]/
const REFERENCE = /&(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);/y

/** Whether a character reference starts at `at`. */
export const isReference = (text: string, at: number): boolean => {
  REFERENCE.lastIndex = at
  return REFERENCE.test(text)
}

// What stands for the character at `at`, or '' where it stays.
const escapeAt = (text: string, at: number, keepsReferences: boolean): string => {
  switch (text.charCodeAt(at)) {
    case 60:
      return '&lt;'
    case 62:
      return '&gt;'
    case 38:
      return keepsReferences && isReference(text, at) ? '' : '&amp;'
    default:
      return '&quot;'
  }
}

// Escapes from the first special character on. What is put together stays short until it is one piece.
const escapeFrom = (text: string, first: number, keepsReferences: boolean, escapesQuotes: boolean): string => {
  let html = ''
  let piece = ''
  let start = 0
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 62 || (code !== 60 && code !== 62 && code !== 38 && (code !== 34 || !escapesQuotes))) continue
    const escaped = escapeAt(text, at, keepsReferences)
    if (escaped === '') continue
    piece += start === at ? escaped : text.slice(start, at) + escaped
    start = at + 1
    if (piece.length < LONG_PIECE) continue
    html += flatten(piece)
    piece = ''
  }
  return html + piece + text.slice(start)
}

/** Code: every special character but the quotation mark. */
export const escapeAll = (text: string): string => {
  const first = text.search(ALL_TEST)
  return first < 0 ? text : escapeFrom(text, first, false, false)
}

/** Text: character references stay. */
export const escapeText = (text: string): string => {
  const first = text.search(ALL_TEST)
  return first < 0 ? text : escapeFrom(text, first, true, false)
}

/** The value of an attribute: character references stay. */
export const escapeAttribute = (text: string): string => {
  const first = text.search(ATTRIBUTE_TEST)
  return first < 0 ? text : escapeFrom(text, first, true, true)
}

/** Attributes with a space before each. */
export const renderAttributes = (attrs: readonly (readonly [string, string])[] | null): string => {
  let html = ''
  if (attrs !== null)
    for (const [name, value] of attrs)
      if (name !== 'id' || strip(value) !== '') html += ` ${name}="${escapeAttribute(value)}"`
  return html
}
