// What an e-reader's HTML may hold where. An author's raw HTML may break every rule; here it is fitted to them: obsolete elements get their
// successors, what stands in a wrong place gets a `div` or a `span`, and no text is lost.
import {
  attributeOf,
  createElement,
  type Element,
  HTML,
  isElement,
  isText,
  type Node,
  type Parent,
  replaceChildren,
  setAttribute,
} from '../html-tree.ts'
import { fitAttributes } from './attributes.ts'
import { fitForeign } from './foreign.ts'

const PHRASING = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'ruby', 's', 'samp',
  'small', 'span', 'strong', 'sub', 'sup', 'u', 'var', 'wbr',
]) // biome-ignore format: a list
const FLOW = new Set([
  'article', 'aside', 'blockquote', 'details', 'div', 'dl', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre',
  'section', 'table', 'ul',
]) // biome-ignore format: a list
const SUCCESSORS: Readonly<Record<string, string>> = {
  acronym: 'abbr', address: 'div', big: 'span', center: 'div', dir: 'ul', fieldset: 'div', font: 'span', footer: 'div', form: 'div',
  header: 'div', hgroup: 'div', listing: 'pre', main: 'div', menu: 'ul', noscript: 'div', plaintext: 'pre', search: 'div', strike: 's',
  tt: 'code', xmp: 'pre',
} // biome-ignore format: a table
const DROPPED = new Set([
  'area', 'base', 'basefont', 'button', 'canvas', 'col', 'colgroup', 'datalist', 'dialog', 'frame', 'frameset', 'head', 'input', 'link',
  'map', 'meta', 'option', 'optgroup', 'param', 'script', 'select', 'source', 'style', 'template', 'textarea', 'title', 'track',
]) // biome-ignore format: a list
// In flow they are blocks, wherever they come from.
const PARTS = new Set([
  'caption', 'dd', 'dt', 'figcaption', 'legend', 'li', 'summary', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr',
]) // biome-ignore format: a list
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col'])
const TEXT_ONLY = /^(?:p|pre|h[1-6])$/

interface Place {
  /** Blocks may stand here. */
  readonly flow: boolean
  /** Elements that may not stand within themselves, and are open. */
  readonly within: ReadonlySet<string>
  /** Whether the element is, or brings with it, something that may only stand among blocks. */
  readonly holdsBlocks: (element: Element) => boolean
}

const successorOf = (element: Element): string => SUCCESSORS[element.tagName] ?? element.tagName

const createBlockTest = (): ((element: Element) => boolean) => {
  const known = new Map<Element, boolean>()
  const holds = (element: Element): boolean => {
    let found = known.get(element)
    if (found === undefined) {
      const name = successorOf(element)
      const own = element.namespaceURI === HTML && (FLOW.has(name) || PARTS.has(name))
      found =
        own ||
        (element.namespaceURI === HTML &&
          !DROPPED.has(name) &&
          element.childNodes.some((child) => isElement(child) && holds(child)))
      known.set(element, found)
    }
    return found
  }
  return holds
}

const fitNodes = (nodes: readonly Node[], place: Place): Node[] =>
  nodes.flatMap((node) => {
    if (isText(node)) return [node]
    return isElement(node) ? fitElement(node, place) : []
  })

const remake = (element: Element, name: string, children: readonly Node[]): Element => {
  const result = createElement(name, {}, VOID.has(name) ? [] : children)
  result.attrs = fitAttributes(name, element)
  return result
}

const inFlow = (element: Element, place: Place): Node[] => fitNodes(element.childNodes, { ...place, flow: true })
const inText = (element: Element, place: Place): Node[] => fitNodes(element.childNodes, { ...place, flow: false })

/** Children named in `names` as they are fitted by `part`, and runs of others within a `wrapper`. */
const fitParts = (element: Element, names: string, wrapper: string, place: Place): Element[] => {
  const allowed = names.split(' ')
  const parts: Element[] = []
  let run: Node[] = []
  const endRun = (): void => {
    if (run.some((node) => !isText(node) || node.value.trim() !== '')) {
      const fitted = fitNodes(run, { ...place, flow: true })
      if (fitted.length > 0) parts.push(createElement(wrapper, {}, fitted))
    }
    run = []
  }
  for (const child of element.childNodes) {
    if (isElement(child) && allowed.includes(child.tagName)) {
      endRun()
      parts.push(remake(child, child.tagName, inFlow(child, place)))
    } else run.push(child)
  }
  endRun()
  return parts
}

const fitDefinitions = (element: Element, place: Place): Element => {
  const flat = createElement(
    'dl',
    {},
    element.childNodes.flatMap((child) => (isElement(child) && child.tagName === 'div' ? child.childNodes : [child])),
  )
  const parts = fitParts(flat, 'dt dd', 'dd', place)
  const shape = parts.map(({ tagName }) => (tagName === 'dt' ? 't' : 'd')).join('')
  if (/^(?:t+d+)*$/.test(shape)) return remake(element, 'dl', parts)
  const blocks = parts.map((part) => createElement('div', { class: part.tagName }, part.childNodes))
  return remake(element, 'div', blocks)
}

const fitRow = (row: Element, place: Place): Element => remake(row, 'tr', fitParts(row, 'td th', 'td', place))

const rowsOf = (group: Element): Element[] =>
  group.childNodes.filter((child): child is Element => isElement(child) && child.tagName === 'tr')

const fitTable = (element: Element, place: Place): Element => {
  const children = element.childNodes.filter(isElement)
  const named = (name: string): Element[] => children.filter(({ tagName }) => tagName === name)
  const group = (part: Element, name: string): Element =>
    remake(
      part,
      name,
      rowsOf(part).map((row) => fitRow(row, place)),
    )
  const [caption] = named('caption')
  const [head, ...heads] = named('thead')
  const [foot, ...feet] = named('tfoot')
  const loose = named('tr')
  const columns = named('colgroup').map((columnGroup) => {
    const cols = columnGroup.childNodes.filter((child): child is Element => isElement(child) && child.tagName === 'col')
    const result = remake(
      columnGroup,
      'colgroup',
      cols.map((col) => remake(col, 'col', [])),
    )
    if (cols.length > 0) setAttribute(result, 'span', undefined)
    return result
  })
  return remake(element, 'table', [
    ...(caption ? [remake(caption, 'caption', inText(caption, place))] : []),
    ...columns,
    ...(head ? [group(head, 'thead')] : []),
    ...[...heads, ...named('tbody'), ...feet].map((part) => group(part, 'tbody')),
    ...(loose.length > 0
      ? [
          createElement(
            'tbody',
            {},
            loose.map((row) => fitRow(row, place)),
          ),
        ]
      : []),
    ...(foot ? [group(foot, 'tfoot')] : []),
  ])
}

const fitFigure = (element: Element, place: Place): Element => {
  const at = element.childNodes.findIndex((child) => isElement(child) && child.tagName === 'figcaption')
  const found = element.childNodes[at]
  if (!found || !isElement(found)) return remake(element, 'figure', inFlow(element, place))
  const caption = remake(found, 'figcaption', inFlow(found, place))
  const rest = fitNodes(
    element.childNodes.filter((child) => child !== found),
    { ...place, flow: true },
  )
  const first = element.childNodes.slice(0, at).every((child) => isText(child) && child.value.trim() === '')
  return remake(element, 'figure', first ? [caption, ...rest] : [...rest, caption])
}

const fitDetails = (element: Element, place: Place): Element => {
  const summary = element.childNodes.find((child): child is Element => isElement(child) && child.tagName === 'summary')
  if (!summary) return remake(element, 'div', inFlow(element, place))
  const rest = fitNodes(
    element.childNodes.filter((child) => child !== summary),
    { ...place, flow: true },
  )
  const result = remake(element, 'details', [remake(summary, 'summary', inText(summary, place)), ...rest])
  setAttribute(result, 'open', 'open')
  return result
}

const fitRuby = (element: Element, place: Place): Element => {
  const kinds = element.childNodes.map((child) => {
    const name = isElement(child) ? child.tagName : ''
    return name === 'rt' ? 't' : name === 'rp' ? 'p' : isText(child) && child.value.trim() === '' ? '' : 'x'
  })
  if (!/^(?:x+(?:t+|p(?:tp)+))+$/.test(kinds.join(''))) return remake(element, 'span', inText(element, place))
  const children = element.childNodes.flatMap((child): Node[] => {
    const name = isElement(child) ? child.tagName : ''
    if (isElement(child) && (name === 'rt' || name === 'rp'))
      return [remake(child, name, name === 'rt' ? inText(child, place) : child.childNodes.filter(isText))]
    return fitNodes([child], { ...place, flow: false })
  })
  return remake(element, 'ruby', children)
}

const fitBlock = (element: Element, name: string, place: Place): Element => {
  if (name === 'ul' || name === 'ol') {
    const items = fitParts(element, 'li', 'li', place)
    if (name === 'ul') for (const item of items) setAttribute(item, 'value', undefined)
    return remake(element, name, items)
  }
  if (name === 'dl') return fitDefinitions(element, place)
  if (name === 'table') return fitTable(element, place)
  if (name === 'figure') return fitFigure(element, place)
  if (name === 'details') return fitDetails(element, place)
  if (name === 'p' && element.childNodes.some((child) => isElement(child) && place.holdsBlocks(child)))
    return remake(element, 'div', inFlow(element, place))
  return remake(element, name, TEXT_ONLY.test(name) ? inText(element, place) : inFlow(element, place))
}

const fitSpan = (element: Element, given: string, place: Place): Node[] => {
  const nested =
    place.within.has(given) ||
    (given === 'a' && !element.attrs.some(({ name }) => name === 'href' || name === 'id' || name === 'name'))
  const name = nested || (given === 'bdo' && attributeOf(element, 'dir') === undefined) ? 'span' : given
  const within = name === 'a' || name === 'dfn' ? new Set([...place.within, name]) : place.within
  const inner = { ...place, within }
  if (place.flow && place.holdsBlocks(element)) {
    const transparent = name === 'a' || name === 'ins' || name === 'del'
    const result = remake(element, transparent ? name : 'div', inFlow(element, inner))
    if (!transparent && name !== 'span')
      setAttribute(result, 'class', `${attributeOf(result, 'class') ?? ''} ${name}`.trim())
    return [result]
  }
  if (name === 'ruby') return [fitRuby(element, inner)]
  // What a picture was to show has not been found: its words stand for it.
  if (name === 'img' && attributeOf(element, 'src') === undefined) return []
  return [remake(element, name, inText(element, inner))]
}

const fitElement = (element: Element, place: Place): Node[] => {
  if (element.namespaceURI !== HTML) return fitForeign(element)
  const name = successorOf(element)
  if (DROPPED.has(name)) return []
  if (name === 'picture') return fitNodes(element.childNodes, place)
  if (PHRASING.has(name)) return fitSpan(element, name, place)
  if (FLOW.has(name) && place.flow) return [fitBlock(element, name, place)]
  const block = place.flow && (PARTS.has(name) || place.holdsBlocks(element))
  return [remake(element, block ? 'div' : 'span', block ? inFlow(element, place) : inText(element, place))]
}

/** Fits a text that may hold blocks, in place. */
export const fitContent = (tree: Parent): void => {
  const place: Place = { flow: true, within: new Set(), holdsBlocks: createBlockTest() }
  replaceChildren(tree, fitNodes(tree.childNodes, place))
}
