// The render rules by element type, and the rendering of a whole document. Counterpart of converter/html.rb.

import type { MarkdownIt } from 'markdown-it'
import type { Warning } from '../../util/error.ts'
import { narrowText } from '../../util/narrow-text.ts'
import { packFirst } from '../core/pack.ts'
import type { Settler } from '../core/settler.ts'
import type { Document } from '../document.ts'
import { Element } from '../element.ts'
import * as blocks from './blocks.ts'
import { codeblock, codespan, placeOptions } from './code.ts'
import { renderFootnotes } from './footnotes.ts'
import { header } from './header.ts'
import * as spans from './spans.ts'
import { type Engines, inner, innerBlocks, type RenderState, setRenderRules } from './state.ts'
import { tableCell } from './table.ts'
import { renderToc } from './toc.ts'

setRenderRules({
  blank: blocks.blank,
  p: blocks.paragraph,
  header,
  blockquote: blocks.container,
  codeblock,
  ul: blocks.list,
  ol: blocks.list,
  li: blocks.listItem,
  dl: blocks.container,
  dt: blocks.definitionTerm,
  dd: blocks.listItem,
  table: blocks.container,
  thead: blocks.container,
  tbody: blocks.container,
  tfoot: blocks.container,
  tr: blocks.container,
  td: tableCell,
  hr: blocks.horizontalRule,
  math: blocks.math,
  html_element: blocks.htmlElement,
  xml_comment: blocks.xmlMarkup,
  xml_pi: blocks.xmlMarkup,
  comment: blocks.comment,
  raw: blocks.raw,
  spans: inner,
  packs: (element, indent, state) => innerBlocks(element, indent - 2, state),
  text: spans.text,
  raw_text: spans.text,
  em: spans.named,
  strong: spans.named,
  a: spans.named,
  br: spans.lineBreak,
  img: spans.image,
  codespan,
  footnote: spans.footnote,
  entity: spans.entityElement,
  typographic_sym: spans.typographicSymbol,
  smart_quote: spans.smartQuote,
  abbreviation: spans.abbreviation,
  eob: () => '',
})

const createState = (md: MarkdownIt, document: Document, engines: Engines, env: RenderState['env']): RenderState => ({
  md,
  document,
  options: document.renderOptions,
  env,
  ...engines,
  highlightOptions: placeOptions(document.renderOptions.syntax_highlighter_opts),
  overrides: Object.keys(md.renderer.rules).length === 0 ? undefined : md.renderer.rules,
  settler: undefined,
  settleFootnote: undefined,
  stack: [],
  footnotes: [],
  lastMark: undefined,
  footnotePlace: undefined,
  codeAttributes: undefined,
  toc: undefined,
  tocEntries: document.mayHaveToc ? [] : undefined,
  headings: document.wantsHeadings ? document.headings : undefined,
  usedIds: new Map(),
  index: 0,
})

export const renderDocument = (
  md: MarkdownIt,
  document: Document,
  engines: Engines,
  env: RenderState['env'],
): string => {
  const state = createState(md, document, engines, env)
  return putTogether(state, innerBlocks(document.root, -2, state))
}

// A definition takes the paragraph before it, and with that joins the list before that, be there blank lines between.
const STILL_NEEDED = 8

// How many of the blocks can be rendered: a blank line at the start of the rest might be one with those before it.
const countFinished = (blocks: readonly Element[]): number => {
  let count = blocks.length - STILL_NEEDED
  while (count > 0 && (blocks[count]?.type === 'blank' || blocks[count]?.type === 'eob')) count--
  return count
}

/** Packs the blocks of the root but for the last few, which the next ones may still change. */
export const packBlocks = (root: Element): void => {
  const count = countFinished(root.children)
  if (count > 1) packFirst(root, count)
}

// A definition list goes on with each definition, be there any number of them: where the last block is one, its place.
const findOpenList = (blocks: readonly Element[]): number => {
  let last = blocks.length - 1
  while (blocks[last]?.type === 'blank') last--
  return blocks[last]?.type === 'dl' ? last : -1
}

interface Rendering {
  /** Renders the blocks of the root but for the last few, which the next ones may still change. */
  readonly renderFirst: (root: Element) => void
  /** The same for the items of the definition list that is the root's last block. */
  readonly renderFirstItems: (root: Element) => void
  readonly renderRest: () => string
}

/** Renders a document of which only the blocks are known yet, be it all of them or the first. */
export const startRendering = (md: MarkdownIt, document: Document, engines: Engines, settler: Settler): Rendering => {
  const state = createState(md, document, engines, {})
  const ofSpans: Warning[] = []
  const render = (element: Element, indent: number): string => {
    state.settler = settler
    settler.settleContainer(element)
    return innerBlocks(element, indent, state)
  }
  // Renders the first children, and puts the HTML in their place.
  const replaceFirst = (element: Element, count: number, indent: number): void => {
    if (count < 1) return
    const { warnings } = document
    document.warnings = ofSpans
    const { type, line, ial, children } = element
    const first = new Element(type, '', line, children.slice(0, count))
    first.ial = ial
    const html = render(first, indent)
    document.warnings = warnings
    element.children = [new Element('raw', html), ...children.slice(count)]
  }
  return {
    renderFirst: (root) => replaceFirst(root, countFinished(root.children), -2),
    renderFirstItems: (root) => {
      replaceFirst(root, findOpenList(root.children), -2)
      const list = root.children[findOpenList(root.children)]
      if (list !== undefined) replaceFirst(list, list.children.length - STILL_NEEDED, 0)
    },
    renderRest: () => {
      for (const warning of ofSpans) document.warnings.push(warning)
      const html = render(document.root, -2)
      state.settler = undefined
      state.settleFootnote = settler.settleFootnote
      const whole = putTogether(state, html)
      settler.endFootnotes()
      return whole
    },
  }
}

const putTogether = (state: RenderState, body: string): string => {
  let html = body
  const notes = renderFootnotes(state)
  html = state.footnotePlace === undefined ? html + notes : fillPlace(html, state.footnotePlace, notes)
  const { toc } = state
  return toc === undefined ? html : fillPlace(html, toc.place, renderToc(state, toc))
}

// The placeholder has made a wide text of what may need only one byte for each character.
const fillPlace = (html: string, place: string, content: string): string => {
  const at = html.indexOf(place)
  return at < 0 ? html : narrowText(html.slice(0, at)) + content + narrowText(html.slice(at + place.length))
}
