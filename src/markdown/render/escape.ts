// Escaping as kramdown does it: text and attributes keep what looks like a character reference, code does not.

import { strip } from '../text.ts'

const ALL = /[<>&]/g
const ALL_TEST = /[<>&]/
const TEXT = /&(?:(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);)?|[<>]/g
const ATTRIBUTE = /&(?:(?:[\w:][-\w.:]*|#\d+|#x[0-9a-fA-F]+);)?|[<>"]/g
const ATTRIBUTE_TEST = /[<>&"]/

const replace = (match: string): string => {
  switch (match) {
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '&':
      return '&amp;'
    case '"':
      return '&quot;'
    default:
      return match
  }
}

/** Code: every special character but the quotation mark. */
export const escapeAll = (text: string): string => (ALL_TEST.test(text) ? text.replace(ALL, replace) : text)

/** Text: character references stay. */
export const escapeText = (text: string): string => (ALL_TEST.test(text) ? text.replace(TEXT, replace) : text)

/** The value of an attribute: character references stay. */
export const escapeAttribute = (text: string): string =>
  ATTRIBUTE_TEST.test(text) ? text.replace(ATTRIBUTE, replace) : text

/** Attributes with a space before each. */
export const renderAttributes = (attrs: readonly (readonly [string, string])[] | null): string => {
  let html = ''
  if (attrs !== null)
    for (const [name, value] of attrs)
      if (name !== 'id' || strip(value) !== '') html += ` ${name}="${escapeAttribute(value)}"`
  return html
}
