// Bullet and numbered lists. The lines of each item are collected first, without their indent, then parsed as a text of their own; what
// decides between loose and tight is which elements came of that.

import { warn } from '../document.ts'
import { type AttributeList, addChild, Element, lastChild } from '../element.ts'
import { lineEnd } from '../text.ts'
import { blankEnd, bulletEnd, eobEnd, numberEnd, ruleEnd } from './lines.ts'
import { dedent, isItemContent, isLazyContent, readFirstLine, takeItemList } from './list-item.ts'
import { mayNest, runBlockRules } from './parse.ts'
import { type BlockRule, type BlockState, createBlockState, currentLine, newBlock } from './state.ts'

interface Collected {
  readonly items: Element[]
  readonly endedByMarker: boolean
}

const startsList = (text: string): boolean => bulletEnd(text, 0) >= 0 || numberEnd(text, 0) >= 0

/** Whether nothing but tables of contents and such may change the list: what {:toc} is written to. */
export const refersTo = (list: AttributeList | null, name: string): boolean => list?.refs.includes(name) ?? false

/** The item that is being collected. */
interface Current {
  readonly item: Element
  readonly parts: string[]
  readonly indentation: number
  /** How far the next item's marker may be indented. */
  readonly allowed: number
  /** Whether a list starts in it already, or a blank line was met. */
  hasNested: boolean
  afterBlank: boolean
}

const startItem = (state: BlockState, marker: number): Current => {
  const { src, pos } = state
  const item = new Element('li', '', currentLine(state))
  const end = lineEnd(src, pos)
  const { content, indentation } = readFirstLine(marker - pos, src.slice(marker, end))
  const text = takeItemList(item, content, (list) =>
    warn(state.document, `No or invalid attributes found in IAL/ALD content: ${list}`, item.line),
  )
  const parts = [text]
  item.meta = { parts }
  state.pos = end
  const allowed = indentation >= 4 || indentation < 1 ? 3 : indentation - 1
  return { item, parts, indentation, allowed, hasNested: startsList(text), afterBlank: false }
}

const takeLine = (state: BlockState, current: Current): void => {
  const { src, pos } = state
  const { parts, indentation } = current
  const { text, indented } = dedent(src, pos, indentation)
  const nests = startsList(text)
  if (!current.hasNested && indented && nests) {
    parts.push('')
    current.hasNested = true
    parts[parts.length - 1] += text
  } else {
    const isDeeper = current.hasNested && !indented && nests
    parts[parts.length - 1] += isDeeper ? ' '.repeat(indentation + 4) + text : text
  }
  current.afterBlank = false
  state.pos = lineEnd(src, pos)
}

const takeBlank = (state: BlockState, current: Current, end: number): void => {
  current.hasNested = true
  current.afterBlank = true
  current.parts[current.parts.length - 1] += state.src.slice(state.pos, end)
  state.pos = end
}

const belongsTo = ({ src, pos }: BlockState, { indentation, afterBlank }: Current): boolean =>
  isItemContent(src, pos, indentation) || (!afterBlank && isLazyContent(src, pos, indentation))

const collectItems = (state: BlockState, markerEnd: typeof bulletEnd): Collected => {
  const { src } = state
  const items: Element[] = []
  let current: Current | undefined
  while (state.pos < src.length) {
    const { pos } = state
    if (current?.afterBlank && ruleEnd(src, pos) >= 0) break
    const eob = eobEnd(src, pos)
    if (eob >= 0) {
      state.pos = eob
      return { items, endedByMarker: true }
    }
    const marker = markerEnd(src, pos, current?.allowed ?? 3)
    if (marker >= 0) {
      current = startItem(state, marker)
      items.push(current.item)
      continue
    }
    if (current === undefined) break
    const blank = blankEnd(src, pos)
    if (blank >= 0) takeBlank(state, current, blank)
    else if (belongsTo(state, current)) takeLine(state, current)
    else break
  }
  return { items, endedByMarker: false }
}

const parseItem = (state: BlockState, item: Element): void => {
  let { line } = item
  state.document.depth++
  for (const part of item.meta?.parts ?? []) {
    const inner = createBlockState(state, item, part, line)
    runBlockRules(inner)
    line = currentLine(inner)
  }
  state.document.depth--
  item.endLine = Math.max(item.line, line - 1)
  item.meta = null
}

const isTightParagraph = (list: Element, item: Element, endedByMarker: boolean): boolean => {
  const [first, second] = item.children
  if (first?.type !== 'p') return false
  const isLast = lastChild(list) === item
  if (second !== undefined && second.type === 'blank' && !(isLast && item.children.length === 2 && !endedByMarker))
    return false
  if (!isLast || list.children.length === 1) return true
  return list.children.slice(0, -1).some(({ children: [child] }) => child?.type !== 'p' || child.hidden)
}

// Makes a tight paragraph of the first one where it may be, and takes the blank lines at the end out.
const finishItem = (list: Element, item: Element, endedByMarker: boolean): Element | undefined => {
  const { children } = item
  const first = children[0]
  if (first === undefined) return undefined
  // An attribute list for the first paragraph has left a marker.
  if (first.type === 'p' && children[1]?.type === 'eob' && first.ial !== null) children.splice(1, 1)
  if (isTightParagraph(list, item, endedByMarker)) {
    const content = first.children[0]
    if (children[1] !== undefined && children[1].type !== 'blank' && content !== undefined) content.content += '\n'
    first.hidden = true
  }
  return lastChild(item)?.type === 'blank' ? children.pop() : undefined
}

export const parseList = (state: BlockState): Element | undefined => {
  const { src, pos } = state
  const isBullet = bulletEnd(src, pos) >= 0
  if ((!isBullet && numberEnd(src, pos) < 0) || !mayNest(state)) return undefined
  const list = newBlock(state, isBullet ? 'ul' : 'ol')
  const { items, endedByMarker } = collectItems(state, isBullet ? bulletEnd : numberEnd)
  list.children = items
  list.endLine = Math.max(list.line, currentLine(state) - 1)
  addChild(state.tree, list)
  let blank: Element | undefined
  for (const item of items) parseItem(state, item)
  for (const item of items) if (item.children.length > 0) blank = finishItem(list, item, endedByMarker)
  if (blank !== undefined && !endedByMarker) addChild(state.tree, blank)
  return list
}

export const list: BlockRule = (state) => parseList(state) !== undefined
