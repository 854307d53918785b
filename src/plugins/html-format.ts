// Tokens written as Nokogiri writes a parsed fragment with its usual options: characters as they are, and libxml2's line breaks around
// block elements. For plugins whose originals run a page through html-pipeline.
import { isTag, type TagToken, type Token, writeTag, writeText } from './html-fragment.ts'
import { isEmpty, nest } from './html-nesting.ts'

interface ElementNode {
  readonly tag: TagToken
  readonly children: Node[]
}

type Node = ElementNode | { readonly text: string; readonly raw: boolean }

/** The elements of HTML 4 that are no inline ones. Others (section, nav, svg ...) libxml2 does not know, and breaks no line for. */
const BLOCKS = new Set(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)

const isElement = (node: Node): node is ElementNode => 'tag' in node
const isText = (node: Node | undefined): boolean => node !== undefined && !isElement(node) && !node.raw

/** Tokens with every element closed become a tree. */
const parseTree = (tokens: readonly Token[]): Node[] => {
  const root: Node[] = []
  const open: Node[][] = [root]
  for (const token of tokens) {
    const into = open.at(-1) ?? root
    if (!isTag(token)) {
      const last = into.at(-1)
      // Texts side by side are one.
      if (token.kind === 'text' && last && !isElement(last) && !last.raw)
        into[into.length - 1] = { text: last.text + token.text, raw: false }
      else into.push({ text: token.text, raw: token.kind === 'raw' })
    } else if (token.kind === 'open') {
      const node: ElementNode = { tag: token, children: [] }
      into.push(node)
      if (!isEmpty(token.name)) open.push(node.children)
    } else if (!isEmpty(token.name) && open.length > 1) open.pop()
  }
  return root
}

const breaksLines = (name: string): boolean => BLOCKS.has(name) && !name.startsWith('p')

const writeNodes = (nodes: readonly Node[], parent: string | undefined): string =>
  nodes
    .map((node, i) => {
      if (!isElement(node)) return node.raw ? node.text : writeText(node.text).replaceAll('&nbsp;', '\u00a0')
      const { tag, children } = node
      const many = children.length > 1 && breaksLines(tag.name)
      const start = many && !isText(children[0]) ? '\n' : ''
      const end = many && !isText(children.at(-1)) ? '\n' : ''
      const next = nodes[i + 1]
      const after =
        BLOCKS.has(tag.name) && next && !isText(next) && parent !== undefined && !parent.startsWith('p') ? '\n' : ''
      const inside = isEmpty(tag.name)
        ? ''
        : `${start}${writeNodes(children, tag.name)}${end}${children.length === 0 && tag.name === 'li' ? '' : `</${tag.name}>`}`
      return writeTag(tag).replaceAll('&nbsp;', '\u00a0') + inside + after
    })
    .join('')

/** The fragment as Nokogiri reads and writes it. */
export const formatFragment = (tokens: readonly Token[]): string => writeNodes(parseTree(nest(tokens)), undefined)
