// What kramdown knows of HTML's elements: which may be in a line of text, which hold blocks, text or raw data, which are empty.
// Counterpart of the constants in parser/html.rb.

import type { ContentModel } from '../element.ts'

const words = (text: string): Set<string> => new Set(text.split(/\s+/))

const BLOCK_CONTENT =
  words(`address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header
hgroup iframe li main map menu nav noscript object section summary td`)
const SPAN_CONTENT =
  words(`a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q
rb rbc rp rt rtc ruby select small span strong sub sup th tt`)
const RAW_CONTENT = words('script style math option textarea pre code kbd samp var')

export const SPAN_ELEMENTS: ReadonlySet<string> =
  words(`a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark
option q rb rbc rp rt rtc ruby samp select small span strong sub sup time tt u var`)
export const BLOCK_ELEMENTS: ReadonlySet<string> =
  words(`address article aside applet body blockquote caption col colgroup dd div dl dt fieldset
figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary
table tbody td th thead tfoot tr ul`)
export const EMPTY_ELEMENTS: ReadonlySet<string> = words(
  'area base br col command embed hr img input keygen link meta param source track wbr',
)

const KNOWN = new Set([
  ...SPAN_ELEMENTS, ...BLOCK_ELEMENTS, ...EMPTY_ELEMENTS, ...BLOCK_CONTENT, ...SPAN_CONTENT, ...RAW_CONTENT,
]) // biome-ignore format: one line

export const isKnownElement = (name: string): boolean => KNOWN.has(name)

/** Names of HTML are compared without regard to case, others as they are. */
export const elementName = (name: string): string => {
  const lower = name.toLowerCase()
  return KNOWN.has(lower) ? lower : name
}

export const contentModelOf = (name: string): ContentModel =>
  BLOCK_CONTENT.has(name) ? 'block' : SPAN_CONTENT.has(name) ? 'span' : 'raw'

/** The value of a `markdown` attribute: '' is the element's own content model, undefined no value that counts. */
export const markdownAttribute = (value: string | undefined): ContentModel | '' | undefined => {
  if (value === '0') return 'raw'
  if (value === '1') return ''
  return value === 'span' || value === 'block' ? value : undefined
}

const isStartCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
const UNICODE_START = /\p{Alphabetic}/u

/** Whether a name can start at `at` (REXML's UNAME_STR). */
export const isElementStart = (src: string, at: number): boolean => {
  const code = src.charCodeAt(at)
  if (code < 128) return isStartCode(code)
  return at < src.length && UNICODE_START.test(String.fromCodePoint(src.codePointAt(at) ?? 0))
}

const NAME = /(?:[\p{Alphabetic}_][-\p{Alphabetic}\p{Nd}._]*:)?[\p{Alphabetic}_][-\p{Alphabetic}\p{Nd}._]*/uy

/** The end of the name that starts at `at`, which must be one. */
export const nameEnd = (src: string, at: number): number => {
  let end = at
  for (;;) {
    const code = src.charCodeAt(end)
    if (!isStartCode(code) && code !== 45 && code !== 46 && !(code >= 48 && code <= 57)) {
      if (code !== 58 && !(code >= 128)) return end
      break
    }
    end++
  }
  NAME.lastIndex = at
  return NAME.test(src) ? NAME.lastIndex : at
}
