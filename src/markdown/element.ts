// The nodes of a document: markdown-it tokens that hold their children, as kramdown's Element does. A block rule and a span rule make
// them, the core rules rearrange them, the render rules turn them into HTML.

import type { TableRows } from './core/table-rows.ts'
import type { Footnote } from './document.ts'
import type { Entity } from './entities.ts'

/** In the order of writing. A name appears once. */
export type Attributes = [name: string, value: string][]

/** What an inline attribute list says: attributes, and names of attribute list definitions or of kramdown's own (toc, footnotes ...). */
export interface AttributeList {
  readonly refs: string[]
  readonly attrs: Attributes
}

export type ContentModel = 'block' | 'span' | 'raw'
export type Alignment = 'default' | 'left' | 'right' | 'center'

/** What only some types of element have. */
export type Meta = {
  /** header: 1 to 6, before header_offset. */
  level?: number
  /** header, dt: the text that an id is made of. */
  rawText?: string
  /** codeblock: the language with its options (`ruby?start=3`). */
  language?: string
  /** table: one for each column. */
  alignment?: Alignment[]
  /** tr: the texts of its cells, which are no elements yet. */
  cells?: string[]
  /** thead, tbody, tfoot: its rows, which are no elements yet, and how many cells each one is to have; undefined: as it is. */
  rows?: TableRows
  columns?: number
  /** entity */
  entity?: Entity
  /** entity: as it was written. */
  original?: string
  /** footnote: its name and its definition. */
  name?: string
  footnote?: Footnote
  /** raw: the output formats it is meant for; empty for all. */
  formats?: readonly string[]
  /** ul, ol, dd while it is read: the texts of its items, still to be parsed. */
  parts?: string[]
  /** dd: whether its first paragraph is a real one. */
  firstAsParagraph?: boolean
}

/** What every element has. One without children or attributes is no more than this: most of a document is made of these. */
class Leaf {
  declare type: string
  /** kramdown's `value`: the text of a text, the code of a code block, the name of an HTML element ... */
  declare content: string
  declare children: Element[]
  /** The first source line, counting from 1; 0 where it is not known. */
  declare line: number
  declare attrs: Attributes | null
  declare ial: AttributeList | null
  declare meta: Meta | null
  /** kramdown's `transparent`: a paragraph that shows its content only (tight lists). */
  declare hidden: boolean
  // What few elements have is on the prototype until it is set: a document is made of many small elements.
  /** The last source line of a block. */
  declare endLine: number
  /** Only for types that can be both: HTML elements, comments, math, raw text. */
  declare category: 'block' | 'span' | ''
  declare contentModel: ContentModel | ''
  declare closed: boolean
  /** The characters that emphasis or code is written with. */
  declare markup: string
  // What a token of markdown-it has and this tree has no use for.
  declare tag: string
  declare nesting: -1 | 0 | 1
  declare level: number
  declare info: string

  constructor(type: string, content: string, line: number) {
    this.type = type
    this.content = content
    this.line = line
  }

  /** markdown-it's half-open range of lines, counting from 0. */
  get map(): [number, number] | null {
    return this.line === 0 ? null : [this.line - 1, Math.max(this.endLine, this.line)]
  }

  get block(): boolean {
    return isBlock(this)
  }

  attrIndex(name: string): number {
    return this.attrs === null ? -1 : this.attrs.findIndex(([key]) => key === name)
  }

  attrPush([name, value]: [string, string | number]): void {
    if (this.attrs === null) this.attrs = [[name, String(value)]]
    else this.attrs.push([name, String(value)])
  }

  attrSet(name: string, value: string | number): void {
    if (this.attrs === null) this.attrs = [[name, String(value)]]
    else setAttribute(this.attrs, name, String(value))
  }

  attrGet(name: string): string | null {
    return this.attrs === null ? null : (getAttribute(this.attrs, name) ?? null)
  }

  attrJoin(name: string, value: string | number): void {
    const old = this.attrGet(name)
    this.attrSet(name, old === null ? value : `${old} ${value}`)
  }
}

/** What has no children (yet) shares this. */
const NONE: Element[] = []
Object.freeze(NONE)

Object.assign(Leaf.prototype, {
  children: NONE,
  attrs: null,
  ial: null,
  meta: null,
  hidden: false,
  endLine: 0,
  category: '',
  contentModel: '',
  closed: false,
  markup: '',
  tag: '',
  nesting: 0,
  level: 0,
  info: '',
})

export class Element extends Leaf {
  constructor(type: string, content = '', line = 0, children: Element[] = NONE) {
    super(type, content, line)
    this.children = children
    this.attrs = null
    this.ial = null
    this.meta = null
    this.hidden = false
  }
}

/** An element that never has children. */
export const leaf = (type: string, content: string, line: number): Element => new Leaf(type, content, line)

/** Lets go what an element of no further use holds. */
export const empty = (element: Element): void => {
  element.children = NONE
  element.attrs = null
  element.meta = null
}

/** Adds a child. The array that a first push makes has room for many, and most elements have one child only. */
export const addChild = (element: Element, child: Element): void => {
  if (element.children.length === 0) element.children = [child]
  else element.children.push(child)
}

type Attribute = Attributes[number]

const FEW = 16
const indexes = new WeakMap<Readonly<Attributes>, Map<string, Attribute>>()

// Among very many, by an index that takes up those that were added since it was last asked.
const findAmongMany = (attrs: Readonly<Attributes>, name: string): Attribute | undefined => {
  let index = indexes.get(attrs)
  if (index === undefined) {
    index = new Map()
    indexes.set(attrs, index)
  }
  for (let at = index.size; at < attrs.length; at++) {
    const attr = attrs[at]!
    if (!index.has(attr[0])) index.set(attr[0], attr)
  }
  return index.get(name)
}

export const findAttribute = (attrs: Readonly<Attributes>, name: string): Attribute | undefined => {
  if (attrs.length > FEW) return findAmongMany(attrs, name)
  for (const attr of attrs) if (attr[0] === name) return attr
  return undefined
}

export const getAttribute = (attrs: Readonly<Attributes> | null, name: string): string | undefined =>
  attrs === null ? undefined : findAttribute(attrs, name)?.[1]

export const setAttribute = (attrs: Attributes, name: string, value: string): void => {
  const attr = findAttribute(attrs, name)
  if (attr === undefined) attrs.push([name, value])
  else attr[1] = value
}

/** Takes an attribute out and returns its value. */
export const removeAttribute = (attrs: Attributes, name: string): string | undefined => {
  const index = attrs.findIndex(([key]) => key === name)
  indexes.delete(attrs)
  return index < 0 ? undefined : attrs.splice(index, 1)[0]?.[1]
}

export const copyAttributes = (attrs: Readonly<Attributes> | null): Attributes =>
  attrs === null ? [] : attrs.map(([name, value]) => [name, value])

const BLOCKS = new Set('blank p header blockquote codeblock ul ol li dl dt dd table td hr'.split(' '))
const SPANS = new Set(
  'text a br img codespan footnote em strong entity typographic_sym smart_quote abbreviation'.split(' '),
)

export const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.type) || (!SPANS.has(element.type) && element.category === 'block')

/** `push` for any number of items: a call takes only so many arguments. */
export const append = <Item>(list: Item[], items: readonly Item[]): void => {
  for (const item of items) list.push(item)
}

export const lastChild = (element: Element): Element | undefined => element.children[element.children.length - 1]

/** kramdown's add_text: text goes into the last child where that is text already. */
export const addText = (tree: Element, text: string, type: string): void => {
  const last = lastChild(tree)
  if (last !== undefined && last.type === type) last.content += text
  else if (text !== '') addChild(tree, leaf(type, text, last?.line || tree.line))
}
