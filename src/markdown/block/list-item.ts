// What list items and definitions share: the column at which an item's content starts, and the lines that belong to it.

import type { AttributeList, Element } from '../element.ts'
import { isBlank, isSpace, lineEnd, skipIndent, skipSpaces, TAB } from '../text.ts'
import { emptyList, listEnd, parseAttributeList } from './attribute-list.ts'
import { idNameEnd } from './footnote.ts'
import { attributeLineEnd, isBlockTag } from './lines.ts'

export interface FirstLine {
  readonly content: string
  //   - item
  //   ^ marker  ^ content column
  readonly indentation: number
}

/** `marker` is the width of the marker with its indent, `rest` the line behind it. */
export const readFirstLine = (marker: number, rest: string): FirstLine => {
  const ial = itemListEnd(rest)
  let indentation = marker
  if (isOnlySpace(rest, ial < 0 ? 0 : ial)) indentation = 4
  else {
    // The column behind a tab is the next that four goes into.
    for (let at = 0; isBlank(rest.charCodeAt(at)); at++)
      indentation += rest.charCodeAt(at) === TAB ? 4 - (indentation % 4) : 1
  }
  return { content: rest.slice(skipSpaces(rest, 0)), indentation }
}

const isOnlySpace = (text: string, from: number): boolean => {
  for (let at = from; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false
  return true
}

// LIST_ITEM_IAL: where an attribute list at the start of an item ends, with the space around it; -1 where there is none.
const itemListEnd = (text: string): number => {
  const close = itemListClose(text)
  if (close < 0) return -1
  let end = close + 1
  while (isSpace(text.charCodeAt(end))) end++
  return end
}

const itemListStart = (text: string): number => {
  let start = 0
  while (isSpace(text.charCodeAt(start))) start++
  return start
}

const itemListClose = (text: string): number => {
  const start = itemListStart(text)
  if (text.charCodeAt(start) !== 123 || text.charCodeAt(start + 1) !== 58) return -1
  if (text.charCodeAt(start + 2) === 47 || text.charCodeAt(idNameEnd(text, start + 2)) === 58) return -1
  return listEnd(text, start + 2, false)
}

/** The text of an item without its attribute list, which `element` gets. */
export const takeItemList = (element: Element, text: string, warn: (list: string) => void): string => {
  const end = itemListEnd(text)
  if (end < 0) return text
  const list: AttributeList = (element.ial ??= emptyList())
  const content = text.slice(itemListStart(text) + 2, itemListClose(text))
  if (!parseAttributeList(content, list)) warn(content)
  return text.slice(end)
}

// A tab or four spaces, `count` times.
const skipUnits = (src: string, at: number, count: number): number => {
  let end = at
  for (let i = 0; i < count; i++) {
    if (src.charCodeAt(end) === 9) end++
    else if (src.startsWith('    ', end)) end += 4
    else return -1
  }
  return end
}

/** Whether the line, which is not blank, is indented to the content column, so that it belongs to the item. */
export const isItemContent = (src: string, at: number, indentation: number): boolean => {
  const units = Math.floor(indentation / 4)
  const rest = indentation % 4
  const start = skipUnits(src, at, units)
  if (start < 0) return false
  const spaced = skipIndent(src, start, rest)
  return spaced - start === rest || skipUnits(src, start, 1) >= 0
}

/** Whether the line, which is not blank, goes on with the item though it is not indented. */
export const isLazyContent = (src: string, at: number, indentation: number): boolean => {
  const start = skipIndent(src, at, Math.min(indentation, 3))
  return attributeLineEnd(src, start) < 0 && !isBlockTag(src, start)
}

/** The line without the item's indent, and whether it had that. */
export const dedent = (src: string, at: number, indentation: number): { text: string; indented: boolean } => {
  const line = src.slice(at, lineEnd(src, at))
  let tabs = 0
  while (line.charCodeAt(tabs) === 9) tabs++
  const text = tabs === 0 ? line : ' '.repeat(4 * tabs) + line.slice(tabs)
  const indented = skipIndent(text, 0, indentation) === indentation
  return { text: indented ? text.slice(indentation) : text, indented }
}
