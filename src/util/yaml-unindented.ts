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

const isBrokenOff = ({ code, message }: { code: string; message: string }): boolean =>
  (code === 'MISSING_CHAR' && message.startsWith('Missing closing ')) ||
  (code === 'BAD_INDENT' && message.startsWith('Flow '))

/**
 * The text with the lines of its first broken-off scalar or collection indented, which changes no value; undefined where nothing of the
 * kind is wrong.
 */
export const indentFurtherLines = (text: string, document: Document<Node, boolean>): string | undefined => {
  const error = document.errors.find(isBrokenOff)
  if (!error) return undefined
  let start = -1
  visit(document, (_, node) => {
    if (!isScalar(node) && !(isCollection(node) && node.flow)) return undefined
    const from = node.range?.[0] ?? error.pos[0]
    if (from < error.pos[0] && from > start && /["'[{]/.test(text[from] ?? '')) start = from
    return visit.SKIP
  })
  if (start < 0) return undefined
  const end = /["']/.test(text[start] ?? '') ? endOfQuoted(text, start) : endOfFlow(text, start)
  const lines = text.slice(start, end)
  if (end < 0 || !lines.includes('\n')) return undefined
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start))
  return text.slice(0, start) + lines.replaceAll('\n', `\n${indent}`) + text.slice(end)
}
