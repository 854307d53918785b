import { warn } from '../document.ts'
import { Element, leaf } from '../element.ts'
import { isAsciiWord, lineEnd, skipIndent } from '../text.ts'
import { codeEnd, withoutIndent } from './codeblock.ts'
import { mayNest, parseBlocks } from './parse.ts'
import { type BlockRule, currentLine, pushMarker } from './state.ts'

/** Where a name (ALD_ID_NAME) ends that starts at `at`; `at` itself where none does. */
export const idNameEnd = (src: string, at: number): number => {
  let end = at
  while (isAsciiWord(src.charCodeAt(end)) || (end > at && src.charCodeAt(end) === 45)) end++
  return end
}

// Most footnotes are a paragraph on one line. While all of them wait for the end of the document, that is kept as no more than its text.
const foldParagraph = (content: Element): Element => {
  const { type, line, children } = content
  const [paragraph, more] = children
  if (paragraph?.type !== 'p' || more !== undefined || paragraph.ial !== null || paragraph.line !== line) return content
  const [text, rest] = paragraph.children
  if (rest !== undefined || text?.type !== 'raw_text' || text.content.includes('\n')) return content
  return leaf(type, text.content, line)
}

/** Makes a paragraph again of what was folded. */
export const unfoldParagraph = (element: Element): Element => {
  const { type, content, line } = element
  if (content === '') return element
  const paragraph = new Element('p', '', line, [leaf('raw_text', content, line)])
  paragraph.endLine = line
  return new Element(type, '', line, [paragraph])
}

/** `[^name]: text`, and the indented lines below. */
export const footnoteDefinition: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (src.charCodeAt(start) !== 91 || src.charCodeAt(start + 1) !== 94) return false
  const nameStop = idNameEnd(src, start + 2)
  if (nameStop === start + 2 || src.charCodeAt(nameStop) !== 93 || src.charCodeAt(nameStop + 1) !== 58) return false
  if (!mayNest(state)) return false
  const name = src.slice(start + 2, nameStop)
  const line = currentLine(state)
  const content = new Element('footnote_def', '', line)
  const end = codeEnd(src, lineEnd(src, nameStop + 2))
  state.pos = end
  parseBlocks(state, content, withoutIndent(src.slice(nameStop + 2, end)))
  const { footnotes } = state.document
  const { size } = footnotes
  footnotes.set(name, { content: foldParagraph(content), used: false, name, index: 0, repeats: 0 })
  if (footnotes.size === size)
    warn(state.document, `Duplicate footnote name '${name}' on line ${line} - overwriting`, line)
  pushMarker(state, 'footnote_def')
  return true
}
