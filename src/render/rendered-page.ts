// What a page has become, kept as bytes until somebody asks for text.
import type { ReadLog } from '../liquid/index.ts'
import type { Layout, Page } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { type PackedText, unpackText } from '../util/packed-text.ts'

export interface RenderedPage {
  readonly page: Page
  /** The text after Liquid, before it is converted. */
  readonly text: string
  /** The converted text without layouts. */
  readonly content: string
  /** The whole page. */
  readonly output: string
  /** The same, as it is kept: what is written. */
  readonly packed: PackedText
  readonly warnings: readonly Warning[]
  /**
   * What its templates read: those of its text, its layouts and its excerpt. Who reads the `content`, `output` or `excerpt` of a page
   * depends on what that page read, too.
   */
  readonly reads: ReadLog
  /** The layouts around it, the innermost first. */
  readonly layouts: readonly Layout[]
  readonly milliseconds: number
}

/** The same as plain values, which can go from thread to thread. */
export interface PageParts {
  readonly text: PackedText
  readonly content: PackedText
  readonly output: PackedText
  readonly warnings: readonly Warning[]
  readonly reads: ReadLog
  readonly milliseconds: number
}

export const createRenderedPage = (page: Page, layouts: readonly Layout[], parts: PageParts): RenderedPage => ({
  page,
  get text() {
    return unpackText(parts.text)
  },
  get content() {
    return unpackText(parts.content)
  },
  get output() {
    return unpackText(parts.output)
  },
  packed: parts.output,
  warnings: parts.warnings,
  reads: parts.reads,
  layouts,
  milliseconds: parts.milliseconds,
})
