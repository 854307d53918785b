// HTML elements as blocks. An element's content is raw data, blocks or text, by its `markdown` attribute, the options, and what kind of
// element it is. Counterpart of parser/kramdown/html.rb and of the Parser module in parser/html.rb.

import { MAX_HTML_DEPTH, warn } from '../document.ts'
import { addChild, addText, Element, removeAttribute } from '../element.ts'
import { contentModelOf, EMPTY_ELEMENTS, isKnownElement, markdownAttribute, SPAN_ELEMENTS } from '../html/names.ts'
import { convertNative } from '../html/native.ts'
import { settledContent } from '../html/settled.ts'
import { findEndTag, readEndTag, readTag, type Tag } from '../html/tag.ts'
import { isBlank, LF, skipIndent } from '../text.ts'
import { mayNest, parseBlocksInPlace } from './parse.ts'
import { type BlockRule, type BlockState, currentLine, findAhead, isMissing, noteMissing } from './state.ts'

const skipTrailingSpace = (state: BlockState): void => {
  let at = state.pos
  while (isBlank(state.src.charCodeAt(at))) at++
  if (state.src.charCodeAt(at) === LF) state.pos = at + 1
}

const isRaw = (tree: Element): boolean => tree.type === 'html_element' && tree.contentModel === 'raw'

const warnUnclosed = (state: BlockState, element: Element): void =>
  warn(
    state.document,
    `Found no end tag for '${element.content}' (line ${element.line}) - auto-closing it`,
    element.line,
  )

// The content of script and style: up to the end tag, whatever it is.
const takeRawContent = (state: BlockState, element: Element): void => {
  const at = findElementEnd(state, element.content)
  const end = at < 0 ? state.src.length : at
  addText(element, state.src.slice(state.pos, end), 'raw')
  state.pos = at < 0 ? end : (readEndTag(state.src, at)?.end ?? end)
  if (at < 0) warnUnclosed(state, element)
}

const findElementEnd = (state: BlockState, name: string): number => {
  const key = `</${name}`
  if (isMissing(state, key, state.pos)) return -1
  const at = findEndTag(state.src, name, state.pos)
  if (at < 0) noteMissing(state, key, state.pos)
  return at
}

const takeSpanContent = (state: BlockState, element: Element): void => {
  const at = findElementEnd(state, element.content)
  const end = at < 0 ? state.src.length : at
  addText(element, state.src.slice(state.pos, end), 'raw_text')
  state.pos = at < 0 ? end : (readEndTag(state.src, at)?.end ?? end)
  if (at < 0) warnUnclosed(state, element)
}

const readContentModel = (state: BlockState, element: Element): void => {
  const isInRaw = isRaw(state.tree)
  const own = contentModelOf(element.content)
  const model = !isInRaw && state.document.options.parse_block_html ? own : 'raw'
  const asked = element.attrs === null ? undefined : markdownAttribute(removeAttribute(element.attrs, 'markdown'))
  element.contentModel = asked === undefined ? model : asked === '' ? own : asked
}

/** Adds the element whose start tag was just read, with its content. */
const addElement = (state: BlockState, tag: Tag, line: number): Element => {
  const element = new Element('html_element', tag.name, line)
  element.category = 'block'
  element.attrs = tag.attrs
  for (const name of tag.duplicates)
    warn(state.document, `Duplicate HTML attribute '${name}' on line ${line} - overwriting previous one`, line)
  addChild(state.tree, element)
  const isData = tag.name === 'script' || tag.name === 'style'
  const closed = tag.closed || EMPTY_ELEMENTS.has(tag.name)
  if (isData) takeRawContent(state, element)
  if (state.pendingList !== null) {
    element.ial = state.pendingList
    state.pendingList = null
  }
  readContentModel(state, element)
  if (element.contentModel === 'block') skipTrailingSpace(state)
  element.closed = isData ? false : closed
  if (!isData && !closed) takeContent(state, element)
  element.endLine = currentLine(state)
  return element
}

/** Raw HTML that needs no change, taken as one piece; false where there is some that does. */
const takeSettled = (state: BlockState, element: Element): boolean => {
  const { src, pos, document } = state
  if (pos < state.unsettledBefore || document.options.html_to_native || document.options.remove_line_breaks_for_cjk)
    return false
  const name = element.content
  const { isWhole, end } = settledContent(src, pos, name, MAX_HTML_DEPTH - document.depth)
  if (isWhole) {
    addText(element, src.slice(pos, end), 'raw')
    state.pos = end + name.length + '</>'.length
  } else state.unsettledBefore = end
  return isWhole
}

const takeContent = (state: BlockState, element: Element): void => {
  if (element.contentModel === 'block') {
    if (!parseBlocksInPlace(state, element)) warnUnclosed(state, element)
  } else if (element.contentModel === 'span') takeSpanContent(state, element)
  else if (!takeSettled(state, element)) parseRawHtml(state, element)
  if (!isRaw(state.tree)) skipTrailingSpace(state)
}

// Adds the text that was passed since the last element.
const flushRawText = (state: BlockState, tree: Element, end: number): void => {
  addText(tree, state.src.slice(state.textStart, end), 'text')
}

const MARKUP = [
  ['<!--', '-->', 'xml_comment'],
  ['<?', '?>', 'xml_pi'],
  ['<![CDATA[', ']]>', 'text'],
] as const

// <!-- -->, <? ?> and <![CDATA[ ]]> inside raw HTML.
const takeMarkup = (state: BlockState, tree: Element): boolean => {
  const { src, pos } = state
  for (const [open, close, type] of MARKUP) {
    if (!src.startsWith(open, pos)) continue
    const stop = findAhead(state, close, pos + open.length)
    if (stop < 0) continue
    const end = stop + close.length
    const content = type === 'text' ? src.slice(pos + open.length, stop) : src.slice(pos, end)
    const element = new Element(type, content, currentLine(state))
    if (type !== 'text') element.category = 'block'
    flushRawText(state, tree, pos)
    addChild(tree, element)
    state.pos = end
    state.textStart = end
    return true
  }
  return false
}

// What starts with `<` in raw HTML; says whether `tree` was closed. What makes no sense is passed as text.
const takeRawTag = (state: BlockState, tree: Element): boolean => {
  const { src, pos } = state
  if (takeMarkup(state, tree)) return false
  const tag = readTag(src, pos)
  if (tag !== undefined && state.document.depth < MAX_HTML_DEPTH) {
    const line = currentLine(state)
    flushRawText(state, tree, pos)
    state.pos = tag.end
    state.document.depth++
    addElement(state, tag, line)
    state.document.depth--
    state.textStart = state.pos
    return false
  }
  const endTag = tag === undefined ? readEndTag(src, pos) : undefined
  if (endTag !== undefined) {
    state.pos = endTag.end
    const name = isKnownElement(tree.content) ? endTag.name.toLowerCase() : endTag.name
    if (tree.content === name) {
      flushRawText(state, tree, pos)
      return true
    }
    const line = currentLine(state)
    warn(
      state.document,
      `Found invalidly used HTML closing tag for '${endTag.name}' on line ${line} - ignoring it`,
      line,
    )
    return false
  }
  if (tag !== undefined) mayNest(state)
  state.pos++
  return false
}

/** parse_raw_html: elements and text, up to the end tag of `element` or the end of it all. */
const parseRawHtml = (state: BlockState, element: Element): void => {
  const outer = state.tree
  state.tree = element
  state.textStart = state.pos
  const { src } = state
  let done = false
  while (!done && state.pos < src.length) {
    const next = src.indexOf('<', state.pos)
    if (next < 0) break
    state.pos = next
    done = takeRawTag(state, element)
  }
  const isOpen = !done && state.pos < src.length
  if (!done) flushRawText(state, element, src.length)
  if (isOpen) {
    state.pos = src.length
    warn(
      state.document,
      `Found no end tag for '${element.content}' on line ${element.line} - auto-closing it`,
      element.line,
    )
  }
  state.tree = outer
}

export const blockHtml: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (src.charCodeAt(start) !== 60) return false
  if (src.startsWith('<!--', pos)) {
    const stop = findAhead(state, '-->', pos + 4)
    if (stop < 0) return false
    const element = new Element('xml_comment', src.slice(pos, stop + 3), currentLine(state))
    element.category = 'block'
    addChild(state.tree, element)
    state.pos = stop + 3
    skipTrailingSpace(state)
    return true
  }
  const endTag = readEndTag(src, start)
  if (endTag !== undefined) {
    const name = endTag.name.toLowerCase()
    if (SPAN_ELEMENTS.has(name) || state.tree.type !== 'html_element' || state.tree.content !== name) return false
    state.pos = endTag.end
    state.stopped = true
    return true
  }
  const tag = readTag(src, start)
  if (tag === undefined || SPAN_ELEMENTS.has(tag.written.toLowerCase()) || !mayNest(state)) return false
  const line = currentLine(state)
  state.pos = tag.end
  const element = addElement(state, tag, line)
  if (state.document.options.html_to_native) convertNative(element)
  return true
}
