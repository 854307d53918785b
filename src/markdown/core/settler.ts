// What the passes behind the first do to a whole document, done block by block as the blocks are rendered: a block's spans are gone again
// before the next block's are made, so that a long document needs no more room than its source, its blocks and its HTML.

import type { MarkdownIt } from 'markdown-it'
import type { Warning } from '../../util/error.ts'
import type { Document, Footnote } from '../document.ts'
import { append, Element } from '../element.ts'
import { createUpdater } from '../gfm/update-elements.ts'
import { parseInline, TOO_DEEP } from '../inline/parse.ts'
import { createReplacer } from './abbreviations.ts'
import { settleFootnote, warnOfUnused } from './passes.ts'
import { addRendered, createRendered } from './rendered.ts'
import { dropMarkers, finishElement, updateTree } from './update-tree.ts'

export interface Settler {
  /** Finishes a block and all that is in it. */
  readonly settle: (element: Element) => void
  /** Finishes a paragraph. Of very many spans, the first are rendered before the last are made. */
  readonly settleParagraph: (element: Element, render: (element: Element) => string) => void
  /** Finishes a block whose children are still to be settled. */
  readonly settleContainer: (element: Element) => void
  /** Finishes the text of a footnote. */
  readonly settleFootnote: (footnote: Footnote) => void
  /** When all footnotes are rendered that are referred to: finishes the others, and says what there is to say of all in their order. */
  readonly endFootnotes: () => void
}

// {:name: ...} and {::options ...}
const FAR_REACHING = /\{:(?:[a-zA-Z0-9_][\w-]*:|:options)/

/** Whether nothing in a text can be about anything before it but the block before: its first blocks can be rendered before the last are read. */
export const hasNoDefinitions = ({ options }: Document, src: string): boolean =>
  !options.html_to_native && !src.includes(']:') && !FAR_REACHING.test(src)

/**
 * Whether every block of a document that is read can be rendered before the next one is settled. Options in a later text would count for
 * all of the document; markers with attribute lists are settled where they stand, and an abbreviation takes its attributes from one.
 */
export const canSettleByBlock = (document: Document, src: string): boolean => {
  if (document.options.html_to_native || src.includes('{::options')) return false
  for (const { marker } of document.abbreviations.values()) if (marker.ial !== null) return false
  return true
}

// Whether a span can be rendered in vain: nothing is counted and nothing is told of it.
const leavesNoTrace = ({ type, attrs, children }: Element): boolean =>
  type !== 'footnote' && type !== 'math' && (type !== 'codespan' || attrs === null) && children.every(leavesNoTrace)

// The texts of footnotes are settled as they are rendered, so that no more than one is a tree at a time.
const createFootnoteSettler = (
  md: MarkdownIt,
  document: Document,
  replace: (element: Element) => void,
): Pick<Settler, 'settleFootnote' | 'endFootnotes'> => {
  const remarks = new Map<Footnote, readonly Warning[]>()
  const settle = (footnote: Footnote): void => {
    if (footnote.content.type !== 'footnote_def') return
    footnote.content.type = 'footnote_text'
    const { warnings } = document
    document.warnings = []
    settleFootnote(md, document, footnote, replace)
    if (document.warnings.length > 0) remarks.set(footnote, document.warnings)
    document.warnings = warnings
  }
  return {
    settleFootnote: settle,
    endFootnotes: () => {
      const { warnings, footnotes } = document
      if (!document.wantsWarnings) return
      for (const footnote of footnotes.values()) {
        settle(footnote)
        const [first, ...more] = remarks.get(footnote) ?? []
        if (first !== undefined && !(first.message === TOO_DEEP && lastMessage(warnings) === TOO_DEEP))
          warnings.push(first)
        append(warnings, more)
      }
      warnOfUnused(document)
    },
  }
}

const lastMessage = (warnings: readonly Warning[]): string | undefined => warnings[warnings.length - 1]?.message

export const createSettler = (md: MarkdownIt, document: Document): Settler => {
  const replace = createReplacer(document)
  const update = document.isGfm ? createUpdater(document) : undefined
  // Text that is in no paragraph becomes an element that shows nothing but its spans.
  const settleText = (element: Element): void => {
    const { content } = element
    element.type = 'spans'
    element.content = ''
    parseInline(md, document, content, element)
    replace(element)
    update?.(element)
  }
  const settle = (element: Element, renderSpans?: (spans: Element[]) => string): void => {
    if (element.type === 'raw_text') {
      settleText(element)
      return
    }
    updateTree(md, document, element)
    finishElement(document, element)
    replace(element, renderSpans)
    update?.(element)
  }
  return {
    settle: (element) => settle(element),
    settleParagraph: (element, render) => {
      let rendered = createRendered()
      const renderSpans = (children: Element[]): string => {
        const spans = new Element('spans', '', element.line, children)
        update?.(spans)
        return render(spans)
      }
      document.endSpans = (tree, isCertain) => {
        if (!isCertain && !tree.children.every(leavesNoTrace)) return
        const last = tree.children.pop()
        const isKnown = tree.children[0] === rendered.done
        if (!isKnown) rendered = createRendered()
        const spans = new Element('spans', '', tree.line, isKnown ? tree.children.slice(2) : tree.children)
        replace(spans, renderSpans)
        addRendered(rendered, renderSpans(spans.children))
        tree.children = [rendered.done, rendered.open]
        if (last !== undefined) tree.children.push(last)
      }
      settle(element, renderSpans)
      document.endSpans = undefined
    },
    settleContainer: (element) => {
      dropMarkers(element)
      finishElement(document, element)
    },
    ...createFootnoteSettler(md, document, replace),
  }
}
