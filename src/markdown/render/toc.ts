// The table of contents, which stands where {:toc} was: a list of the headers as a tree.

import { type Attributes, copyAttributes, Element, getAttribute } from '../element.ts'
import { flatten } from '../text.ts'
import { renderAttributes } from './escape.ts'
import { inner, type RenderState, spaces, spanHtml, type TocEntry, type TocPlace } from './state.ts'

const hasNoReferences = (elements: readonly Element[]): boolean =>
  elements.every(({ type, children }) => type !== 'footnote' && type !== 'a' && children.length === 0)

// A header's content without footnotes and links.
const withoutReferences = (elements: Element[]): Element[] => {
  if (hasNoReferences(elements)) return elements
  return elements.flatMap((element) => {
    if (element.type === 'footnote') return []
    const children = withoutReferences(element.children)
    if (element.type === 'a') return children
    if (element.children.length === 0) return [element]
    return [Object.assign(new Element(element.type, element.content, element.line), element, { children })]
  })
}

/** Whether a header looks in the table of contents as it does in its place. Math is drawn again, with what there is to say of it. */
export const looksTheSame = ({ children }: Element): boolean =>
  hasNoReferences(children) && children.every(({ type }) => type !== 'math')

const link = ({ id, content }: TocEntry, { attrs }: TocPlace, state: RenderState): string => {
  const own: Attributes = [
    ['href', `#${id}`],
    ['id', `${getAttribute(attrs, 'id') ?? ''}-${id}`],
  ]
  if (typeof content === 'string') return spanHtml('a', own, content)
  return spanHtml('a', own, inner(new Element('a', '', 0, withoutReferences(content)), 0, state))
}

export const createToc = ({ type, attrs }: Element, place: string): TocPlace => {
  const own = copyAttributes(attrs)
  if (getAttribute(own, 'id') === undefined) own.push(['id', 'markdown-toc'])
  return { type, attrs: own, place, parts: [], open: [] }
}

// The end of the innermost open item. An item's list stands four spaces to the right of the list that the item is in.
const closeItem = ({ type, open }: TocPlace): string => {
  const last = open.pop()
  const indent = 4 * open.length + 2
  return last?.hasList ? `${spaces(indent + 2)}</${type}>\n${spaces(indent)}</li>\n` : '</li>\n'
}

// What stands between the link of the last entry and that of the next, of which the level is known.
const openItem = (toc: TocPlace, level: number): string => {
  const { type, open } = toc
  let html = ''
  while ((open[open.length - 1]?.level ?? 0) >= level) html += closeItem(toc)
  const around = open[open.length - 1]
  if (around?.hasList === false) {
    around.hasList = true
    html += `${spaces(4 * open.length)}<${type}>\n`
  }
  html += `${spaces(4 * open.length + 2)}<li>`
  open.push({ level, hasList: false })
  return html
}

// Writes the entries there are. Those with more than text in them wait for the end: there may be something to say of them.
const writeEntries = (state: RenderState, toc: TocPlace): void => {
  let html = ''
  for (const entry of state.tocEntries ?? []) {
    html += openItem(toc, entry.level)
    if (typeof entry.content === 'string') html += link(entry, toc, state)
    else {
      toc.parts.push(html, entry)
      html = ''
    }
  }
  toc.parts.push(flatten(html))
  state.tocEntries = []
}

const VERY_MANY = 100

/** Adds a header. Of very many, the first are written before the last are known. */
export const addTocEntry = (state: RenderState, entry: TocEntry): void => {
  const { toc, tocEntries } = state
  if (tocEntries === undefined) return
  tocEntries.push(entry)
  if (toc !== undefined && tocEntries.length > VERY_MANY) writeEntries(state, toc)
}

export const renderToc = (state: RenderState, toc: TocPlace): string => {
  writeEntries(state, toc)
  const { type, attrs, parts, open } = toc
  while (open.length > 0) parts.push(closeItem(toc))
  const html = parts.map((part) => (typeof part === 'string' ? part : link(part, toc, state))).join('')
  return html === '' ? '' : `<${type}${renderAttributes(attrs)}>\n${html}</${type}>\n`
}
