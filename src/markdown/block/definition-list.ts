// Definition lists: the paragraph before a line that starts with a colon is the terms, one a line.

import type { Warning } from '../../util/error.ts'
import { addWarning, endLinks } from '../document.ts'
import { addChild, Element, lastChild, leaf } from '../element.ts'
import { lineEnd, splitLines } from '../text.ts'
import { blankEnd, definitionEnd, eobEnd } from './lines.ts'
import { dedent, isItemContent, isLazyContent, readFirstLine, takeItemList } from './list-item.ts'
import { mayNest, parseBlocks } from './parse.ts'
import { type BlockRule, type BlockState, currentLine, flushText, newBlock } from './state.ts'

const followsParagraph = ({ children }: Element): boolean => {
  const last = children[children.length - 1]
  if (last === undefined || last.type === 'p') return last !== undefined
  return last.type === 'blank' && last.content === '\n' && children[children.length - 2]?.type === 'p'
}

/** A list that grows. */
interface Growing {
  readonly list: Element
  /** What there is to say of the items' attributes: it comes before what there is to say of their texts. */
  readonly warnings: Warning[]
  /** Blank lines at the end of the last definition. */
  blank: Element | undefined
}

const addItem = (state: BlockState, type: string, text: string, to: Growing): { item: Element; text: string } => {
  const item = new Element(type, '', currentLine(state))
  const rest = takeItemList(item, text, (list) =>
    addWarning(to.warnings, `No or invalid attributes found in IAL/ALD content: ${list}`, item.line),
  )
  addChild(to.list, item)
  return { item, text: rest }
}

const addTerms = (state: BlockState, paragraph: Element, to: Growing): void => {
  for (const [index, line] of splitLines(paragraph.children[0]?.content ?? '').entries()) {
    const { item, text } = addItem(state, 'dt', line, to)
    item.line = paragraph.line + index
    item.meta = { rawText: text }
    addChild(item, leaf('raw_text', text, item.line))
  }
}

const addDefinitions = (state: BlockState, to: Growing, firstAsParagraph: boolean): void => {
  const { src } = state
  let asParagraph = firstAsParagraph
  let indentation = 0
  let allowed = 3
  let afterBlank = false
  let current: Element | undefined
  while (state.pos < src.length) {
    const { pos } = state
    const marker = definitionEnd(src, pos, allowed)
    if (marker >= 0) {
      const end = lineEnd(src, pos)
      const first = readFirstLine(marker - pos, src.slice(marker, end))
      if (current !== undefined) finishItem(state, current, to)
      const { item, text } = addItem(state, 'dd', first.content, to)
      item.content = text
      item.meta = { firstAsParagraph: asParagraph }
      current = item
      indentation = first.indentation
      allowed = indentation >= 4 || indentation < 1 ? 3 : indentation - 1
      asParagraph = false
      afterBlank = false
      state.pos = end
      continue
    }
    if (eobEnd(src, pos) >= 0 || current === undefined) break
    const blank = blankEnd(src, pos)
    if (blank >= 0) {
      asParagraph = true
      afterBlank = true
      current.content += src.slice(pos, blank)
      state.pos = blank
    } else if (isItemContent(src, pos, indentation) || (!afterBlank && isLazyContent(src, pos, indentation))) {
      current.content += dedent(src, pos, indentation).text
      asParagraph = false
      afterBlank = false
      state.pos = lineEnd(src, pos)
    } else break
  }
  if (current !== undefined) finishItem(state, current, to)
}

const parseDefinition = (state: BlockState, item: Element): Element | undefined => {
  const text = item.content
  item.content = ''
  parseBlocks(state, item, text)
  const { children } = item
  const blank = lastChild(item)?.type === 'blank' ? children.pop() : undefined
  const first = children[0]
  if (first?.type === 'p' && item.meta?.firstAsParagraph !== true) {
    const content = first.children[0]
    if (children.length > 1 && content !== undefined) content.content += '\n'
    first.hidden = true
  }
  item.meta = null
  return blank
}

const VERY_MANY = 200

const finishItem = (state: BlockState, item: Element, to: Growing): void => {
  const isEmpty = item.content === ''
  const blank = parseDefinition(state, item)
  if (!isEmpty && (item.children.length > 0 || blank !== undefined)) to.blank = blank
  const { root, endItems } = state.document
  if (to.list.children.length > VERY_MANY && state.tree === root) endItems?.(root)
}

// The list that a new one goes on with: the last block but for a blank line, which goes.
const joinedList = (children: Element[]): Element | undefined => {
  const last = children[children.length - 1]
  if (last?.type !== 'blank') return last?.type === 'dl' ? last : undefined
  const before = children[children.length - 2]
  if (before?.type !== 'dl') return undefined
  children.pop()
  return before
}

export const definitionList: BlockRule = (state) => {
  if (definitionEnd(state.src, state.pos) < 0 || !followsParagraph(state.tree) || !mayNest(state)) return false
  flushText(state)
  const deflist = newBlock(state, 'dl')
  const { children } = state.tree
  let paragraph = children.pop()
  const asParagraph = paragraph?.type === 'blank'
  if (asParagraph) paragraph = children.pop()
  if (paragraph === undefined) return false
  deflist.line = paragraph.line
  deflist.ial = paragraph.ial
  let list = joinedList(children)
  if (list === undefined) {
    list = deflist
    children.push(list)
  }
  endLinks(state.document)
  const { warnings } = state.document
  const before = warnings.length
  const growing: Growing = { list, warnings: [], blank: undefined }
  addTerms(state, paragraph, growing)
  addDefinitions(state, growing, asParagraph)
  deflist.endLine = Math.max(deflist.line, currentLine(state) - 1)
  endLinks(state.document)
  warnings.splice(before, 0, ...growing.warnings)
  if (growing.blank !== undefined) children.push(growing.blank)
  return true
}
