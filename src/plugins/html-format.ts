// Tokens written as Nokogiri writes a parsed fragment with its usual options: characters as they are, and libxml2's line breaks around
// block elements. For plugins whose originals run a page through html-pipeline.
import { closeOpen, type TagToken, type Token, VOID, writeTag, writeText } from './html-fragment.ts'

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

const isTag = (token: Token): token is TagToken => token.kind === 'open' || token.kind === 'close'
const isElement = (node: Node): node is ElementNode => 'tag' in node
const isText = (node: Node | undefined): boolean => node !== undefined && !isElement(node) && !node.raw

// What ends a paragraph that is still open.
const ENDS_PARAGRAPH = new Set(
  'address blockquote center dd dir div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr li menu ol p pre table ul'.split(' '),
)

const ENDS_ITSELF = new Set(['a', 'dd', 'dt', 'li', 'option', 'td', 'th', 'tr'])

/** Paragraphs end before a block, and links, items and cells before another, as libxml2 reads them; the end tag that is then left over goes. */
const endOpen = (tokens: readonly Token[]): Token[] => {
  const open: string[] = []
  return tokens.flatMap((token): Token[] => {
    if (!isTag(token) || VOID.has(token.name)) return [token]
    if (token.kind === 'open') {
      const top = open.at(-1)
      const ends = top === 'p' ? ENDS_PARAGRAPH.has(token.name) : top === token.name && ENDS_ITSELF.has(top)
      if (ends) open.pop()
      open.push(token.name)
      return ends && top !== undefined ? [{ kind: 'close', name: top, attributes: [] }, token] : [token]
    }
    const at = open.lastIndexOf(token.name)
    if (at >= 0) open.length = at
    return at < 0 ? [] : [token]
  })
}

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
      if (!VOID.has(token.name)) open.push(node.children)
    } else if (!VOID.has(token.name) && open.length > 1) open.pop()
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
      const inside = VOID.has(tag.name)
        ? ''
        : `${start}${writeNodes(children, tag.name)}${end}${children.length === 0 && tag.name === 'li' ? '' : `</${tag.name}>`}`
      return writeTag(tag).replaceAll('&nbsp;', '\u00a0') + inside + after
    })
    .join('')

/** The fragment as Nokogiri reads and writes it. */
export const formatFragment = (tokens: readonly Token[]): string =>
  writeNodes(parseTree(closeOpen(endOpen(tokens))), undefined)
