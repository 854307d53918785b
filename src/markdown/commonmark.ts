// `markdown: CommonMark` and `markdown: GFM` in a _config.yml (jekyll-commonmark): markdown-it's own rules.

import MarkdownItConstructor from 'markdown-it'
import type { Markdown } from './markdown.ts'

export interface CommonMarkOptions {
  readonly gfm: boolean
}

export const createCommonMark = (options: Partial<CommonMarkOptions> = {}): Markdown => {
  const md = new MarkdownItConstructor(options.gfm === true ? 'default' : 'commonmark', { html: true })
  const render = (text: string): string => md.render(text)
  return { render, renderDocument: (text) => ({ html: render(text), warnings: [], headings: [] }) }
}
