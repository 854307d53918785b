// Quoted scalars whose further lines are not indented: YAML forbids them, libyaml reads them, and authors write them.
import { type Document, isScalar, type Node, visit } from 'yaml'

const REST = { QUOTE_DOUBLE: /(?:[^"\\]|\\[\s\S])*"/y, QUOTE_SINGLE: /(?:[^']|'')*'/y } as const

const isQuoted = (type: unknown): type is keyof typeof REST => type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'

/**
 * The text with the lines of its first broken-off quoted scalar indented, which folding takes away again;
 * undefined where nothing of the kind is wrong.
 */
export const indentQuotedLines = (text: string, document: Document<Node, boolean>): string | undefined => {
  const error = document.errors.find(
    ({ code, message }) => code === 'MISSING_CHAR' && /^Missing closing .quote/.test(message),
  )
  if (!error) return undefined
  // Mutable: the last quoted scalar that starts before the mistake.
  let found: { readonly start: number; readonly type: keyof typeof REST } | undefined
  visit(document, (_, node) => {
    if (!isScalar(node) || !node.range || !isQuoted(node.type) || node.range[0] >= error.pos[0]) return
    if (!found || node.range[0] > found.start) found = { start: node.range[0], type: node.type }
  })
  if (!found) return undefined
  const { start, type } = found
  const rest = REST[type]
  rest.lastIndex = start + 1
  const scalar = rest.exec(text)?.[0]
  if (!scalar?.includes('\n')) return undefined
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start))
  return text.slice(0, start + 1) + scalar.replaceAll('\n', `\n${indent}`) + text.slice(start + 1 + scalar.length)
}
