// Headers: `# text` and underlined text, with an optional `{#id}` at the end.

import { addChild, addText, type Element } from '../element.ts'
import { isBlank, isSpace, LF, lineEnd, rstrip, skipBlanks, skipIndent } from '../text.ts'
import { afterBoundary, type BlockRule, type BlockState, newBlock } from './state.ts'

// REXML's NAME_START_CHAR and NAME_CHAR.
const NAME_START = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`
const NAME_MORE = String.raw`\-.0-9\u00B7\u0300-\u036F\u203F\u2040`
const HEADER_ID = new RegExp(`[\\t ]\\{#([${NAME_START}][${NAME_START}${NAME_MORE}]*)\\}$`, 'u')

interface Contents {
  readonly text: string
  readonly id: string | undefined
}

export const headerContents = (source: string): Contents => {
  const text = rstrip(source)
  const brace = text.endsWith('}') ? text.lastIndexOf('{#') : -1
  const match = brace > 0 ? HEADER_ID.exec(text.slice(brace - 1)) : null
  return match ? { text: rstrip(text.slice(0, brace - 1)), id: match[1] } : { text, id: undefined }
}

const addHeader = (state: BlockState, level: number, { text, id }: Contents, end: number): boolean => {
  if (text === '') return false
  const element: Element = newBlock(state, 'header')
  element.meta = { level, rawText: text }
  addText(element, text, 'raw_text')
  if (id !== undefined) element.attrs = [['id', id]]
  addChild(state.tree, element)
  state.pos = end
  return true
}

const hashes = (src: string, at: number): number => {
  let count = 0
  while (count < 6 && src.charCodeAt(at + count) === 35) count++
  return count
}

// The hashes at the end, for which `may` says whether they are decoration.
const withoutClosing = (text: string, may: (before: string) => boolean): string => {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 35) end--
  if (end === text.length) return text
  if (!may(text.charAt(end - 1))) return text
  return text.slice(0, end)
}

/** kramdown's own: after a boundary only, no blank needed after the hashes. */
export const atxHeader: BlockRule = (state) => {
  const { src, pos } = state
  let level = hashes(src, pos)
  if (level === 0 || !afterBoundary(state)) return false
  let start = skipBlanks(src, pos + level)
  // quirk(kramdown): contents are at least one character that is no blank, be it one of the hashes or the line feed; then the contents
  // are the next line.
  if (src.charCodeAt(start) === LF && start + 1 >= src.length) start = pos + --level
  if (level === 0) return false
  const end = lineEnd(src, src.charCodeAt(start) === LF ? start + 1 : start)
  const { text, id } = headerContents(src.slice(start, end - 1))
  const bare = /\\#+$/.test(text) ? text.replace(/\\#+$/, '\\#') : withoutClosing(text, () => true)
  return addHeader(state, level, { text: bare === text ? text : rstrip(bare), id }, end)
}

/** GFM's: anywhere, with a blank after the hashes. */
export const atxHeaderGfm: BlockRule = (state) => {
  const { src, pos } = state
  const level = hashes(src, pos)
  if (level === 0 || !isBlank(src.charCodeAt(pos + level))) return false
  const isQuirk = state.document.endsParagraphs
  if (!isQuirk && !afterBoundary(state)) return false
  const end = lineEnd(src, pos)
  const { text, id } = headerContents(src.slice(skipBlanks(src, pos + level), end - 1))
  const bare = isQuirk
    ? withoutBlankClosing(text)
    : /\\#+$/.test(text)
      ? text.replace(/\\#+$/, '\\#')
      : withoutClosing(text, () => true)
  return addHeader(state, level, { text: bare === text ? text : rstrip(bare), id }, end)
}

const withoutBlankClosing = (text: string): string => {
  const bare = withoutClosing(text, (before) => before === ' ' || before === '\t')
  return bare === text ? text : bare.slice(0, -1)
}

/** Text with a line of `=` or `-` under it. */
export const setextHeader: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (isBlank(src.charCodeAt(start))) return false
  const middle = lineEnd(src, start)
  const mark = src.charCodeAt(middle)
  if (mark !== 45 && mark !== 61) return false
  let end = middle
  while (src.charCodeAt(end) === 45 || src.charCodeAt(end) === 61) end++
  while (src.charCodeAt(end) !== LF && isSpace(src.charCodeAt(end))) end++
  if (src.charCodeAt(end) !== LF || !afterBoundary(state)) return false
  return addHeader(state, mark === 45 ? 2 : 1, headerContents(src.slice(start, middle - 1)), end + 1)
}
