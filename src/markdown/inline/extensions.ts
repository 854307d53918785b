// What starts with `{:` in text: attribute lists for the span before, and extensions.

import { emptyList, listEnd, mergeList, parseAttributeList } from '../block/attribute-list.ts'
import { type ExtensionTag, handleExtension, readExtensionTag } from '../block/extension.ts'
import { applyAttributeList, warn } from '../document.ts'
import { type AttributeList, lastChild } from '../element.ts'
import { flatten, LONG_PIECE, strip } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { currentLine, findAhead, type InlineState, takeText } from './state.ts'

// The nearest end tag, with the extension's name or without.
const findStop = (
  state: InlineState,
  name: string,
  from: number,
): readonly [start: number, end: number] | undefined => {
  const bare = findAhead(state, '{:/}', from)
  const named = findAhead(state, `{:/${name}}`, from)
  if (bare < 0 && named < 0) return undefined
  return named < 0 || (bare >= 0 && bare < named) ? [bare, bare + 4] : [named, named + name.length + 4]
}

const extension = (state: InlineState, tag: ExtensionTag): true => {
  const line = currentLine(state)
  const { pos } = state
  const fail = (message: string): true => {
    warn(state.document, message, line)
    state.pos = pos
    takeText(state, 1)
    return true
  }
  if (tag.stop !== undefined) {
    const name = tag.stop === '' ? '' : `for '${tag.stop}' `
    return fail(`Invalid extension stop tag ${name} found on line ${line} - ignoring it`)
  }
  let body: string | undefined
  let { end } = tag
  if (!tag.closed) {
    const stop = findStop(state, tag.name, tag.end)
    if (stop === undefined) return fail(`No stop tag for extension '${tag.name}' found on line ${line} - ignoring it`)
    body = state.src.slice(tag.end, stop[0])
    end = stop[1]
  }
  state.pos = end
  const isKnown = handleExtension({ document: state.document, tree: state.tree, line, category: 'span' }, tag, body)
  return isKnown || fail(`Invalid extension with name '${tag.name}' specified on line ${line} - ignoring it`)
}

// The classes of a list that has nothing else.
const onlyClasses = ({ refs, attrs }: AttributeList): string | undefined => {
  const [first] = attrs
  return refs.length === 0 && attrs.length === 1 && first?.[0] === 'class' ? first[1] : undefined
}

// Adds the lists right behind one that has classes only, as long as they are like it: there may be very many, and they add up.
const takeMoreClasses = (state: InlineState, list: AttributeList): void => {
  const { src } = state
  const own = list.attrs[0]
  if (own === undefined || strip(onlyClasses(list) ?? '') === '') return
  let classes = ''
  while (src.startsWith('{:.', state.pos)) {
    const close = listEnd(src, state.pos + 2, false)
    const next = emptyList()
    if (close >= 0) parseAttributeList(src.slice(state.pos + 2, close), next)
    const more = onlyClasses(next)
    if (more === undefined) break
    classes += ` ${more}`
    state.pos = close + 1
    if (classes.length < LONG_PIECE) continue
    own[1] += flatten(classes)
    classes = ''
  }
  own[1] += classes
}

export const spanExtensions: InlineRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== 123 || src.charCodeAt(pos + 1) !== 58) return false
  const tag = readExtensionTag(src, pos)
  if (tag !== undefined) {
    return extension(state, tag)
  }
  const close = listEnd(src, pos + 2, false)
  const last = lastChild(state.tree)
  if (close >= 0 && last !== undefined && last.type !== 'text') {
    const list = emptyList()
    const content = src.slice(pos + 2, close)
    const line = currentLine(state)
    if (!parseAttributeList(content, list))
      warn(state.document, `No or invalid attributes found in IAL/ALD content: ${content}`, line)
    state.pos = close + 1
    takeMoreClasses(state, list)
    mergeList((last.ial ??= emptyList()), list)
    applyAttributeList(state.document, last, list)
    return true
  }
  if (close >= 0) warn(state.document, 'Found span IAL after text - ignoring it', currentLine(state))
  takeText(state, 1)
  return true
}
