// libyaml takes no tab where a line is indented, not even on a line that is otherwise empty; the `yaml` package takes some.
import { isCollection, isScalar, type parseDocument, visit } from 'yaml'

const TABBED_LINE = /^( *)\t/gm

interface Stretch {
  readonly from: number
  readonly to: number
  /** The first column at which a tab is no indentation; 0 where none is. */
  readonly indent: number
}

const indentAt = (text: string, at: number): number => {
  const start = text.lastIndexOf('\n', at - 1) + 1
  let end = start
  while (text[end] === ' ') end++
  return end - start
}

/** The indentation of a block scalar, which its first line with text has. */
const blockIndent = (text: string, from: number, to: number): number =>
  /\n( *)[^ \t\n]/.exec(text.slice(from, to))?.[1]?.length ?? 0

/** Whatever may hold a tab at the beginning of a line, in order. */
const stretchesOf = (text: string, document: ReturnType<typeof parseDocument>): Stretch[] => {
  const found: Stretch[] = []
  visit(document, (_, node) => {
    const range = (isScalar(node) || isCollection(node)) && node.range
    if (!range) return
    const [from, end, to] = range
    if (isCollection(node)) {
      if (node.flow) found.push({ from, to: end, indent: 0 })
    } else if (node.type?.startsWith('QUOTE')) found.push({ from, to: end, indent: 0 })
    else if (node.type?.startsWith('BLOCK')) found.push({ from, to, indent: blockIndent(text, from, to) })
    else if (end > from) {
      const rest = /[ \t\n]*/y
      rest.lastIndex = end
      found.push({ from, to: end + (rest.exec(text)?.[0].length ?? 0), indent: indentAt(text, from) + 1 })
    }
  })
  return found.sort((a, b) => a.from - b.from)
}

// Behind a scalar or a flow collection, and behind a line further left than the first one, libyaml looks no further.
const documentEnd = (text: string, { contents }: ReturnType<typeof parseDocument>): number => {
  const end = contents?.range?.[1] ?? 0
  if (isScalar(contents) || (isCollection(contents) && contents.flow === true)) return end
  const more = /^[ \t]*[^#\s]/m.exec(text.slice(end))
  return more ? end + more.index : text.length
}

/** The place of the first tab that indents; undefined where there is none. */
export const findIndentingTab = (text: string, document: ReturnType<typeof parseDocument>): number | undefined => {
  if (!text.includes('\t')) return undefined
  const lines = [...text.matchAll(TABBED_LINE)]
  if (lines.length === 0) return undefined
  const stretches = stretchesOf(text, document)
  const stop = documentEnd(text, document)
  let next = 0
  let open: Stretch[] = []
  for (const { index, 1: spaces = '' } of lines) {
    const at = index + spaces.length
    for (; next < stretches.length && stretches[next]!.from < at; next++) open.push(stretches[next]!)
    open = open.filter(({ to }) => to > at)
    if (at < stop && !open.some(({ indent }) => spaces.length >= indent)) return at
  }
  return undefined
}
