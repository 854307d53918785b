// Tokens to Rouge's HTML: its formatters HTML, HTMLTable, HTMLLineHighlighter and HTMLPygments.

import type { Token } from './token.ts'

export type Formatter = (tokens: readonly Token[]) => string

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const escapeCode = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character) : text

export const formatSpans: Formatter = (tokens) => {
  let html = ''
  for (const { kind, text } of tokens)
    html += kind === '' ? escapeCode(text) : `<span class="${kind}">${escapeCode(text)}</span>`
  return html
}

/** Cuts tokens at line ends; the ends themselves are dropped. A last line without an end counts when it has text. */
const splitLines = (tokens: readonly Token[]): Token[][] => {
  const lines: Token[][] = []
  let line: Token[] = []
  for (const { kind, text } of tokens)
    for (const part of text.match(/\n|[^\n]+/g) ?? []) {
      if (part === '\n') {
        lines.push(line)
        line = []
      } else line.push({ kind, text: part })
    }
  if (line.length > 0) lines.push(line)
  return lines
}

/** Wraps the lines whose numbers (from 1) are listed in `span.hll`. */
export const markLines =
  (inner: Formatter, marked: readonly number[]): Formatter =>
  (tokens) =>
    splitLines(tokens)
      .map((line, index) => {
        const html = `${inner(line)}\n`
        return marked.includes(index + 1) ? `<span class="hll">${html}</span>` : html
      })
      .join('')

export interface TableOptions {
  readonly startLine: number
  readonly tableClass: string
  readonly gutterClass: string
  readonly codeClass: string
}

const countLines = (tokens: readonly Token[]): number =>
  tokens.reduce((count, { text }) => count + text.split('\n').length - 1, 0)

/** A two-celled table: line numbers beside the code. */
export const numberLines =
  (inner: Formatter, options: TableOptions): Formatter =>
  (tokens) => {
    const closed = tokens.at(-1)?.text.endsWith('\n') === true
    const count = countLines(tokens) + (closed ? 0 : 1)
    const numbers = Array.from({ length: count }, (_, index) => options.startLine + index).join('\n')
    return (
      `<table class="${options.tableClass}"><tbody><tr><td class="${options.gutterClass} gl">` +
      `<pre class="lineno">${numbers}\n</pre></td><td class="${options.codeClass}"><pre>` +
      `${inner(tokens)}${closed ? '' : '\n'}</pre></td></tr></tbody></table>`
    )
  }

/** What surrounds a block's code: the class goes on the `pre`. */
export const wrapBlock =
  (inner: Formatter, cssClass: string): Formatter =>
  (tokens) =>
    `<div class="highlight"><pre class="${cssClass}"><code>${inner(tokens)}</code></pre></div>`
