import { addChild } from '../element.ts'
import { lineEnd, skipIndent } from '../text.ts'
import { endsLazily, linesUntil } from './lines.ts'
import { mayNest, parseBlocks } from './parse.ts'
import { type BlockRule, currentLine, newBlock } from './state.ts'

/** Text without the `> ` that its lines start with; a line may lack it. */
const withoutMarks = (text: string): string => {
  let bare = ''
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at)
    let start = skipIndent(text, at)
    if (text.charCodeAt(start) !== 62) start = at
    else start += text.charCodeAt(start + 1) === 32 ? 2 : 1
    bare += text.slice(start, end)
    at = end
  }
  return bare
}

export const blockquote: BlockRule = (state) => {
  const { src, pos } = state
  if (src.charCodeAt(skipIndent(src, pos)) !== 62 || !mayNest(state)) return false
  const end = linesUntil(src, pos, endsLazily)
  const element = newBlock(state, 'blockquote')
  addChild(state.tree, element)
  state.pos = end
  element.endLine = currentLine(state) - 1
  parseBlocks(state, element, withoutMarks(src.slice(pos, end)))
  return true
}
