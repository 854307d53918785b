// Quoted scalars and flow collections whose further lines are not indented: YAML forbids them, libyaml reads them, and authors write them.
import { type Document, isCollection, isScalar, type Node, visit } from 'yaml'

const DOUBLE = /(?:[^"\\]|\\[\s\S])*"/y
const SINGLE = /(?:[^']|'')*'/y

/** Where the quoted scalar that opens at `start` ends, or -1. */
const endOfQuoted = (text: string, start: number): number => {
  const rest = text[start] === '"' ? DOUBLE : SINGLE
  rest.lastIndex = start + 1
  return rest.test(text) ? rest.lastIndex : -1
}

/** Where the flow collection that opens at `start` ends, or -1. */
const endOfFlow = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at >= 0 && at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '[' || char === '{') depth += 1
    else if (char === ']' || char === '}') depth -= 1
    else if ((char === '"' || char === "'") && /[\s,:[{]/.test(text[at - 1] ?? '')) at = endOfQuoted(text, at) - 1
    else if (char === '#' && /\s/.test(text[at - 1] ?? '')) at = text.indexOf('\n', at)
    if (at < 0) return -1
    if (depth === 0) return at + 1
  }
  return -1
}

interface Fault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

const isUnclosed = ({ code, message }: Fault): boolean =>
  code === 'MISSING_CHAR' && message.startsWith('Missing closing ')

const isUnindented = ({ code, message }: Fault): boolean => code === 'BAD_INDENT' && message.startsWith('Flow ')

/** Where broken-off scalars and collections begin, in order; what stands behind an unclosed one was not read rightly. */
const brokenStarts = (text: string, document: Document<Node, boolean>): readonly number[] => {
  const unclosed = document.errors.findIndex(isUnclosed)
  const faults = document.errors.filter(
    (error, i) => i === unclosed || (isUnindented(error) && (unclosed < 0 || i < unclosed)),
  )
  if (faults.length === 0) return []
  const starts: number[] = []
  visit(document, (_, node) => {
    if (!isScalar(node) && !(isCollection(node) && node.flow)) return undefined
    const from = node.range?.[0]
    if (from !== undefined && /["'[{]/.test(text[from] ?? '')) starts.push(from)
    return visit.SKIP
  })
  const ends = faults.map(({ pos }) => pos[0]).sort((a, b) => a - b)
  const found = new Set<number>()
  let next = 0
  for (const end of ends) {
    while (next < starts.length && starts[next]! < end) next++
    if (next > 0) found.add(starts[next - 1]!)
  }
  return [...found]
}

/**
 * The text with the lines of its broken-off scalars and collections indented, which changes no value; undefined where nothing of the
 * kind is wrong.
 */
export const indentFurtherLines = (text: string, document: Document<Node, boolean>): string | undefined => {
  let mended = ''
  let done = 0
  for (const start of brokenStarts(text, document)) {
    const end = /["']/.test(text[start] ?? '') ? endOfQuoted(text, start) : endOfFlow(text, start)
    if (start < done || end < 0 || !text.slice(start, end).includes('\n')) continue
    const indent = ' '.repeat(start - text.lastIndexOf('\n', start))
    mended += text.slice(done, start) + text.slice(start, end).replaceAll('\n', `\n${indent}`)
    done = end
  }
  return done === 0 ? undefined : mended + text.slice(done)
}
