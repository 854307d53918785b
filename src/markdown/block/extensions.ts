// What starts with `{:` on a line of its own: attribute lists, their definitions, and kramdown's extensions.

import { warn } from '../document.ts'
import { lastChild } from '../element.ts'
import { chomp, lineEnd, restIsBlank, SPACE, skipIndent } from '../text.ts'
import { emptyList, listEnd, parseAttributeList } from './attribute-list.ts'
import { type ExtensionTag, handleExtension, readExtensionTag } from './extension.ts'
import { idNameEnd } from './footnote.ts'
import { attributeLineEnd } from './lines.ts'
import { type BlockRule, type BlockState, currentLine, isMissing, noteMissing, pushSeparator } from './state.ts'

const parseList = (state: BlockState, text: string, list: ReturnType<typeof emptyList>): void => {
  if (parseAttributeList(text, list)) return
  warn(state.document, `No or invalid attributes found in IAL/ALD content: ${text}`, currentLine(state))
}

// {:name: .class key="value"}
const attributeDefinition = (state: BlockState, start: number): boolean => {
  const { src } = state
  const nameStop = idNameEnd(src, start + 2)
  if (nameStop === start + 2 || src.charCodeAt(nameStop) !== 58) return false
  const close = listEnd(src, nameStop + 1, true)
  if (close < 0) return false
  const name = src.slice(start + 2, nameStop)
  const list = state.document.definitions.get(name) ?? emptyList()
  state.document.definitions.set(name, list)
  parseList(state, src.slice(nameStop + 1, close), list)
  state.pos = restIsBlank(src, close + 1)
  pushSeparator(state, 'ald')
  return true
}

// The line that ends an extension's body: where it starts and ends.
const findStop = (state: BlockState, name: string, from: number): readonly [start: number, end: number] | undefined => {
  const { src } = state
  const key = `stop ${name}`
  if (isMissing(state, key, from)) return undefined
  for (let at = from; at < src.length; at = lineEnd(src, at)) {
    const start = skipIndent(src, at)
    if (!src.startsWith('{:/', start)) continue
    let end =
      src.startsWith(name, start + 3) && src.charCodeAt(start + 3 + name.length) === 125
        ? start + 3 + name.length
        : start + 3
    if (src.charCodeAt(end) !== 125) continue
    end++
    while (src.charCodeAt(end) === SPACE) end++
    if (src.charCodeAt(end) === 10) return [at, end + 1]
  }
  noteMissing(state, key, from)
  return undefined
}

const extension = (state: BlockState, tag: ExtensionTag, lineStop: number): boolean => {
  const line = currentLine(state)
  const fail = (message: string): boolean => {
    warn(state.document, message, line)
    return false
  }
  if (tag.stop !== undefined) {
    const name = tag.stop === '' ? '' : `for '${tag.stop}' `
    return fail(`Invalid extension stop tag ${name} found on line ${line} - ignoring it`)
  }
  const { pos } = state
  let body: string | undefined
  let end = lineStop
  if (!tag.closed) {
    const stop = findStop(state, tag.name, lineStop)
    if (stop === undefined) return fail(`No stop tag for extension '${tag.name}' found on line ${line} - ignoring it`)
    body = chomp(state.src.slice(lineStop, stop[0]))
    end = stop[1]
  }
  state.pos = end
  if (handleExtension({ document: state.document, tree: state.tree, line, category: 'block' }, tag, body)) {
    if (tag.name === 'options') pushSeparator(state, 'extension')
    return true
  }
  state.pos = pos
  return fail(`Invalid extension with name '${tag.name}' specified on line ${line} - ignoring it`)
}

const ADDRESSABLE = new Set(['link_def', 'abbrev_def', 'footnote_def'])

// {: .class}: for the block before it, or else for the one after it.
const attributeLine = (state: BlockState, start: number, end: number): boolean => {
  const { src } = state
  const text = src.slice(start + 2, src.lastIndexOf('}', end - 1))
  const last = lastChild(state.tree)
  if (last !== undefined && last.type !== 'blank' && (last.type !== 'eob' || ADDRESSABLE.has(last.content))) {
    parseList(state, text, (last.ial ??= emptyList()))
    state.pos = end
    if (attributeLineEnd(src, skipIndent(src, end)) < 0) pushSeparator(state, 'ial')
  } else {
    parseList(state, text, (state.pendingList ??= emptyList()))
    state.pos = end
  }
  return true
}

export const blockExtensions: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (src.charCodeAt(start) !== 123 || src.charCodeAt(start + 1) !== 58) return false
  if (attributeDefinition(state, start)) return true
  const tag = readExtensionTag(src, start)
  const tagStop = tag === undefined ? -1 : restIsBlank(src, tag.end)
  if (tag !== undefined && tagStop >= 0) return extension(state, tag, tagStop)
  const end = attributeLineEnd(src, start)
  return end >= 0 && attributeLine(state, start, end)
}
