// A tree of HTML as XML: what an e-reader's parser accepts. Names and characters that XML cannot hold are left out.
import { type Element, HTML, isElement, isText, MATHML, type Node, SVG } from '../html-tree.ts'

const NAME = /^[A-Za-z_][\w.-]*$/
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const NAMESPACES: Readonly<Record<string, string>> = { [HTML]: '', [SVG]: SVG, [MATHML]: MATHML }
const PREFIXES: ReadonlySet<string> = new Set(['xlink', 'xml', 'epub'])

export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => {
    if (character === '&') return '&amp;'
    if (character === '<') return '&lt;'
    return character === '>' ? '&gt;' : '&quot;'
  })

const attributes = (element: Element, outer: string): string => {
  const seen = new Set<string>()
  let written = element.namespaceURI === outer ? '' : ` xmlns="${NAMESPACES[element.namespaceURI] || HTML}"`
  if (element.namespaceURI === SVG && outer !== SVG) written += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
  for (const { name, value, prefix } of element.attrs) {
    const colon = name.indexOf(':')
    const [space, local] = colon < 0 ? [prefix ?? '', name] : [name.slice(0, colon), name.slice(colon + 1)]
    const full = space === '' ? local : `${space}:${local}`
    if (!NAME.test(local) || (space !== '' && !PREFIXES.has(space)) || local === 'xmlns' || seen.has(full)) continue
    seen.add(full)
    written += ` ${full}="${escapeXml(value)}"`
  }
  return written
}

/** The node as XML within an element of the namespace `outer`. Elements that XML has no name for give their children. */
export const writeXml = (node: Node, outer: string = HTML): string => {
  if (isText(node)) return escapeXml(node.value)
  if (!isElement(node)) return ''
  if (!NAME.test(node.tagName)) return node.childNodes.map((child) => writeXml(child, outer)).join('')
  const inner = node.childNodes.map((child) => writeXml(child, node.namespaceURI)).join('')
  const open = `<${node.tagName}${attributes(node, outer)}`
  return inner === '' ? `${open}/>` : `${open}>${inner}</${node.tagName}>`
}
