// Markdown as kramdown writes it (the default), or by CommonMark's rules: the only door to this folder.

import { createCommonMark } from './commonmark.ts'
import { createKramdown, type Markdown } from './markdown.ts'
import type { MarkdownOptions } from './options.ts'

export type { CommonMarkOptions } from './commonmark.ts'
export { createCommonMark, GFM_EXTENSIONS } from './commonmark.ts'
export type { Heading } from './document.ts'
export type { Markdown, RenderedDocument } from './markdown.ts'
export type { Highlight, HighlightOptions, MarkdownOptions, MathRenderer, MathResult } from './options.ts'

/**
 * `input` is GFM (kramdown with GitHub's additions, Jekyll's default), kramdown, or CommonMark. Throws a TypeError or RangeError for an
 * option's value that makes no sense.
 */
export const createMarkdown = (options: Partial<MarkdownOptions> = {}): Markdown =>
  options.input?.toLowerCase() === 'commonmark'
    ? createCommonMark({ highlight: options.highlight, options: ['UNSAFE'] })
    : createKramdown(options).markdown
