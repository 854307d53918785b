// `*em*`, `**strong**` and the same with underscores.

import { addChild, Element } from '../element.ts'
import { isAlnumAt, isAlphaBefore, isSpace } from '../text.ts'
import type { InlineRule } from './dispatch.ts'
import { hasFailed, noteFailure } from './memo.ts'
import { mayNestSpan, parseSpans } from './parse.ts'
import { currentLine, type InlineState, type Stop, takeText } from './state.ts'

// Where the run of underscores starts that ends at `end`. Runs can be long and are asked about at each of their places.
const runStart = ({ src, memo }: InlineState, end: number): number => {
  const known = memo.underscores
  if (known !== undefined && end >= known.start && end <= known.end) return known.start
  let start = end
  while (src.charCodeAt(start - 1) === 95) start--
  let stop = end
  while (src.charCodeAt(stop) === 95) stop++
  memo.underscores = { start, end: stop }
  return start
}

// Underscores inside a word mean nothing: /[[:alpha:]]-?[[:alpha:]]*_*\z/ on what is before.
const isInsideWord = (state: InlineState, pos: number): boolean => {
  const { src } = state
  const at = src.charCodeAt(pos - 1) === 95 ? runStart(state, pos) : pos
  if (at === 0) return false
  return isAlphaBefore(src, at) || (src.charCodeAt(at - 1) === 45 && at > 1 && isAlphaBefore(src, at - 1))
}

// Whether `delimiter`, which stands at `pos`, closes `element`.
const closes = (state: InlineState, delimiter: string, element: Element): boolean => {
  const { src, pos } = state
  if (!src.startsWith(delimiter, pos) || (pos > 0 && isSpace(src.charCodeAt(pos - 1)))) return false
  const end = pos + delimiter.length
  const char = delimiter.charCodeAt(0)
  // An em does not end at two marks, but it does at three.
  if (element.type === 'em' && src.charCodeAt(end) === char && src.charCodeAt(end + 1) !== char) return false
  if (char === 95 && isAlnumAt(src, end)) return false
  return element.children.length > 0
}

const parseEmphasis = (state: InlineState, delimiter: string, type: 'em' | 'strong'): Element | undefined => {
  const { pos } = state
  const start = pos + delimiter.length
  if (hasFailed(state, type, start) || !mayNestSpan(state)) return undefined
  const element = new Element(type, '', currentLine(state))
  const passed: number[] = []
  const stop: Stop = {
    first: delimiter.charCodeAt(0),
    test: () => closes(state, delimiter, element),
    emphasis: { type, char: delimiter.charAt(0), passed },
  }
  const { inEm, inStrong } = state
  state.inEm ||= type === 'em'
  state.inStrong ||= type === 'strong'
  const warnings = state.document.warnings.length
  state.pos += delimiter.length
  const found = parseSpans(state, element, stop)
  state.inEm = inEm
  state.inStrong = inStrong
  if (found) {
    state.pos += delimiter.length
    element.markup = delimiter
    return element
  }
  // A start whose content begins at a place that was passed on the way would go this same way: it has no end either.
  noteFailure(state, type, start)
  for (const at of passed) noteFailure(state, type, at)
  state.document.warnings.length = warnings
  state.pos = pos
  return undefined
}

// Takes marks as text, and notes for the emphasis that is open where content would begin after marks like its own.
const takeMarks = (state: InlineState, delimiter: string): true => {
  takeText(state, delimiter.length)
  const open = state.stop?.emphasis
  if (open === undefined || open.char !== delimiter.charAt(0)) return true
  open.passed.push(state.pos)
  // Two marks that are no strong are two marks here, and outside of an em the second would be tried as an em.
  if (delimiter.length === 2 && state.src.charAt(state.pos) !== open.char) open.passed.push(state.pos - 1)
  return true
}

export const emphasis: InlineRule = (state) => {
  const { src, pos } = state
  const char = src.charAt(pos)
  if (char !== '*' && char !== '_') return false
  const delimiter = src.charAt(pos + 1) === char ? char + char : char
  const type = delimiter.length === 2 ? 'strong' : 'em'
  const isNested = type === 'em' ? state.inEm : state.inStrong
  if (isNested || isSpace(src.charCodeAt(pos + delimiter.length)) || (char === '_' && isInsideWord(state, pos)))
    return takeMarks(state, delimiter)
  let element = parseEmphasis(state, delimiter, type)
  if (element === undefined && type === 'strong' && state.tree.type !== 'em') element = parseEmphasis(state, char, 'em')
  if (element === undefined) return takeMarks(state, delimiter)
  addChild(state.tree, element)
  return true
}
