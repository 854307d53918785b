// Links and images, inline and by reference. The text in brackets is parsed for spans to find where it ends; what follows decides whether
// it was a link.

import { applyAttributeList, findLink, MAX_DEPTH, MAX_LABELS, normalizeLinkId, warn } from '../document.ts'
import { type AttributeList, addChild, Element } from '../element.ts'
import { isSpace, skipSpaces } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { readInlineTarget } from './link-target.ts'
import { hasFailed, knownClosing, noteClosing, noteFailure } from './memo.ts'
import { mayNestSpan, parseSpans } from './parse.ts'
import { type Brackets, currentLine, findAhead, type InlineState, type Stop, takeText } from './state.ts'

interface Target {
  readonly url: string
  readonly title: string | undefined
  readonly end: number
  readonly ial?: AttributeList | undefined
}

// Asks at each bracket; `pairs` gets those that close inside, opening and closing position in turns.
const bracketStop = (brackets: Brackets, pairs: number[]): Stop => ({
  first: 93,
  brackets,
  test: (state) => {
    const { src, pos } = state
    const code = src.charCodeAt(pos)
    if (code === 93) {
      if (--brackets.level === 0) return true
      const open = brackets.open.pop()
      if (open !== undefined) pairs.push(open, pos)
    } else if (code === 91 || (code === 33 && src.charCodeAt(pos + 1) === 91)) {
      brackets.level++
      brackets.open.push(pos)
    }
    return false
  },
})

const isImageAt = (state: InlineState, pos: number): boolean => state.src.charCodeAt(pos) === 33

// Notes that what starts at `pos` has no closing bracket.
const noteOpen = (state: InlineState, pos: number): void =>
  noteFailure(state, isImageAt(state, pos) ? 'image' : 'link', pos)

// Whether there is no use in parsing the text of a link or image that starts at `pos`.
const isHopeless = (state: InlineState, pos: number): boolean =>
  hasFailed(state, isImageAt(state, pos) ? 'image' : 'link', pos) ||
  findAhead(state, ']', pos + 1) < 0 ||
  !mayNestSpan(state, state.labels >= MAX_LABELS ? 0 : MAX_DEPTH)

// Parses the text in brackets that starts at `start` and says where it ends; undefined where the bracket does not close. A start inside
// is tried again on its own if this link fails, in the surroundings that this one has now: what was seen of it is noted for that.
const parseLabel = (state: InlineState, element: Element, start: number): number | undefined => {
  const { pos, inLink } = state
  const brackets: Brackets = { level: 1, open: [] }
  const pairs: number[] = []
  state.inLink = true
  state.labels++
  state.pos = start
  const found = parseSpans(state, element, bracketStop(brackets, pairs))
  const end = state.pos
  state.inLink = inLink
  state.labels--
  state.pos = pos
  for (let i = 0; i < pairs.length; i += 2) noteClosing(state, pairs[i] ?? 0, pairs[i + 1] ?? 0)
  if (found) {
    noteClosing(state, pos, end)
    return end
  }
  noteOpen(state, pos)
  for (const open of brackets.open) noteOpen(state, open)
  return undefined
}

const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g

/** A stretch of the text: a label may be long, and is looked at only where it can matter. */
interface Stretch {
  readonly start: number
  readonly end: number
}

const labelText = (src: string, { start, end }: Stretch): string => src.slice(start, end).replace(ESCAPED, '$1')

// Whether the stretch has more characters than any id of a link, white space and backslashes aside.
const isTooLong = (src: string, { start, end }: Stretch, most: number): boolean => {
  if (end - start <= most) return false
  let count = 0
  for (let at = start; at < end && count <= most; at++) {
    const code = src.charCodeAt(at)
    if (code !== 92 && !isSpace(code)) count++
  }
  return count > most
}

// What warnings show of ids is not worth more than this.
const LONGEST_SHOWN = 200

// `[text][id]`, `[text][]`, `[text] [id]` and `[id]`, with the position behind the first closing bracket.
const readReference = (state: InlineState, label: Stretch, after: number): Target | undefined => {
  const { src, document } = state
  const open = skipSpaces(src, after)
  let end = after
  let stretch: Stretch | undefined
  if (src.charCodeAt(open) === 91) {
    const close = findAhead(state, ']', open + 1)
    if (close >= 0) end = close + 1
    if (close > open + 1) stretch = { start: open + 1, end: close }
  }
  const { start, end: stop } = stretch ?? label
  if (!isTooLong(src, { start, end: stop }, document.longestLinkId)) {
    const id = normalizeLinkId(stretch === undefined ? labelText(src, label) : src.slice(start, stop))
    const found = findLink(document, id)
    if (found !== undefined) return { url: found.url, title: found.title, end, ial: found.marker?.ial ?? undefined }
  }
  if (stretch === undefined && stop - start < LONGEST_SHOWN) {
    const line = currentLine(state)
    const id = normalizeLinkId(labelText(src, label))
    warn(document, `No link definition for link ID '${id}' found on line ${line}`, line)
  }
  return undefined
}

// quirk(kramdown): behind `[text]` an id in brackets counts before a url in parentheses, be there white space between or not.
const readTarget = (state: InlineState, label: Stretch, after: number): Target | undefined => {
  const { src } = state
  const next = isSpace(src.charCodeAt(after)) ? skipSpaces(src, after) : after
  const hasId = src.charCodeAt(next) === 91 && findAhead(state, ']', next + 1) >= 0
  if (hasId || src.charCodeAt(after) !== 40) return readReference(state, label, after)
  return readInlineTarget(state, after)
}

const addLink = (state: InlineState, element: Element, target: Target, label: Stretch): void => {
  if (target.ial !== undefined) {
    element.ial = target.ial
    applyAttributeList(state.document, element, target.ial)
  }
  if (element.type === 'a') element.attrSet('href', target.url)
  else {
    element.attrSet('src', target.url)
    element.attrSet('alt', labelText(state.src, label))
    element.children = []
  }
  if (target.title !== undefined) element.attrSet('title', target.title)
  addChild(state.tree, element)
}

export const link: InlineRule = (state) => {
  const { src, pos } = state
  const isImage = src.charCodeAt(pos) === 33
  const start = isImage ? pos + 2 : pos + 1
  if (src.charCodeAt(start - 1) !== 91 || start >= src.length || src.charCodeAt(start) === 94) return false
  const known = knownClosing(state, pos)
  if ((!isImage && state.inLink) || (known === undefined && isHopeless(state, pos))) {
    takeText(state, start - pos)
    return true
  }
  const warnings = state.document.warnings.length
  const element = new Element(isImage ? 'img' : 'a', '', currentLine(state))
  const close = known ?? parseLabel(state, element, start)
  state.document.warnings.length = warnings
  const label = { start, end: close ?? start }
  const target = close === undefined ? undefined : readTarget(state, label, close + 1)
  if (target === undefined) {
    takeText(state, start - pos)
    return true
  }
  if (known !== undefined && !isImage) parseLabel(state, element, start)
  addLink(state, element, target, label)
  if (isImage && state.stop?.brackets !== undefined) {
    state.stop.brackets.level--
    state.stop.brackets.open.pop()
  }
  state.pos = target.end
  return true
}
