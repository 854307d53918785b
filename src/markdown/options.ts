// kramdown's options under kramdown's names. `MarkdownOptions` is what an author may write in a _config.yml or in {::options}, `Options`
// is what everything else reads. Counterpart of kramdown/options and of Jekyll's KramdownParser.

import { parseFlow } from './flow.ts'

type Words = string | readonly unknown[]
type Dictionary = string | ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>

export type HighlightOptions = Readonly<Record<string, unknown>>

/**
 * Turns code into HTML. For a block that is the whole `<div class="highlight">...</div>`, for a span the inside of `<code>`.
 * `language` may carry options after a question mark, and is undefined where it is to be guessed. undefined: no highlighter for this.
 */
export type Highlight = (
  code: string,
  language: string | undefined,
  place: 'block' | 'span',
  options: HighlightOptions,
) => string | undefined

export interface MathResult {
  /** The formula's element; undefined: it is written as without an engine. */
  readonly html: string | undefined
  /** What is wrong with the formula. */
  readonly problem?: string | undefined
}

/** Turns a formula into HTML. kramdown's engine `katex`; the attributes are those that an author gave it. */
export type MathRenderer = (
  formula: string,
  place: 'block' | 'span',
  attributes: readonly (readonly [name: string, value: string])[],
  options: HighlightOptions,
) => MathResult

export interface MarkdownOptions {
  readonly input: string
  readonly auto_ids: boolean | string
  readonly auto_id_prefix: string
  readonly auto_id_stripping: boolean | string
  readonly transliterated_header_ids: boolean | string
  readonly header_offset: number | string
  readonly header_links: boolean | string
  readonly parse_block_html: boolean | string
  readonly parse_span_html: boolean | string
  readonly html_to_native: boolean | string
  readonly link_defs: Dictionary
  readonly footnote_nr: number | string
  readonly footnote_backlink: string
  readonly footnote_backlink_inline: boolean | string
  readonly footnote_prefix: string
  readonly footnote_link_text: string
  readonly entity_output: string
  readonly toc_levels: Words
  readonly smart_quotes: Words
  readonly typographic_symbols: Dictionary
  readonly remove_block_html_tags: boolean | string
  readonly remove_span_html_tags: boolean | string
  readonly math_engine: string | null
  readonly math_engine_opts: Dictionary
  readonly syntax_highlighter: string | null
  readonly syntax_highlighter_opts: Dictionary
  readonly remove_line_breaks_for_cjk: boolean | string
  readonly forbidden_inline_options: Words
  readonly hard_wrap: boolean | string
  readonly gfm_quirks: Words
  readonly gfm_emojis: boolean | string
  readonly show_warnings: boolean | string
  readonly highlight: Highlight | undefined
  /** The renderer for the engine `katex`. */
  readonly math: MathRenderer | undefined
  /** Not kramdown's: attributes behind the language of a fence, as in an attribute list. */
  readonly fence_attributes: boolean
}

export interface Options {
  readonly auto_ids: boolean
  readonly auto_id_prefix: string
  readonly auto_id_stripping: boolean
  readonly transliterated_header_ids: boolean
  readonly header_offset: number
  readonly header_links: boolean
  readonly parse_block_html: boolean
  readonly parse_span_html: boolean
  readonly html_to_native: boolean
  readonly link_defs: ReadonlyMap<string, readonly [url: string, title: string | undefined]>
  readonly footnote_nr: number
  readonly footnote_backlink: string
  readonly footnote_backlink_inline: boolean
  readonly footnote_prefix: string
  readonly footnote_link_text: string
  readonly entity_output: string
  readonly toc_levels: readonly number[]
  readonly smart_quotes: readonly (string | number)[]
  readonly typographic_symbols: Readonly<Record<string, string>>
  readonly remove_block_html_tags: boolean
  readonly remove_span_html_tags: boolean
  readonly math_engine: string | null
  readonly math_engine_opts: HighlightOptions
  readonly syntax_highlighter: string | null
  readonly syntax_highlighter_opts: HighlightOptions
  readonly remove_line_breaks_for_cjk: boolean
  readonly forbidden_inline_options: readonly string[]
  readonly hard_wrap: boolean
  readonly gfm_quirks: readonly string[]
  readonly gfm_emojis: boolean
}

/** kramdown's own defaults, before Jekyll's. */
export const KRAMDOWN_DEFAULTS: Options = {
  auto_ids: true,
  auto_id_prefix: '',
  auto_id_stripping: false,
  transliterated_header_ids: false,
  header_offset: 0,
  header_links: false,
  parse_block_html: false,
  parse_span_html: true,
  html_to_native: false,
  link_defs: new Map(),
  footnote_nr: 1,
  footnote_backlink: '&#8617;',
  footnote_backlink_inline: false,
  footnote_prefix: '',
  footnote_link_text: '%s',
  entity_output: 'as_char',
  toc_levels: [1, 2, 3, 4, 5, 6],
  smart_quotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographic_symbols: {},
  remove_block_html_tags: true,
  remove_span_html_tags: false,
  math_engine: 'mathjax',
  math_engine_opts: {},
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: {},
  remove_line_breaks_for_cjk: false,
  forbidden_inline_options: ['template'],
  hard_wrap: true,
  gfm_quirks: ['paragraph_end'],
  gfm_emojis: false,
}

/** What Jekyll changes in them. */
export const JEKYLL_DEFAULTS: Partial<MarkdownOptions> = {
  input: 'GFM',
  hard_wrap: false,
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
}

const toBoolean = (value: unknown): boolean => {
  if (typeof value === 'boolean') return value
  const text = String(value ?? '')
  return text !== '' && text.trim().toLowerCase() !== 'false'
}

const toInteger = (value: unknown): number => {
  const number = typeof value === 'number' ? value : Number(String(value).replaceAll('_', ''))
  if (!Number.isInteger(number)) throw new TypeError(`not an integer: ${String(value)}`)
  return number
}

const toText = (value: unknown): string => String(value ?? '')

// Ruby's symbols: a leading colon is dropped, and nothing or "nil" is none.
const toSymbol = (value: unknown): string | null => {
  const text = toText(value).trim().replace(/^:/, '')
  return text === '' || text === 'nil' ? null : text
}

const toWords = (value: unknown): unknown[] => {
  if (typeof value === 'string') return value.split(',')
  if (Array.isArray(value)) return value
  throw new TypeError('not a list')
}

const toDictionary = (value: unknown): [string, unknown][] => {
  const data = typeof value === 'string' ? parseFlow(value) : value
  if (data instanceof Map) return [...data].map(([key, item]) => [String(key), item])
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new TypeError('not a hash')
  return Object.entries(data)
}

const toPlain = (value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [String(key), toPlain(item)])) : value

const withSymbolKeys = (value: unknown): HighlightOptions =>
  Object.fromEntries(toDictionary(value).map(([key, item]) => [toSymbol(key) ?? '', toPlain(item)]))

const toLevels = (value: unknown): number[] => {
  const range = typeof value === 'string' ? /^(\d)\.\.(\d)$/m.exec(value) : rangeOf(value)
  const levels = range
    ? Array.from({ length: Math.max(0, Number(range[2]) - Number(range[1]) + 1) }, (_, i) => Number(range[1]) + i)
    : [...new Set(toWords(value).map(toInteger))]
  if (levels.some((level) => !(level >= 1 && level <= 6))) throw new RangeError('levels are 1 to 6')
  return levels
}

// The model's Range value, as a _config.yml cannot write it but a plugin can.
const rangeOf = (value: unknown): readonly unknown[] | undefined =>
  typeof value === 'object' && value !== null && 'first' in value && 'last' in value
    ? [undefined, value.first, value.last]
    : undefined

const toQuotes = (value: unknown): (string | number)[] => {
  const quotes = toWords(value)
  if (quotes.length !== 4) throw new TypeError('smart_quotes needs exactly 4 values')
  return quotes.map((quote) => (/^\s*\d+\s*$/.test(String(quote)) ? Number(quote) : String(quote)))
}

const toLinkText = (value: unknown): string => {
  const text = toText(value)
  if (!text.includes('%s')) throw new TypeError("footnote_link_text needs to contain a '%s'")
  return text
}

const toLinks = (value: unknown): Options['link_defs'] =>
  new Map(
    toDictionary(value).map(([id, link]) => {
      if (!Array.isArray(link) || link.length < 1 || link.length > 2) throw new TypeError('link_defs: [url, title]')
      return [id, [toText(link[0]), link[1] === null || link[1] === undefined ? undefined : toText(link[1])]] as const
    }),
  )

type Readers = { readonly [Name in keyof Options]: (value: unknown) => Options[Name] }

const READERS: Readers = {
  auto_ids: toBoolean,
  auto_id_prefix: toText,
  auto_id_stripping: toBoolean,
  transliterated_header_ids: toBoolean,
  header_offset: toInteger,
  header_links: toBoolean,
  parse_block_html: toBoolean,
  parse_span_html: toBoolean,
  html_to_native: toBoolean,
  link_defs: toLinks,
  footnote_nr: toInteger,
  footnote_backlink: toText,
  footnote_backlink_inline: toBoolean,
  footnote_prefix: toText,
  footnote_link_text: toLinkText,
  entity_output: (value) => toSymbol(value) ?? '',
  toc_levels: toLevels,
  smart_quotes: toQuotes,
  typographic_symbols: (value) =>
    Object.fromEntries(toDictionary(value).map(([key, text]) => [toSymbol(key) ?? '', toText(text)])),
  remove_block_html_tags: toBoolean,
  remove_span_html_tags: toBoolean,
  math_engine: toSymbol,
  math_engine_opts: withSymbolKeys,
  syntax_highlighter: toSymbol,
  syntax_highlighter_opts: withSymbolKeys,
  remove_line_breaks_for_cjk: toBoolean,
  forbidden_inline_options: (value) => toWords(value).map((name) => toSymbol(name) ?? ''),
  hard_wrap: toBoolean,
  gfm_quirks: (value) => toWords(value).map((name) => toSymbol(name) ?? ''),
  gfm_emojis: toBoolean,
}

// Options of kramdown that have no bearing on HTML, but are no mistakes.
const WITHOUT_EFFECT = new Set(['template', 'line_width', 'latex_headers', 'list_indent'])

export const isOption = (name: string): name is keyof Options => Object.hasOwn(READERS, name)
export const isKnownOption = (name: string): boolean => isOption(name) || WITHOUT_EFFECT.has(name)

/** Throws a TypeError or RangeError for a value that kramdown would refuse. */
export const parseOption = <Name extends keyof Options>(name: Name, value: unknown): Options[Name] =>
  READERS[name](value)

/** Given values over the defaults; names that kramdown does not know are passed over. */
export const resolveOptions = (given: Partial<MarkdownOptions>): Options => {
  const options: Record<string, unknown> = { ...KRAMDOWN_DEFAULTS }
  for (const [name, value] of Object.entries(given))
    if (isOption(name) && value !== undefined) options[name] = parseOption(name, value)
  return options as unknown as Options
}
