// HTML as a tree, for the forms of a book that put chapters together. The tree is the parser's own and is changed in place: whoever
// parses a text owns its tree.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment, serialize } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode
export type TextNode = DefaultTreeAdapterTypes.TextNode

export const HTML = html.NS.HTML
export const SVG = html.NS.SVG
export const MATHML = html.NS.MATHML

// Browsers stop nesting at about this depth, too. Everything after it may go into a tree by recursion.
const DEPTH = 400

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is TextNode => node.nodeName === '#text'

/** The children; those of a template's content for a template. */
export const childrenOf = (parent: Parent | Node): readonly Node[] => ('childNodes' in parent ? parent.childNodes : [])

export const textOf = (node: Node | Parent): string =>
  'value' in node && node.nodeName === '#text' ? node.value : childrenOf(node).map(textOf).join('')

const flatText = (root: Element): string => {
  const texts: string[] = []
  const rest: Node[] = [root]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (isText(node)) texts.push(node.value)
    else rest.push(...childrenOf(node).toReversed())
  }
  return texts.join('')
}

const limitDepth = (root: Parent): void => {
  const rest: [Parent, number][] = [[root, 0]]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [parent, depth] = next
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue
      if (depth < DEPTH) rest.push([child, depth + 1])
      else replaceChildren(child, [createText(flatText(child))])
    }
  }
}

/** A piece of a page's body as a tree, as a browser without scripts reads it. */
export const parseHtml = (text: string): Parent => {
  const tree = parseFragment(text, { scriptingEnabled: false })
  limitDepth(tree)
  return tree
}

export const writeHtml = (tree: Parent): string => serialize(tree, { scriptingEnabled: false })

export const createText = (value: string): TextNode => ({ nodeName: '#text', value, parentNode: null })

export const createElement = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly Node[] = [],
): Element => {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ name: key, value }],
  )
  const element = defaultTreeAdapter.createElement(name, HTML, given)
  replaceChildren(element, children)
  return element
}

export const replaceChildren = (parent: Parent, children: readonly Node[]): void => {
  parent.childNodes = [...children]
  for (const child of children) child.parentNode = parent
}

/** The same element under another name. */
export const rename = (element: Element, name: string): void => {
  element.tagName = name
  element.nodeName = name
}

/** Every element below `parent`, in the order of the text. */
export function* elementsOf(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* elementsOf(child)
  }
}

/** Puts in the place of each node, children first, what `change` makes of it. */
export const changeNodes = (parent: Parent, change: (node: Node) => readonly Node[]): void => {
  const result = parent.childNodes.flatMap((child) => {
    if (isElement(child)) changeNodes(child, change)
    return change(child)
  })
  replaceChildren(parent, result)
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

export const setAttribute = (element: Element, name: string, value: string | undefined): void => {
  const found = element.attrs.find((attribute) => attribute.name === name)
  if (value === undefined) element.attrs = element.attrs.filter((attribute) => attribute !== found)
  else if (found) found.value = value
  else element.attrs.push({ name, value })
}

export const classesOf = (element: Element): readonly string[] => (attributeOf(element, 'class') ?? '').split(/\s+/)

export const hasClass = (element: Element, name: string): boolean => classesOf(element).includes(name)

/** 1 to 6 for a heading, undefined for anything else. */
export const headingLevel = (element: Element): number | undefined =>
  element.namespaceURI === HTML && /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : undefined
