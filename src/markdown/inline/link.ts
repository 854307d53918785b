// Links and images, inline and by reference. The text in brackets is parsed for spans to find where it ends; what follows decides whether
// it was a link.

import { applyAttributeList, normalizeLinkId, warn } from '../document.ts'
import { type AttributeList, Element } from '../element.ts'
import { isSpace, skipSpaces, strip } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { readInlineTarget } from './link-target.ts'
import { mayNestSpan, parseSpans } from './parse.ts'
import { attemptKey, type Brackets, currentLine, findAhead, type InlineState, type Stop, takeText } from './state.ts'

interface Target {
  readonly url: string
  readonly title: string | undefined
  readonly end: number
  readonly ial?: AttributeList | undefined
}

const KIND_LINK = 2
const KIND_IMAGE = 3

// A start inside a link's text is tried again on its own if the link fails, in the surroundings that the link has now.
const keyOf = (state: InlineState, pos: number): number =>
  state.src.charCodeAt(pos) === 33 ? imageKey(state, pos) : attemptKey(state, pos, KIND_LINK)

// An image's text is in a link whatever is around.
const imageKey = (state: InlineState, pos: number): number => {
  const { inLink } = state
  state.inLink = true
  const key = attemptKey(state, pos, KIND_IMAGE)
  state.inLink = inLink
  return key
}

const bracketStop = (brackets: Brackets, note: (open: number, close: number) => void): Stop => ({
  first: 93,
  brackets,
  test: (state) => {
    const { src, pos } = state
    const code = src.charCodeAt(pos)
    if (code === 93) {
      if (--brackets.level === 0) return true
      const open = brackets.open.pop()
      if (open !== undefined) note(open, pos)
    } else if (code === 91 || (code === 33 && src.charCodeAt(pos + 1) === 91)) {
      brackets.level++
      brackets.open.push(pos)
    }
    return false
  },
})

// Parses the text behind the bracket at `pos` and says where the bracket closes; undefined where it does not.
const parseLabel = (state: InlineState, element: Element, start: number): number | undefined => {
  const key = keyOf(state, state.pos)
  if (state.failed.has(key) || findAhead(state, ']', start) < 0 || !mayNestSpan(state)) return undefined
  const { pos, inLink } = state
  const brackets: Brackets = { level: 1, open: [] }
  const pairs: [number, number][] = []
  const stop = bracketStop(brackets, (open, close) => pairs.push([open, close]))
  state.inLink = true
  state.pos = start
  const found = parseSpans(state, element, stop)
  const end = state.pos
  state.inLink = inLink
  state.pos = pos
  for (const [open, close] of pairs) state.closing.set(keyOf(state, open), close)
  if (found) {
    state.closing.set(key, end)
    return end
  }
  state.failed.add(key)
  for (const open of brackets.open) state.failed.add(keyOf(state, open))
  return undefined
}

const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g

// The link that an id stands for. Only as much of the id is looked at as an id can have.
const findDefinition = (state: InlineState, id: string): ReturnType<typeof state.document.links.get> => {
  const { links, longestLinkId } = state.document
  if (links.size === 0) return undefined
  if (id.length > 4 * longestLinkId + 100 && id.replace(/[ \t\n\v\f\r\\]+/g, '').length > longestLinkId)
    return undefined
  return links.get(normalizeLinkId(id))
}

// `[text][id]`, `[text][]`, `[text] [id]` and `[id]`, with the position behind the first closing bracket.
const readReference = (state: InlineState, label: string, after: number): Target | undefined => {
  const { src } = state
  const open = skipSpaces(src, after)
  let end = after
  let id = label
  let isImplicit = true
  if (src.charCodeAt(open) === 91) {
    const close = findAhead(state, ']', open + 1)
    if (close >= 0) {
      end = close + 1
      isImplicit = close === open + 1
      if (!isImplicit) id = src.slice(open + 1, close)
    }
  }
  const found = findDefinition(state, id)
  if (found !== undefined) return { url: found.url, title: found.title, end, ial: found.marker?.ial ?? undefined }
  if (isImplicit && id.length < 1000) {
    const line = currentLine(state)
    warn(state.document, `No link definition for link ID '${normalizeLinkId(id)}' found on line ${line}`, line)
  }
  return undefined
}

// quirk(kramdown): behind `[text]` an id in brackets counts before a url in parentheses, be there white space between or not.
const readTarget = (state: InlineState, label: () => string, after: number): Target | undefined => {
  const { src } = state
  const next = isSpace(src.charCodeAt(after)) ? skipSpaces(src, after) : after
  const hasId = src.charCodeAt(next) === 91 && findAhead(state, ']', next + 1) >= 0
  if (hasId || src.charCodeAt(after) !== 40) return readReference(state, label(), after)
  return readInlineTarget(state, after)
}

const addLink = (state: InlineState, element: Element, target: Target, label: () => string): void => {
  if (target.ial !== undefined) {
    element.ial = target.ial
    applyAttributeList(state.document, element, target.ial)
  }
  if (element.type === 'a') element.attrSet('href', strip(target.url) === target.url ? target.url : target.url)
  else {
    element.attrSet('src', target.url)
    element.attrSet('alt', label())
    element.children = []
  }
  if (target.title !== undefined) element.attrSet('title', target.title)
  state.tree.children.push(element)
}

export const link: InlineRule = (state) => {
  const { src, pos } = state
  const isImage = src.charCodeAt(pos) === 33
  const start = isImage ? pos + 2 : pos + 1
  if (src.charCodeAt(start - 1) !== 91 || start >= src.length || src.charCodeAt(start) === 94) return false
  if (!isImage && state.inLink) {
    takeText(state, 1)
    return true
  }
  const warnings = state.document.warnings.length
  const element = new Element(isImage ? 'img' : 'a', '', currentLine(state))
  const known = state.closing.get(keyOf(state, pos))
  const close = known ?? parseLabel(state, element, start)
  state.document.warnings.length = warnings
  const label = (): string => src.slice(start, close).replace(ESCAPED, '$1')
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
