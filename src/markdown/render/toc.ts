// The table of contents, which stands where {:toc} was: a list of the headers as a tree.

import { type Attributes, addChild, Element, getAttribute } from '../element.ts'
import { list } from './blocks.ts'
import type { RenderState, TocEntry, TocPlace } from './state.ts'

// A header's content without footnotes and links.
const withoutReferences = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => {
    if (element.type === 'footnote') return []
    const children = withoutReferences(element.children)
    if (element.type === 'a') return children
    if (element.children.length === 0) return [element]
    return [Object.assign(new Element(element.type, element.content, element.line), element, { children })]
  })

interface Branch {
  readonly level: number
  readonly list: Element
}

const makeItem = (entry: TocEntry, type: string, listId: string): { item: Element; list: Element } => {
  const paragraph = new Element('p')
  paragraph.hidden = true
  const anchor = new Element('a')
  anchor.attrs = [
    ['href', `#${entry.id}`],
    ['id', `${listId}-${entry.id}`],
  ]
  anchor.children = withoutReferences(entry.children)
  addChild(paragraph, anchor)
  const item = new Element('li')
  addChild(item, paragraph)
  return { item, list: new Element(type) }
}

const makeTree = (entries: readonly TocEntry[], type: string, attrs: Attributes): Element => {
  const root = new Element(type)
  root.attrs = attrs
  if (getAttribute(attrs, 'id') === undefined) attrs.push(['id', 'markdown-toc'])
  const stack: Branch[] = []
  for (const entry of entries) {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= entry.level) stack.pop()
    const { item, list: below } = makeItem(entry, type, getAttribute(attrs, 'id') ?? '')
    addChild(stack[stack.length - 1]?.list ?? root, item)
    stack.push({ level: entry.level, list: below })
    addChild(item, below)
  }
  return prune(root)
}

// A list that nothing came into goes.
const prune = (element: Element): Element => {
  for (const item of element.children) {
    const below = item.children[item.children.length - 1]
    if (below !== undefined && below.type === element.type) {
      if (below.children.length === 0) item.children.pop()
      else prune(below)
    }
  }
  return element
}

export const renderToc = (state: RenderState, { type, attrs }: TocPlace): string => {
  const tree = makeTree(state.tocEntries, type, attrs)
  return tree.children.length === 0 ? '' : list(tree, 0, state)
}
