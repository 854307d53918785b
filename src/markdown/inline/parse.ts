// The loop of the span parser. Counterpart of Kramdown#parse_spans.

import type { MarkdownIt } from 'markdown-it'
import { type Document, MAX_DEPTH, warn } from '../document.ts'
import { addText, Element, leaf } from '../element.ts'
import { type Dispatch, nextStart } from './dispatch.ts'
import { createMemo } from './memo.ts'
import { dispatchOf } from './rules.ts'
import { currentLine, flushText, type InlineState, type Stop, takeText } from './state.ts'

const createState = (md: MarkdownIt, document: Document, src: string, element: Element): InlineState => ({
  md,
  document,
  src,
  pos: 0,
  tree: element,
  textType: 'text',
  line: element.line,
  dispatch: dispatchOf(md, ''),
  stop: null,
  inEm: false,
  inStrong: false,
  inLink: false,
  depth: 0,
  labels: 0,
  endSpans: undefined,
  memo: createMemo(),
  run: undefined,
  tail: '',
  runStart: 0,
  runEnd: 0,
  lineFeeds: undefined,
  lineIndex: 0,
})

const FEW = 16
const VERY_MANY = 200

const runRules = (state: InlineState, dispatch: Dispatch): void => {
  const code = state.src.charCodeAt(state.pos)
  for (const rule of (code < 128 ? dispatch.rules[code] : undefined) ?? dispatch.others) if (rule(state)) return
  takeText(state, 1)
}

/** Parses from `pos` on into `element`, up to `stop`; says whether that was found. Without a `stop` all the text is taken. */
export const parseSpans = (
  state: InlineState,
  element: Element,
  stop: Stop | null,
  dispatch: Dispatch = state.dispatch,
): boolean => {
  const { src, tree, stop: outer, run, tail, runStart, runEnd } = state
  // The text around goes on if nothing comes of this.
  state.run = undefined
  state.tail = ''
  state.tree = element
  state.stop = stop
  state.depth++
  let found = false
  let most = VERY_MANY
  while (state.pos < src.length) {
    const next = nextStart(src, state.pos, dispatch.marks, stop === null ? -1 : stop.first)
    if (next < 0) {
      if (stop === null) {
        takeText(state, src.length - state.pos)
      }
      break
    }
    takeText(state, next - state.pos)
    if (stop?.test(state)) {
      found = true
      break
    }
    runRules(state, dispatch)
    if (state.endSpans !== undefined && element.children.length > most) {
      flushText(state)
      state.endSpans(element, stop === null)
      most = Math.max(VERY_MANY, 2 * element.children.length)
    }
  }
  flushText(state)
  // Growing, an array makes room for many more; what an element holds in the end is mostly a few.
  if (element.children.length > 1 && element.children.length < FEW) element.children = element.children.slice()
  state.run = run
  state.tail = tail
  state.runStart = runStart
  state.runEnd = runEnd
  state.tree = tree
  state.stop = outer
  state.depth--
  return found
}

/** What is said of that, and not twice in a row. */
export const TOO_DEEP = 'Spans are nested too deep - taking the rest as text'

/** Whether another span may be opened; beyond the bound its start stays text. */
export const mayNestSpan = (state: InlineState, bound = MAX_DEPTH): boolean => {
  if (state.depth < bound) return true
  const { warnings } = state.document
  if (warnings[warnings.length - 1]?.message !== TOO_DEEP) warn(state.document, TOO_DEEP, currentLine(state))
  return false
}

/** Parses a text of its own into `element`. */
export const parseInline = (md: MarkdownIt, document: Document, src: string, element: Element): void => {
  // Many texts are short and plain.
  if (nextStart(src, 0, dispatchOf(md, '').marks, -1) < 0) {
    if (element.children.length > 0) addText(element, src, 'text')
    else if (src !== '') element.children = [leaf('text', src, element.line)]
    return
  }
  const state = createState(md, document, src, element)
  state.endSpans = document.endSpans
  parseSpans(state, element, null)
}

/** Parses a text inside another construct, as a text of its own that knows nothing of what is around it. */
export const parseInner = (state: InlineState, src: string, element: Element): void => {
  const inner = createState(state.md, state.document, src, element)
  inner.depth = state.depth + 1
  parseSpans(inner, element, null)
}

/** Parses a text with some of the rules only, for a table: what no rule takes is raw text. */
export const parseSpanText = (
  { md, document }: Pick<InlineState, 'md' | 'document'>,
  src: string,
  rules: string,
  /** Called with each of the outermost spans; of very many, with the first before the last are made. */
  take: (span: Element) => void,
): void => {
  const root = new Element('root')
  const state = { ...createState(md, document, src, root), textType: 'raw_text' }
  const takeAll = (spans: readonly Element[]): void => {
    for (const span of spans) take(span)
  }
  state.endSpans = (tree) => {
    // The last may be a text that still grows.
    const rest = tree.children.splice(-1)
    if (tree === root) takeAll(tree.children)
    tree.children = rest
  }
  parseSpans(state, root, null, dispatchOf(md, rules))
  takeAll(root.children)
}
