// HTML elements in text. Their content is parsed for spans, or kept as it is where the element or its `markdown` attribute says so.

import { MAX_HTML_DEPTH, warn } from '../document.ts'
import { addChild, Element, removeAttribute } from '../element.ts'
import {
  BLOCK_ELEMENTS,
  contentModelOf,
  EMPTY_ELEMENTS,
  isElementStart,
  isKnownElement,
  markdownAttribute,
} from '../html/names.ts'
import { convertNative } from '../html/native.ts'
import { findEndTag, readEndTag, readTag, type Tag } from '../html/tag.ts'
import { escapeAll } from '../render/escape.ts'
import type { InlineRule } from './dispatch.ts'
import { isMissing, noteMissing } from './memo.ts'
import { mayNestSpan, parseSpans } from './parse.ts'
import { dispatchOf } from './rules.ts'
import { addSpanText, currentLine, findAhead, flushText, type InlineState, type Stop, takeText } from './state.ts'

const isStart = (src: string, pos: number): boolean =>
  isElementStart(src, pos + 1) ||
  src.charCodeAt(pos + 1) === 47 ||
  src.startsWith('!--', pos + 1) ||
  src.startsWith('![CDATA[', pos + 1)

const LINE_FEEDS = /\n+/g

// Whether the content is parsed for spans.
const isParsed = (state: InlineState, element: Element, line: number): boolean => {
  const own = contentModelOf(element.content)
  const isRaw = own === 'raw' || state.tree.contentModel === 'raw'
  const asked = markdownAttribute(removeAttribute(element.attrs ?? [], 'markdown'))
  if (asked === 'block')
    warn(
      state.document,
      `Cannot use block-level parsing in span-level HTML tag (line ${line}) - using default mode`,
      line,
    )
  if (asked === 'span') return true
  if (asked === '') return own !== 'raw'
  if (asked === 'raw') return false
  return !isRaw && state.document.options.parse_span_html
}

const endTagStop = (name: string): Stop => {
  const known = isKnownElement(name)
  return {
    first: 60,
    test: ({ src, pos }) => {
      const tag = src.charCodeAt(pos) === 60 ? readEndTag(src, pos) : undefined
      return tag !== undefined && (known ? tag.name.toLowerCase() : tag.name) === name
    },
  }
}

// Whether there is an end tag ahead at all. What was found or missed is noted, so that no stretch is searched twice.
const hasEndTag = (state: InlineState, name: string): boolean => {
  const { src, pos } = state
  const found = state.memo.searches.missing?.get(`found </${name}>`)
  if (found !== undefined && found >= pos) return true
  if (isMissing(state, `</${name}>`, pos)) return false
  const at = findEndTag(src, name, pos)
  if (at < 0) noteMissing(state, `</${name}>`, pos)
  else noteMissing(state, `found </${name}>`, at)
  return at >= 0
}

const takeContent = (state: InlineState, element: Element, parsed: boolean, line: number): void => {
  // Without an end tag all the rest is inside, and what is open around has no end either: it will go back and try again without that.
  if ((state.inEm || state.inStrong || state.inLink) && !hasEndTag(state, element.content)) {
    state.pos = state.src.length
    return
  }
  const { tree: outer, endSpans } = state
  // quirk(kramdown): the last pass leaves the text in HTML elements as it is, and so nothing in one is finished before the element is.
  state.endSpans = undefined
  const dispatch = parsed ? state.dispatch : dispatchOf(state.md, 'span_html')
  if (parseSpans(state, element, endTagStop(element.content), dispatch)) {
    state.pos = readEndTag(state.src, state.pos)?.end ?? state.pos
  } else {
    warn(state.document, `Found no end tag for '${element.content}' (line ${line}) - auto-closing it`, line)
    state.tree = element
    takeText(state, state.src.length - state.pos)
    state.tree = outer
  }
  state.endSpans = endSpans
}

const takeElement = (state: InlineState, tag: Tag, line: number): void => {
  const element = new Element('html_element', tag.name, line)
  element.category = 'span'
  element.attrs = tag.attrs
  for (const name of tag.duplicates)
    warn(state.document, `Duplicate HTML attribute '${name}' on line ${line} - overwriting previous one`, line)
  for (const attr of tag.attrs) if (attr[1].includes('\n')) attr[1] = attr[1].replace(LINE_FEEDS, ' ')
  const parsed = isParsed(state, element, line)
  element.contentModel = parsed ? 'span' : 'raw'
  element.closed = tag.closed
  addChild(state.tree, element)
  state.pos = tag.end
  if (!tag.closed && !EMPTY_ELEMENTS.has(tag.name)) takeContent(state, element, parsed, line)
  if (!state.document.options.html_to_native) return
  flushText(state)
  convertNative(element)
  // quirk(kramdown): a link's text counts its images to match its brackets, this one too.
  if (element.type === 'img' && state.stop?.brackets !== undefined) state.stop.brackets.level--
}

// <!-- --> and <![CDATA[ ]]>
const takeMarkup = (state: InlineState, line: number): boolean => {
  const { src, pos } = state
  if (src.charCodeAt(pos + 1) !== 33) return false
  const isComment = src.startsWith('<!--', pos)
  const close = isComment ? findAhead(state, '-->', pos + 4) : findAhead(state, ']]>', pos + 9)
  if (close < 0) return false
  state.pos = close + 3
  if (isComment) {
    const element = new Element('xml_comment', src.slice(pos, state.pos), line)
    element.category = 'span'
    addChild(state.tree, element)
  } else addSpanText(state, escapeAll(src.slice(pos + 9, close)))
  return true
}

export const spanHtml: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 60 || !isStart(src, pos)) return false
  const line = currentLine(state)
  if (takeMarkup(state, line)) return true
  const endTag = readEndTag(src, pos)
  if (endTag !== undefined) {
    warn(state.document, `Found invalidly used HTML closing tag for '${endTag.name}' on line ${line}`, line)
    takeText(state, endTag.end - pos)
    return true
  }
  const tag = readTag(src, pos)
  if (tag === undefined) takeText(state, 1)
  else if (BLOCK_ELEMENTS.has(tag.name) || !mayNestSpan(state, MAX_HTML_DEPTH)) {
    if (BLOCK_ELEMENTS.has(tag.name))
      warn(state.document, `Found block HTML tag '${tag.name}' in span-level text on line ${line}`, line)
    takeText(state, tag.end - pos)
  } else takeElement(state, tag, line)
  return true
}
