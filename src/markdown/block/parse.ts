// The loop of the block parser: at each line the first rule that knows what starts there. Counterpart of Kramdown#parse_blocks.

import { endLinks, MAX_DEPTH, warn } from '../document.ts'
import { addChild, addText, type Element, lastChild, leaf } from '../element.ts'
import { lineEnd } from '../text.ts'
import { type BlockState, createBlockState, currentLine, flushText } from './state.ts'

const VERY_MANY = 200

/** Runs the rules until the text or the HTML element ends. */
export const runBlockRules = (state: BlockState): void => {
  const { src, rules, document } = state
  let most = VERY_MANY
  while (!state.stopped && state.pos < src.length) {
    const before = state.pos
    let done = false
    for (const rule of rules) {
      if (rule(state)) {
        done = true
        break
      }
    }
    if (!done || (state.pos === before && !state.stopped)) takeLine(state)
    if (document.endBlocks !== undefined && state.tree === document.root && state.tree.children.length > most) {
      flushText(state)
      document.endBlocks(document.root)
      // Where few of them could be let go, it is not tried again for each one more.
      most = Math.max(VERY_MANY, 2 * state.tree.children.length)
    }
  }
  flushText(state)
}

// No rule wants the line: it has characters that are white space to one rule and no white space to another (a form feed behind four
// spaces). kramdown does not come back from some of these.
const takeLine = (state: BlockState): void => {
  const end = lineEnd(state.src, state.pos)
  const text = state.src.slice(state.pos, end)
  if (lastChild(state.tree)?.type === 'raw_text') addText(state.tree, text, 'raw_text')
  else addChild(state.tree, leaf('raw_text', text, currentLine(state)))
  state.pos = end
}

/** Whether another container may be opened; beyond the bound its start stays text. */
export const mayNest = (state: BlockState): boolean => {
  if (state.document.depth < MAX_DEPTH) return true
  const line = currentLine(state)
  endLinks(state.document)
  const { warnings } = state.document
  const message = `Blocks are nested more than ${MAX_DEPTH} deep - taking the rest as text`
  if (warnings[warnings.length - 1]?.message !== message) warn(state.document, message, line)
  return false
}

/** Parses a text of its own into `element`. */
export const parseBlocks = (state: BlockState, element: Element, text: string, line = element.line): void => {
  state.document.depth++
  runBlockRules(createBlockState(state, element, text, line))
  state.document.depth--
}

/** Parses on in the same text, into `element`, up to its end tag. Says whether there was one. */
export const parseBlocksInPlace = (state: BlockState, element: Element): boolean => {
  const { tree, pendingList } = state
  state.tree = element
  state.pendingList = null
  state.document.depth++
  runBlockRules(state)
  state.document.depth--
  const found = state.stopped
  state.tree = tree
  state.pendingList = pendingList
  state.stopped = false
  return found
}
