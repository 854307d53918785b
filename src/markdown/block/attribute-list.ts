// Inline attribute lists, `{: .class #id key="value" name}`: where they end and what they say. Counterpart of the ALD_ and IAL_ patterns
// and of parse_attribute_list in extensions.rb.

import { mergeAttributes } from '../document.ts'
import { type AttributeList, type Attributes, getAttribute, setAttribute } from '../element.ts'
import { restIsBlank } from '../text.ts'

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

const ANY =
  /(?:^|[ \t\n\v\f\r])(?:(\w[\w-]*)=("|')((?:\\\}|\\\2|[^}\x02])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^ \t\n\v\f\r.#]+)+))(?=[ \t\n\v\f\r]|$)/g
const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.([^ \t\n\v\f\r.#]+)/g

export const emptyList = (): AttributeList => ({ refs: [], attrs: [] })

const addClass = (attrs: Attributes, name: string): void => {
  setAttribute(attrs, 'class', `${getAttribute(attrs, 'class') ?? ''} ${name}`.trimStart())
}

/** Adds what `text` says to `list`; false where it says nothing that makes sense. */
export const parseAttributeList = (text: string, list: AttributeList): boolean => {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === ':') return true
  let found = false
  for (const [, key, quote, value, ref, names] of text.matchAll(ANY)) {
    found = true
    if (ref !== undefined) list.refs.push(ref)
    else if (names !== undefined) {
      for (const [, id, name] of names.matchAll(ID_OR_CLASS)) {
        if (name !== undefined) addClass(list.attrs, name)
        else setAttribute(list.attrs, 'id', id ?? '')
      }
    } else setAttribute(list.attrs, key ?? '', unescapeValue(value ?? '', quote ?? ''))
  }
  return found
}

const unescapeValue = (value: string, quote: string): string =>
  value.includes('\\') ? value.replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1') : value

/** kramdown's update_ial_with_ial. */
export const mergeList = (list: AttributeList, more: AttributeList): void => {
  list.refs.push(...more.refs)
  mergeAttributes(list.attrs, more.attrs)
}
