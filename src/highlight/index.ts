// Highlighted code in Rouge's markup: for kramdown's code blocks and spans, and for Jekyll's {% highlight %} tag.

import { type Formatter, formatSpans, markLines, numberLines, wrapBlock } from './format.ts'
import { findLanguage } from './languages.ts'
import { tokenize } from './tokenize.ts'

export type { Token } from './token.ts'

export type CodePlace = 'block' | 'span'

/** kramdown's `syntax_highlighter_opts`, by its own names; `block` and `span` override the rest for their place. */
export interface HighlighterOptions {
  readonly default_lang?: string | null | undefined
  readonly guess_lang?: boolean | null | undefined
  readonly disable?: boolean | null | undefined
  readonly css_class?: string | undefined
  readonly wrap?: boolean | undefined
  readonly line_numbers?: unknown
  readonly start_line?: number | undefined
  readonly table_class?: string | undefined
  readonly gutter_class?: string | undefined
  readonly code_class?: string | undefined
  /** 'HTML' leaves the wrapping away; anything else is the usual formatter. */
  readonly formatter?: string | undefined
  readonly block?: HighlighterOptions | undefined
  readonly span?: HighlighterOptions | undefined
}

export interface TagOptions {
  readonly linenos: false | 'inline' | 'table'
  readonly mark_lines: readonly number[]
}

export interface Highlighter {
  /**
   * A block's `div.highlight`, or a span's inner HTML; undefined where kramdown's own `<pre><code>` or plain code span is to be
   * written. `language` may carry options: `console?lang=ruby`.
   */
  readonly kramdown: (code: string, language: string | undefined, place: CodePlace) => string | undefined
  /** The language that code without one is taken for; kramdown writes it into the class. */
  readonly defaultLanguage: (place: CodePlace) => string | undefined
  /** The whole figure that the tag writes. `language` is in lower case already. */
  readonly tag: (code: string, language: string, options: TagOptions) => string
  /** What stands inside that figure's `<code>`. */
  readonly tagCode: (code: string, language: string, options: TagOptions) => string
}

const optionsFor = (options: HighlighterOptions, place: CodePlace): HighlighterOptions => {
  const { block, span, ...shared } = options
  return place === 'block' ? { ...shared, ...block } : { ...shared, ...span, wrap: false }
}

const formatterFor = (options: HighlighterOptions): Formatter => {
  // quirk(kramdown): the name of any other class than Rouge's legacy one means the bare formatter.
  if (options.formatter !== undefined && options.formatter !== 'HTMLLegacy' && /^\p{Lu}\w*$/u.test(options.formatter))
    return formatSpans
  const numbered = options.line_numbers
    ? numberLines(formatSpans, {
        startLine: options.start_line ?? 1,
        tableClass: options.table_class ?? 'rouge-table',
        gutterClass: options.gutter_class ?? 'rouge-gutter',
        codeClass: options.code_class ?? 'rouge-code',
      })
    : formatSpans
  return (options.wrap ?? true) ? wrapBlock(numbered, options.css_class ?? 'highlight') : numbered
}

const TAG_TABLE = { startLine: 1, tableClass: 'rouge-table', gutterClass: 'gutter', codeClass: 'code' }

const writeTagCode = (code: string, language: string, options: TagOptions): string => {
  const marked = options.mark_lines.length > 0 ? markLines(formatSpans, options.mark_lines) : formatSpans
  const format = options.linenos === false ? marked : numberLines(marked, TAG_TABLE)
  const html = format(tokenize(findLanguage(language, code) ?? { tag: 'plaintext', options: {} }, code))
  return html.replace(/(?:\r\n|\n|\r)$/, '')
}

const writeTag = (code: string, language: string, options: TagOptions): string => {
  const attributes = `class="language-${language.replaceAll('+', '-')}" data-lang="${language}"`
  return `<figure class="highlight"><pre><code ${attributes}>${writeTagCode(code, language, options)}</code></pre></figure>`
}

/** Makes a highlighter for one set of options. Nothing heavy is loaded until the first block needs it. */
export const createHighlighter = (options: HighlighterOptions = {}): Highlighter => {
  const places = { block: optionsFor(options, 'block'), span: optionsFor(options, 'span') }
  const formatters = { block: formatterFor(places.block), span: formatterFor(places.span) }
  const defaultLanguage = (place: CodePlace): string | undefined => places[place].default_lang ?? undefined
  const kramdown = (code: string, written: string | undefined, place: CodePlace): string | undefined => {
    const wanted = written ?? defaultLanguage(place)
    if (wanted === undefined && !places[place].guess_lang) return undefined
    if (places[place].disable) return undefined
    const language = findLanguage(wanted, code)
    if (!language || (language.tag === 'plaintext' && !places[place].guess_lang)) return undefined
    return formatters[place](tokenize(language, code))
  }
  return { kramdown, defaultLanguage, tag: writeTag, tagCode: writeTagCode }
}
