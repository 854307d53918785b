// The table of contents, which stands where {:toc} was: a list of the headers as a tree.

import { type Attributes, Element, getAttribute } from '../element.ts'
import { renderAttributes } from './escape.ts'
import { inner, type RenderState, spaces, spanHtml, type TocEntry, type TocPlace } from './state.ts'

const hasNoReferences = (elements: readonly Element[]): boolean =>
  elements.every(({ type, children }) => type !== 'footnote' && children.length === 0)

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

const link = ({ id, content }: TocEntry, listId: string, state: RenderState): string => {
  const attrs: Attributes = [
    ['href', `#${id}`],
    ['id', `${listId}-${id}`],
  ]
  if (typeof content === 'string') return spanHtml('a', attrs, content)
  return spanHtml('a', attrs, inner(new Element('a', '', 0, withoutReferences(content)), 0, state))
}

/** An item that is open: the level of its header, and whether there is a list in it. */
interface Open {
  readonly level: number
  hasList: boolean
}

export const renderToc = (state: RenderState, { type, attrs }: TocPlace): string => {
  const { tocEntries = [] } = state
  if (tocEntries.length === 0) return ''
  if (getAttribute(attrs, 'id') === undefined) attrs.push(['id', 'markdown-toc'])
  const listId = getAttribute(attrs, 'id') ?? ''
  const html = [`<${type}${renderAttributes(attrs)}>\n`]
  // A list in an item stands four spaces to the right of the list that the item is in.
  const open: Open[] = []
  const close = (): void => {
    const last = open.pop()
    const indent = 4 * open.length + 2
    if (last?.hasList) html.push(spaces(indent + 2), `</${type}>\n`, spaces(indent))
    html.push('</li>\n')
  }
  for (const entry of tocEntries) {
    while ((open[open.length - 1]?.level ?? 0) >= entry.level) close()
    const around = open[open.length - 1]
    if (around?.hasList === false) {
      around.hasList = true
      html.push(spaces(4 * open.length), `<${type}>\n`)
    }
    html.push(spaces(4 * open.length + 2), '<li>', link(entry, listId, state))
    open.push({ level: entry.level, hasList: false })
  }
  while (open.length > 0) close()
  html.push(`</${type}>\n`)
  return html.join('')
}
