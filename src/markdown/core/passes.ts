// The passes over a document, as core rules of markdown-it: blocks, then spans, then what needs the whole tree.

import type { MarkdownIt } from 'markdown-it'
import { unfoldParagraph } from '../block/footnote.ts'
import { runBlockRules } from '../block/parse.ts'
import type { BlockRule } from '../block/state.ts'
import { createBlockState } from '../block/state.ts'
import { type Document, endLinks, type Footnote, warn } from '../document.ts'
import type { Element } from '../element.ts'
import { createUpdater } from '../gfm/update-elements.ts'
import { createReplacer } from './abbreviations.ts'
import { documentOf } from './document.ts'
import { updateTree } from './update-tree.ts'

export type CoreRule = (state: CoreState) => void
export type CoreState = Parameters<MarkdownIt['core']['process']>[0]

const LINE_ENDS = /\r\n?/g

/** One kind of line end, and one at the end of the text. */
export const normalize: CoreRule = (state) => {
  const text = state.src.includes('\r') ? state.src.replace(LINE_ENDS, '\n') : state.src
  state.src = text.endsWith('\n') ? text : `${text}\n`
}

export const blocks: CoreRule = (state) => {
  const document = documentOf(state.env)
  const rules = state.md.block.ruler.getRules('') as unknown as readonly BlockRule[]
  runBlockRules(createBlockState({ md: state.md, document, rules }, document.root, state.src, 1))
  if (document.wantsWarnings) endLinks(document)
}

export const spans: CoreRule = (state) => updateTree(state.md, documentOf(state.env), documentOf(state.env).root)

/** Abbreviations, and the texts of the footnotes, which are no part of the tree. */
export const references: CoreRule = (state) => {
  const document = documentOf(state.env)
  const replace = createReplacer(document)
  replace(document.root)
  for (const footnote of document.footnotes.values()) settleFootnote(state.md, document, footnote, replace)
  warnOfUnused(document)
}

/** The second pass over the text of a footnote. */
export const settleFootnote = (
  md: MarkdownIt,
  document: Document,
  footnote: Footnote,
  replace: (element: Element) => void,
): void => {
  footnote.content = unfoldParagraph(footnote.content)
  updateTree(md, document, footnote.content)
  replace(footnote.content)
}

/** What the second pass over all footnotes has shown: one's text may refer to others. */
export const warnOfUnused = (document: Document): void => {
  for (const [name, { used, content }] of document.footnotes) {
    if (used) continue
    const message = `Footnote definition for '${name}' on line ${content.line} is unreferenced - ignoring`
    warn(document, message, content.line)
  }
}

export const gfm: CoreRule = (state) => {
  const document = documentOf(state.env)
  if (document.isGfm) createUpdater(document)(document.root)
}

/** The finished tree is what gets rendered. */
export const finish: CoreRule = (state) => {
  state.tokens = documentOf(state.env).root.children
}
