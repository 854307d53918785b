// Drawings and formulas in a text: SVG without what runs or loads, MathML without what only some programs read.
import {
  attributeOf,
  changeNodes,
  type Element,
  elementsOf,
  isElement,
  MATHML,
  type Node,
  rename,
  SVG,
  setAttribute,
  textOf,
} from '../html-tree.ts'

const RUNS_OR_LOADS = new Set([
  'animate', 'animateMotion', 'animateTransform', 'foreignObject', 'iframe', 'metadata', 'script', 'set', 'handler', 'audio', 'video',
]) // biome-ignore format: a list
const PRESENTATION =
  /^(?:math|semantics|m(?:i|n|o|s|text|space|row|frac|sqrt|root|style|error|padded|phantom|fenced|enclose|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td|labeledtr|action)|none)$/
const EVENT = /^on/i

const cleanAttributes = (element: Element): void => {
  element.attrs = element.attrs.filter(({ name, value, prefix }) => {
    if (
      EVENT.test(name) ||
      name.startsWith('data-') ||
      name.startsWith('aria-') ||
      name === 'role' ||
      name === 'tabindex'
    )
      return false
    if (name === 'xmlns' || prefix === 'xmlns' || (name.includes(':') && !name.startsWith('xml:'))) return false
    return !/url\(\s*["']?(?!#)/i.test(value)
  })
}

const fitImage = (image: Element): Node[] => {
  if (attributeOf(image, 'href') === undefined) return []
  for (const side of ['width', 'height']) if (attributeOf(image, side) === undefined) setAttribute(image, side, '100%')
  return [image]
}

const fitDrawing = (root: Element): Node[] => {
  changeNodes(root, (node) => {
    if (!isElement(node)) return node.nodeName === '#comment' ? [] : [node]
    if (node.namespaceURI !== SVG || RUNS_OR_LOADS.has(node.tagName) || node.tagName.includes(':')) return []
    if (node.tagName === 'style' && /@import|url\(\s*["']?(?!#)/i.test(textOf(node))) return []
    if (node.tagName === 'image' || node.tagName === 'feImage') return fitImage(node)
    // A link in a drawing needs words of its own, which a shape has not.
    if (node.tagName === 'a') rename(node, 'g')
    return [node]
  })
  for (const element of [root, ...elementsOf(root)]) {
    cleanAttributes(element)
    if (element.tagName === 'g') for (const name of ['href', 'target', 'rel']) setAttribute(element, name, undefined)
  }
  return [root]
}

const fitFormula = (root: Element): Node[] => {
  const source = [...elementsOf(root)].find(({ tagName }) => tagName === 'annotation')
  if (source && attributeOf(root, 'alttext') === undefined) setAttribute(root, 'alttext', textOf(source).trim())
  changeNodes(root, (node) => {
    if (!isElement(node)) return node.nodeName === '#comment' ? [] : [node]
    if (node.namespaceURI !== MATHML || !PRESENTATION.test(node.tagName)) return []
    if (node.tagName === 'semantics') rename(node, 'mrow')
    return [node]
  })
  for (const element of [root, ...elementsOf(root)]) {
    cleanAttributes(element)
    for (const name of ['href', 'style', 'xref']) setAttribute(element, name, undefined)
  }
  return [root]
}

/** A drawing or a formula as e-readers take it; nothing of anything else. */
export const fitForeign = (element: Element): Node[] => {
  if (element.namespaceURI === SVG) return element.tagName === 'svg' ? fitDrawing(element) : []
  return element.tagName === 'math' ? fitFormula(element) : []
}
