// What is known about one document while it is parsed and rendered: kramdown's parser and converter fields. It travels in markdown-it's
// `env`, and is the only thing that rules change besides the tree.

import type { Warning } from '../util/error.ts'
import { type AttributeList, type Attributes, Element, findAttribute } from './element.ts'
import { addLink, createLinks, type LinkDefinition, type Links, settleLinks } from './links.ts'
import type { Options } from './options.ts'
import { downcase, lstrip } from './text.ts'

export interface Footnote {
  /** Its blocks; before it is settled, no more than the text where that is one line. */
  content: Element
  used: boolean
  /** As its links have it. */
  name: string
  /** Its place among those of the rendering that is on. */
  index: number
  /** How often it was referred to again. */
  repeats: number
}

export interface Abbreviation {
  readonly title: string
  readonly marker: Element
}

export interface Heading {
  /** As it is output, header_offset included. */
  readonly level: number
  readonly id: string
  /** Without markup. */
  readonly text: string
  /** The inside of the heading's element. */
  readonly html: string
  /** In the Markdown source, counting from 1. */
  readonly line: number
}

export interface Document {
  readonly root: Element
  /** Changed by {::options}: at once for the parser, for the whole document when it is rendered. */
  options: Options
  renderOptions: Options
  readonly isGfm: boolean
  readonly fenceAttributes: boolean
  /** What GFM makes a line break of: known before the first {::options}. */
  readonly lineBreak: string
  /** Whether lists, headers and such end a paragraph: known as early. */
  readonly endsParagraphs: boolean
  readonly definitions: Map<string, AttributeList>
  readonly links: Links
  /** The length of the longest link id: a longer text cannot be one. */
  longestLinkId: number
  readonly footnotes: Map<string, Footnote>
  readonly abbreviations: Map<string, Abbreviation>
  warnings: Warning[]
  /** Those of rendering, which come after the others. */
  readonly renderWarnings: Warning[]
  readonly headings: Heading[]
  /** False where nobody asks for them. */
  wantsHeadings: boolean
  wantsWarnings: boolean
  /** False where there is certainly no place for a table of contents. */
  mayHaveToc: boolean
  /** Called with the root when it has very many blocks: what comes now concerns only the last of them. */
  endBlocks: ((root: Element) => void) | undefined
  /** Called with the root when its last block is a definition list of very many items: what comes may only add to them. */
  endItems: ((root: Element) => void) | undefined
  /**
   * Called with the spans of a paragraph, or of a construct in it, when there are very many: only the last of them is still needed. A
   * construct may yet turn out to have no end, and then all of it is parsed again.
   */
  endSpans: ((tree: Element, isCertain: boolean) => void) | undefined
  /** How many block containers the parser is inside of. */
  depth: number
}

/** How deeply blocks may nest in blocks, and spans in spans; what is deeper stays text. */
export const MAX_DEPTH = 100

/** How deeply raw HTML may nest: what is never closed, as in `List<Item>`, nests all that follows. */
export const MAX_HTML_DEPTH = 500

/** How deeply images may nest in the texts of links and images. */
export const MAX_LABELS = 10

export const createDocument = (options: Options, isGfm: boolean, fenceAttributes = false): Document => {
  const document: Document = {
    root: new Element('root', '', 1),
    options: isGfm ? { ...options, auto_id_stripping: true } : options,
    renderOptions: options,
    isGfm,
    fenceAttributes,
    endsParagraphs: isGfm && options.gfm_quirks.includes('paragraph_end'),
    lineBreak: options.hard_wrap ? '\n' : '\\\n',
    definitions: new Map(),
    links: createLinks(),
    longestLinkId: 0,
    footnotes: new Map(),
    abbreviations: new Map(),
    warnings: [],
    renderWarnings: [],
    headings: [],
    wantsHeadings: true,
    wantsWarnings: true,
    mayHaveToc: true,
    endBlocks: undefined,
    endItems: undefined,
    endSpans: undefined,
    depth: 0,
  }
  for (const [id, [url, title]] of options.link_defs) {
    const key = normalizeLinkId(id)
    document.links.known.set(key, { url, title, marker: undefined })
    document.longestLinkId = Math.max(document.longestLinkId, key.length)
  }
  return document
}

const complainOf =
  ({ warnings }: Document) =>
  (id: string, line: number): void =>
    addWarning(warnings, `Duplicate link ID '${id}' on line ${line} - overwriting`, line)

/** Defines a link by its normalized id; see `addLink`. */
export const defineLink = (document: Document, link: Parameters<typeof addLink>[1], isLastBare: boolean): void => {
  addLink(document.links, link, isLastBare, complainOf(document))
  document.longestLinkId = Math.max(document.longestLinkId, link.id.length)
}

/** Says what there is to say of the link definitions so far. */
export const endLinks = (document: Document): void => {
  if (document.links.last !== undefined) settleLinks(document.links, complainOf(document))
}

/** A link by its normalized id. */
export const findLink = (document: Document, id: string): LinkDefinition | undefined => {
  endLinks(document)
  return document.links.known.get(id)
}

const SPACES = /[ \t\n\v\f\r]+/g

export const normalizeLinkId = (id: string): string => downcase(id.replace(SPACES, ' '))

// Enough to see what is wrong; a hostile text could ask for as many as it has characters.
const MOST_WARNINGS = 1000

export const addWarning = (warnings: Warning[], message: string, line: number): void => {
  if (warnings.length < MOST_WARNINGS) warnings.push({ message, place: { path: '', line } })
}

/** A remark of the parser: after those on the links that were defined before. kramdown's own remarks have no topic. */
export const warn = (document: Document, message: string, line: number): void => {
  endLinks(document)
  addWarning(document.warnings, message, line)
}

/** A remark of the renderer. */
export const warnRendering = ({ renderWarnings }: Document, message: string, line: number, topic?: string): void => {
  if (renderWarnings.length >= MOST_WARNINGS) return
  renderWarnings.push({ message, place: { path: '', line }, ...(topic === undefined ? {} : { topic }) })
}

export const allWarnings = ({ warnings, renderWarnings }: Document): Warning[] =>
  [...warnings, ...renderWarnings].slice(0, MOST_WARNINGS)

// Definitions that refer to others twice each would come to as many lists as two to the power of their number.
const MOST_LISTS = 1000

// The list behind all that its references stand for. kramdown does not come back from a definition that refers to itself.
const collectLists = (document: Document, list: AttributeList, lists: AttributeList[], around: string[]): void => {
  for (const ref of list.refs) {
    if (lists.length >= MOST_LISTS) break
    const definition = document.definitions.get(ref)
    if (definition === undefined || around.length >= MAX_DEPTH || around.includes(ref)) continue
    around.push(ref)
    collectLists(document, definition, lists, around)
    around.pop()
  }
  lists.push(list)
}

const addAttributes = (element: { attrs: Attributes | null }, { attrs }: AttributeList): void => {
  if (attrs.length === 0) return
  if (element.attrs !== null) mergeAttributes(element.attrs, attrs)
  else element.attrs = attrs.map(([name, value]) => [name, name === 'class' ? lstrip(value) : value])
}

/** kramdown's update_attr_with_ial: what the list says, and before it what the definitions say that it refers to. */
export const applyAttributeList = (
  document: Document,
  element: { attrs: Attributes | null },
  list: AttributeList,
): void => {
  if (list.refs.length === 0) {
    addAttributes(element, list)
    return
  }
  const lists: AttributeList[] = []
  collectLists(document, list, lists, [])
  for (const each of lists) addAttributes(element, each)
}

/** Classes add up, everything else is replaced. */
export const mergeAttributes = (attrs: Attributes, more: Readonly<Attributes>): void => {
  for (const [name, value] of more) {
    const old = findAttribute(attrs, name)
    if (old === undefined) attrs.push([name, name === 'class' ? lstrip(value) : value])
    else old[1] = name === 'class' && old[1] !== '' ? `${old[1]} ${value}` : value
  }
}
