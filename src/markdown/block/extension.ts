// kramdown's extensions, `{::name attributes}body{:/name}`, as blocks and in text alike: comment, nomarkdown, options.

import { type Document, warn } from '../document.ts'
import { type Attributes, addChild, Element, getAttribute } from '../element.ts'
import { isKnownOption, isOption, parseOption } from '../options.ts'
import { isAsciiWord, isSpace } from '../text.ts'
import { emptyList, listEnd, parseAttributeList } from './attribute-list.ts'
import { idNameEnd } from './footnote.ts'

export interface ExtensionTag {
  readonly name: string
  readonly attributes: string
  /** `{::name /}` */
  readonly closed: boolean
  /** The name in an end tag, '' where it has none; undefined for a start tag. */
  readonly stop: string | undefined
  readonly end: number
}

const readStop = (src: string, at: number): ExtensionTag | undefined => {
  const end = idNameEnd(src, at + 3)
  if (src.charCodeAt(end) !== 125) return undefined
  return { name: '', attributes: '', closed: false, stop: src.slice(at + 3, end), end: end + 1 }
}

/** The tag at `at`, where `{:` stands. */
export const readExtensionTag = (src: string, at: number): ExtensionTag | undefined => {
  const next = src.charCodeAt(at + 2)
  if (next === 47) return readStop(src, at)
  if (next !== 58) return undefined
  let nameStop = at + 3
  while (isAsciiWord(src.charCodeAt(nameStop))) nameStop++
  if (nameStop === at + 3) return undefined
  const name = src.slice(at + 3, nameStop)
  const code = src.charCodeAt(nameStop)
  if (code === 125) return { name, attributes: '', closed: false, stop: undefined, end: nameStop + 1 }
  if (code === 47 && src.charCodeAt(nameStop + 1) === 125)
    return { name, attributes: '', closed: true, stop: undefined, end: nameStop + 2 }
  if (!isSpace(code)) return undefined
  const close = listEnd(src, nameStop, false)
  if (close < 0) return undefined
  const closed = close > nameStop + 1 && src.charCodeAt(close - 1) === 47
  const attributes = src.slice(nameStop + 1, closed ? close - 1 : close)
  return { name, attributes, closed, stop: undefined, end: close + 1 }
}

interface Place {
  readonly document: Document
  readonly tree: Element
  readonly line: number
  readonly category: 'block' | 'span'
}

const setOption = ({ document, line }: Place, name: string, value: string): void => {
  if (!isKnownOption(name)) {
    warn(document, `Unknown kramdown option '${name}'`, line)
    return
  }
  if (name === 'forbidden_inline_options' || document.options.forbidden_inline_options.includes(name)) {
    warn(document, `Option ${name} may not be set inline`, line)
    return
  }
  if (!isOption(name)) return
  try {
    const parsed = { [name]: parseOption(name, value) }
    document.options = { ...document.options, ...parsed }
    document.renderOptions = { ...document.renderOptions, ...parsed }
  } catch (error) {
    // A value that makes no sense leaves the option as it was, as in kramdown.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
  }
}

const add = (place: Place, type: string, body: string, attrs: Readonly<Attributes>): void => {
  const element = new Element(type, body, place.line)
  element.category = place.category
  const formats = (getAttribute(attrs, 'type') ?? '').split(/[ \t-\r]+/).filter((format) => format !== '')
  if (type === 'raw') element.meta = { formats }
  addChild(place.tree, element)
}

/** Does what the extension is for; false for a name that is none. */
export const handleExtension = (place: Place, tag: ExtensionTag, body: string | undefined): boolean => {
  const list = emptyList()
  if (!parseAttributeList(tag.attributes, list))
    warn(place.document, `No or invalid attributes found in IAL/ALD content: ${tag.attributes}`, place.line)
  if (tag.name === 'comment') {
    if (body !== undefined) add(place, 'comment', body, list.attrs)
  } else if (tag.name === 'nomarkdown') {
    if (body !== undefined) add(place, 'raw', body, list.attrs)
  } else if (tag.name === 'options') {
    for (const [name, value] of list.attrs) setOption(place, name, value)
  } else return false
  return true
}
