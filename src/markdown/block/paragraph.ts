import { addChild, addText, lastChild } from '../element.ts'
import { isBlank, lineEnd, lstrip, rstrip, skipIndent } from '../text.ts'
import { endsParagraph } from './lines.ts'
import { type BlockRule, currentLine, growText, newBlock } from './state.ts'

/** The rule for every line that no other rule wants. */
export const paragraph: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (isBlank(src.charCodeAt(start)) || start >= src.length) return false
  let end = lineEnd(src, pos)
  while (!endsParagraph(src, end, state.document.endsParagraphs)) end = lineEnd(src, end)
  const text = rstrip(src.slice(pos, end))
  const last = lastChild(state.tree)
  if (last?.type === 'p') {
    // A paragraph that something tried to end, in vain: it goes on, with the line break that it may have had.
    const content = lastChild(last)
    const joint = src.slice(Math.max(0, pos - 3), pos) === '  \n' ? '  \n' : '\n'
    if (content?.type === 'raw_text') growText(state, content, joint + text)
    else addText(last, text, 'raw_text')
    state.pos = end
    last.endLine = currentLine(state) - 1
  } else {
    const element = newBlock(state, 'p')
    addText(element, lstrip(text), 'raw_text')
    addChild(state.tree, element)
    state.pos = end
    element.endLine = currentLine(state) - 1
  }
  return true
}
