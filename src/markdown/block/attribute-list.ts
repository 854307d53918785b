// Inline attribute lists, `{: .class #id key="value" name}`: where they end and what they say. Counterpart of the ALD_ and IAL_ patterns
// and of parse_attribute_list in extensions.rb.

import { mergeAttributes } from '../document.ts'
import { type AttributeList, type Attributes, append, getAttribute, setAttribute } from '../element.ts'
import { flatten, isAsciiWord, isSpace, LONG_PIECE, restIsBlank, strip } from '../text.ts'

// Where the brace is that closes a list, for the text parsed last: each brace is looked for once.
const memo = { src: '', from: -1, close: -1 }

const nextClose = (src: string, from: number): number => {
  if (memo.src === src && from >= memo.from && (memo.close < 0 || from <= memo.close)) return memo.close
  let close = src.indexOf('}', from)
  while (close > from && src.charCodeAt(close - 1) === 92) close = src.indexOf('}', close + 1)
  memo.src = src
  memo.from = from
  memo.close = close
  return close
}

// How far back a brace that is escaped may close a list after all, when there is no other.
const FAR = 2000

/**
 * The closing brace of a list whose content starts at `from`, or -1. A brace after a backslash closes it only where no other does;
 * `alone` asks for nothing but white space behind it on its line.
 */
export const listEnd = (src: string, from: number, alone: boolean): number => {
  const close = nextClose(src, from)
  const fits = (at: number): boolean => at > from && (!alone || restIsBlank(src, at + 1) >= 0)
  if (fits(close)) return close
  const limit = close < 0 ? src.length : close
  if (limit - from > FAR) return -1
  for (let at = src.lastIndexOf('\\}', limit - 1); at >= from; at = at === 0 ? -1 : src.lastIndexOf('\\}', at - 1))
    if (at + 1 !== close && fits(at + 1)) return at + 1
  return -1
}

export const emptyList = (): AttributeList => ({ refs: [], attrs: [] })

const addClass = (attrs: Attributes, name: string): void => {
  const old = getAttribute(attrs, 'class')
  setAttribute(attrs, 'class', old === undefined ? name : `${old} ${name}`)
}

const isListEnd = (text: string, at: number): boolean => at >= text.length || isSpace(text.charCodeAt(at))

// Where a quoted value ends that starts at `from`: at a quote that ends a word, and if there is no other at an escaped one.
const valueEnd = (text: string, from: number, quote: string, missing: Map<string, number>): number => {
  const since = missing.get(quote)
  if (since !== undefined && from >= since) return -1
  let escaped = -1
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!isListEnd(text, at + 1)) continue
    if (at === from || text.charCodeAt(at - 1) !== 92) return at
    escaped = at
  }
  if (escaped < 0) missing.set(quote, from)
  return escaped
}

// The end of a run of `.class` and `#id`, or -1.
const namesEnd = (text: string, from: number): number => {
  let at = from
  while (!isListEnd(text, at)) {
    const mark = text.charCodeAt(at)
    const start = ++at
    if (mark === 35) {
      if (!isAsciiLetter(text.charCodeAt(at))) return -1
      while (isAsciiWord(text.charCodeAt(at)) || text.charCodeAt(at) === 45 || text.charCodeAt(at) === 58) at++
    } else if (mark === 46)
      while (!isListEnd(text, at) && text.charCodeAt(at) !== 46 && text.charCodeAt(at) !== 35) at++
    else return -1
    if (at === start) return -1
  }
  return at
}

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.([^ \t\n\v\f\r.#]+)/g

// What a list holds while it is read.
interface Reading {
  readonly list: AttributeList
  /** Quotes that were looked for in vain, and from where on. */
  readonly missing: Map<string, number>
  /** More classes: they are added a good many at a time. */
  classes: string
}

const flushClasses = (reading: Reading): void => {
  if (reading.classes !== '') addClass(reading.list.attrs, flatten(reading.classes))
  reading.classes = ''
}

const addNames = (reading: Reading, names: string): void => {
  const { attrs } = reading.list
  for (const [, id, name] of names.matchAll(ID_OR_CLASS)) {
    if (name === undefined) setAttribute(attrs, 'id', id ?? '')
    else if (getAttribute(attrs, 'class') === undefined) addClass(attrs, name)
    else {
      reading.classes = reading.classes === '' ? name : `${reading.classes} ${name}`
      if (reading.classes.length > LONG_PIECE) flushClasses(reading)
    }
  }
}

const nameEnd = (text: string, from: number): number => {
  let at = from
  while (isAsciiWord(text.charCodeAt(at)) || (at > from && text.charCodeAt(at) === 45)) at++
  return at
}

// Reads what stands at `at`, at the start of a word: its end, or -1 where it makes no sense.
const readItem = (text: string, at: number, reading: Reading): number => {
  const { list } = reading
  const stop = nameEnd(text, at)
  if (stop === at) {
    const end = isListEnd(text, at) ? -1 : namesEnd(text, at)
    if (end >= 0) addNames(reading, text.slice(at, end))
    return end
  }
  const quote = text.charAt(stop + 1)
  if (text.charCodeAt(stop) === 61 && (quote === '"' || quote === "'")) {
    const end = valueEnd(text, stop + 2, quote, reading.missing)
    if (end < 0) return -1
    flushClasses(reading)
    setAttribute(list.attrs, text.slice(at, stop), unescapeValue(text.slice(stop + 2, end), quote))
    return end + 1
  }
  if (!isListEnd(text, stop)) return -1
  list.refs.push(text.slice(at, stop))
  return stop
}

/** Adds what `text` says to `list`; false where it says nothing that makes sense. */
export const parseAttributeList = (text: string, list: AttributeList): boolean => {
  const trimmed = strip(text)
  if (trimmed === '' || trimmed === ':') return true
  const reading: Reading = { list, missing: new Map(), classes: '' }
  let found = false
  for (let at = 0; at < text.length; ) {
    const end = readItem(text, at, reading)
    if (end >= 0) found = true
    // On to the next word: behind the white space that ends this one.
    at = end >= 0 ? end : at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++
    at++
  }
  flushClasses(reading)
  return found
}

const unescapeValue = (value: string, quote: string): string =>
  value.includes('\\') ? value.replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1') : value

/** kramdown's update_ial_with_ial. */
export const mergeList = (list: AttributeList, more: AttributeList): void => {
  append(list.refs, more.refs)
  mergeAttributes(list.attrs, more.attrs)
}
