// Code by indentation, and between fences.

import { applyAttributeList } from '../document.ts'
import { type AttributeList, addChild } from '../element.ts'
import { isSpace, lineEnd, restIsBlank, skipBlanks, skipIndent, skipSpaces, strip } from '../text.ts'
import { emptyList, parseAttributeList } from './attribute-list.ts'
import { attributeLineEnd, blankEnd, eobEnd, isBlockTag } from './lines.ts'
import { type BlockRule, type BlockState, isMissing, newBlock, noteMissing } from './state.ts'

/** After a tab or four spaces at `at`, or -1. */
export const indentEnd = (src: string, at: number): number => {
  if (src.charCodeAt(at) === 9) return at + 1
  return src.startsWith('    ', at) ? at + 4 : -1
}

// Whether the line has something in it after its blanks.
const hasText = (src: string, at: number): boolean => at < src.length && !isSpace(src.charCodeAt(skipBlanks(src, at)))

const isCodeLine = (src: string, at: number): boolean => {
  const start = indentEnd(src, at)
  return start >= 0 && hasText(src, start) && skipBlanks(src, start) < src.length
}

// A line behind an indented one belongs to it though it has no indent of its own.
const isLazyLine = (src: string, at: number): boolean => {
  if (!hasText(src, at)) return false
  const start = skipIndent(src, at)
  return !(attributeLineEnd(src, start) >= 0 || (start === at && eobEnd(src, at) >= 0) || isBlockTag(src, start))
}

/** CODEBLOCK_MATCH: indented lines, blank lines between them, lines that go on without an indent. */
export const codeEnd = (src: string, from: number): number => {
  let end = from
  for (;;) {
    const blank = blankEnd(src, end)
    let at = blank < 0 ? end : blank
    if (!isCodeLine(src, at)) return end
    while (isCodeLine(src, at)) at = lineEnd(src, at)
    while (isLazyLine(src, at)) at = lineEnd(src, at)
    end = at
  }
}

const INDENT = /(^|\n)(?:\t| {4})/g
const LAZY_LINE = /\n( {0,3}[^ \t\n\v\f\r])/g

export const withoutIndent = (text: string): string => text.replace(INDENT, '$1')

export const codeblock: BlockRule = (state) => {
  const { src, pos } = state
  if (indentEnd(src, pos) < 0) return false
  const end = codeEnd(src, pos)
  if (end === pos) return false
  const code = withoutIndent(src.slice(pos, end).replace(LAZY_LINE, ' $1'))
  addChild(state.tree, newBlock(state, 'codeblock', code))
  state.pos = end
  return true
}

interface Fence {
  readonly info: string
  /** Where they are on: attributes behind the language. */
  readonly list: AttributeList | undefined
  readonly codeStart: number
  readonly codeEnd: number
  readonly end: number
}

// The line from `from` on that closes a block opened with `delimiter`.
const findClosing = (
  state: BlockState,
  delimiter: string,
  from: number,
): Pick<Fence, 'codeEnd' | 'end'> | undefined => {
  const { src } = state
  const key = `fence ${delimiter}`
  if (isMissing(state, key, from)) return undefined
  const more = delimiter.charCodeAt(delimiter.length - 1)
  const indent = state.document.isGfm ? 3 : 0
  for (let at = from; at < src.length; at = lineEnd(src, at)) {
    let next = skipIndent(src, at, indent)
    if (!src.startsWith(delimiter, next)) continue
    next += delimiter.length
    while (src.charCodeAt(next) === more) next++
    const end = restIsBlank(src, next)
    if (end >= 0) return { codeEnd: at, end }
  }
  noteMissing(state, key, from)
  return undefined
}

type Info = Pick<Fence, 'info' | 'list' | 'codeStart'>

const ATTRIBUTE = /(?:^|\s)[a-zA-Z][\w-]*=["']/

// ```js mark_lines="2 4-5" title="file.js"
const readAttributes = (src: string, info: string, from: number): Info | undefined => {
  const codeStart = lineEnd(src, from)
  const list = emptyList()
  const text = strip(src.slice(from, codeStart))
  return ATTRIBUTE.test(text) && parseAttributeList(text, list) ? { info, list, codeStart } : undefined
}

// The first line behind the fence: one word at most.
const readInfo = (src: string, at: number, attributes: boolean): Info | undefined => {
  const blank = restIsBlank(src, at)
  if (blank >= 0) return { info: '', list: undefined, codeStart: blank }
  const start = skipSpaces(src, at)
  let end = start
  while (end < src.length && !isSpace(src.charCodeAt(end))) end++
  const codeStart = restIsBlank(src, end)
  if (codeStart >= 0) return { info: src.slice(start, end), list: undefined, codeStart }
  if (!attributes) return undefined
  return src.slice(start, end).includes('=')
    ? readAttributes(src, '', start)
    : readAttributes(src, src.slice(start, end), end)
}

const readFence = (state: BlockState, start: number, length: number): Fence | undefined => {
  const info = readInfo(state.src, start + length, state.document.fenceAttributes)
  if (info === undefined) return undefined
  const closing = findClosing(state, state.src.slice(start, start + length), info.codeStart)
  return closing === undefined ? undefined : { ...info, ...closing }
}

const isMark = (code: number, isGfm: boolean): boolean => code === 126 || (isGfm && code === 96)

// How many lengths of a fence are tried. A block may be closed by fewer marks than it was opened with; the rest is its language then.
const TRIES = 40

export const codeblockFenced: BlockRule = (state) => {
  const { src, pos } = state
  const { isGfm } = state.document
  const start = isGfm ? skipIndent(src, pos) : pos
  let length = 0
  while (isMark(src.charCodeAt(start + length), isGfm)) length++
  if (length < 3) return false
  let fence = readFence(state, start, length)
  for (let tries = 1; fence === undefined && length > 3 && tries < TRIES; tries++)
    fence = readFence(state, start, --length)
  if (fence === undefined) return false
  const element = newBlock(state, 'codeblock', src.slice(fence.codeStart, fence.codeEnd))
  const language = strip(fence.info)
  if (language !== '') {
    const options = fence.info.indexOf('?', 1)
    element.meta = { language }
    element.attrs = [['class', `language-${options < 0 ? fence.info : fence.info.slice(0, options)}`]]
  }
  if (fence.list !== undefined) applyAttributeList(state.document, element, fence.list)
  addChild(state.tree, element)
  state.pos = fence.end
  return true
}
