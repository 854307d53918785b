// The state of rendering one document: kramdown's converter. A render rule turns one element into HTML and asks `inner` for what is in it.

import type { MarkdownIt } from 'markdown-it'
import { unpackBlock } from '../core/pack.ts'
import type { Settler } from '../core/settler.ts'
import { countHeld, makeHeld } from '../core/table-rows.ts'
import { type Document, type Footnote, type Heading, warnRendering } from '../document.ts'
import { type Attributes, type Element, empty } from '../element.ts'
import { type Entity, entityChar } from '../entities.ts'
import type { Highlight, HighlightOptions, MathRenderer, Options } from '../options.ts'
import { flatten, HUGE_PIECE, LONG_PIECE } from '../text.ts'
import { renderAttributes } from './escape.ts'

/** What others do for the renderer. */
export interface Engines {
  readonly highlight: Highlight
  readonly math: MathRenderer | undefined
}

export interface RenderState extends Engines {
  readonly md: MarkdownIt
  readonly document: Document
  readonly options: Options
  readonly env: Parameters<MarkdownIt['parse']>[1]
  /** The render rules of others, where there are any. */
  readonly overrides: MarkdownIt['renderer']['rules'] | undefined
  readonly highlightOptions: Readonly<Record<'block' | 'span', HighlightOptions>>
  /** Where the document is settled block by block: for the blocks that are still to be. */
  settler: Settler | undefined
  /** For the texts of footnotes that are still to be settled. */
  settleFootnote: Settler['settleFootnote'] | undefined
  /** The elements around the one that is rendered. */
  readonly stack: Element[]
  readonly footnotes: Footnote[]
  /** The one that was marked again last, with what its marks are made of where that is known. */
  lastMark: { readonly footnote: Footnote; before: string; after: string } | undefined
  footnotePlace: string | undefined
  /** Those of code in text that has none of its own, once they are known. */
  codeAttributes: string | undefined
  toc: TocPlace | undefined
  /** None where the text has no place for a table of contents. */
  tocEntries: TocEntry[] | undefined
  /** None where nobody asks for them. */
  readonly headings: Heading[] | undefined
  readonly usedIds: Map<string, number>
  /** Which child of its parent is rendered: a table's cells are aligned by that. */
  index: number
}

export interface TocPlace {
  readonly type: string
  readonly attrs: Attributes
  readonly place: string
  /** What is written already: HTML, and headers between it that are still to be. */
  readonly parts: (string | TocEntry)[]
  /** The items that are open: the level of each one's header, and whether there is a list in it. */
  readonly open: { readonly level: number; hasList: boolean }[]
}

export interface TocEntry {
  readonly level: number
  readonly id: string
  /** What is in the header, or the HTML of that where it has no links and footnotes. */
  readonly content: Element[] | string
}

/** Turns an element at an indent (in spaces) into HTML. */
export type Render = (element: Element, indent: number, state: RenderState) => string

const SPACES: string[] = []

export const spaces = (count: number): string => {
  if (count <= 0) return ''
  return (SPACES[count] ??= ' '.repeat(count))
}

const RULES = new Map<string, Render>()

/** The table of render rules by element type. */
export const setRenderRules = (rules: Readonly<Record<string, Render>>): void => {
  for (const [type, render] of Object.entries(rules)) RULES.set(type, render)
}

// A rule that a plugin has put into markdown-it's renderer counts before ours.
const renderForeign = (element: Element, siblings: Element[], index: number, state: RenderState): string => {
  const { renderer, options } = state.md
  const rule = renderer.rules[element.type]
  if (rule !== undefined) return rule(siblings, index, options, state.env, renderer)
  warnRendering(state.document, `No render rule for '${element.type}'`, element.line)
  return ''
}

const CONTAINERS = new Set('root ul ol li dl dd blockquote table thead tbody tfoot tr'.split(' '))

// Text outside of paragraphs is settled with all that is in its parent, but in the root, where it may be all there is, and the pack of
// its first blocks.
const isContainer = ({ type, children }: Element): boolean => {
  if (type === 'packs') return true
  if (!CONTAINERS.has(type)) return false
  for (const child of children) if (child.type === 'raw_text') return false
  return true
}

// More text than the paragraphs of most documents have.
const LONG_TEXT = 2000

const isLong = ({ type, children }: Element): boolean =>
  type === 'p' && children.length === 1 && children[0]!.content.length > LONG_TEXT

// Settles a block: all that is in it, or of a container only what is not in other blocks. Says whether it was all.
const settle = (element: Element, indent: number, state: RenderState, settler: Settler): boolean => {
  if (isContainer(element)) {
    settler.settleContainer(element)
    return false
  }
  if (isLong(element)) settler.settleParagraph(element, (spans) => inner(spans, indent, state))
  else settler.settle(element)
  state.settler = undefined
  return true
}

const renderChildren = (element: Element, indent: number, state: RenderState, settler: Settler | undefined): string => {
  let html = ''
  let chunk = ''
  let piece = ''
  const { children } = element
  const count = countHeld(element) ?? children.length
  const { overrides } = state
  state.stack.push(element)
  for (let i = 0; i < count; i++) {
    const child = unpackBlock(children[i] ?? makeHeld(element, i))
    const isWhole = settler !== undefined && child.type !== 'blank' && settle(child, indent, state, settler)
    state.index = i
    const rule = overrides?.[child.type] === undefined ? RULES.get(child.type) : undefined
    const one = rule === undefined ? renderForeign(child, children, i, state) : rule(child, indent + 2, state)
    if (isWhole) {
      empty(child)
      state.settler = settler
    }
    if (one.length > LONG_PIECE) {
      html += chunk + piece + one
      chunk = ''
      piece = ''
      continue
    }
    piece += one
    if (piece.length < LONG_PIECE) continue
    chunk += flatten(piece)
    piece = ''
    if (chunk.length < HUGE_PIECE) continue
    html += flatten(chunk)
    chunk = ''
  }
  state.stack.pop()
  return html === '' && chunk === '' ? piece : html + chunk + flatten(piece)
}

/** What is in an element, as HTML. */
export const inner: Render = (element, indent, state) => renderChildren(element, indent, state, undefined)

/** The same for an element that may hold blocks: each is settled, rendered and let go before the next. */
export const innerBlocks: Render = (element, indent, state) => renderChildren(element, indent, state, state.settler)

// Tags are put together by themselves: short texts are copied, long ones become chains.

export const spanHtml = (name: string, attrs: Attributes | null, body: string): string => {
  const open = `<${name}${renderAttributes(attrs)}>`
  const close = `</${name}>`
  return open + body + close
}

/** An element on a line of its own. */
export const blockHtml = (name: string, attrs: Attributes | null, body: string, indent: number): string => {
  const open = `${spaces(indent)}<${name}${renderAttributes(attrs)}>`
  const close = `</${name}>\n`
  return open + body + close
}

/** An element whose content is on lines of its own. */
export const indentedHtml = (name: string, attrs: Attributes | null, body: string, indent: number): string => {
  const open = `${spaces(indent)}<${name}${renderAttributes(attrs)}>\n`
  const close = `${spaces(indent)}</${name}>\n`
  return open + body + close
}

const NAMES: Readonly<Record<number, string>> = { 60: '&lt;', 62: '&gt;', 38: '&amp;', 34: '&quot;' }

/** The entity in the form that the option entity_output asks for. */
export const renderEntity = (value: Entity, original: string | undefined, { options }: RenderState): string => {
  const form = options.entity_output
  const special = NAMES[value.codePoint]
  // Beyond kramdown's own names there is `as_ascii`: as_char for a text whose encoding has no other characters.
  const asChar = form === 'as_char' || (form === 'as_ascii' && value.codePoint < 128)
  const char = asChar && (special === undefined || value.codePoint === 34) ? entityChar(value) : undefined
  if (char !== undefined) return char
  if ((form === 'as_input' || form === 'as_char' || form === 'as_ascii') && original !== undefined) return original
  if ((form === 'symbolic' || special !== undefined) && value.name !== undefined) return `&${value.name};`
  return `&#${value.codePoint};`
}
