// The attributes of a finished page, changed in place: whatever is not changed keeps every byte. One pass from left to right over tags,
// as HTML's own tokenizer divides them; comments and the insides of scripts are stepped over.
import { decodeReferences } from './html-fragment.ts'

export interface Attribute {
  /** In lower case. */
  readonly name: string
  /** As it is written, references and all; '' where there is none. */
  readonly value: string
}

export interface AttributeChange {
  /** What the attribute's value is to be, as it is to be written; undefined leaves it. */
  attribute(tag: string, attribute: Attribute, all: readonly Attribute[]): string | undefined
  /** What the inside of a style element is to be. */
  style(text: string): string
}

interface Found extends Attribute {
  readonly start: number
  readonly end: number
}

const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
const TAG_NAME = /[a-z][^\s/>]*/iy
const GAP = /[\s/]*/y
const NAME = /=?[^\s/>=]*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^\s>]*/y

const take = (pattern: RegExp, html: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0]
}

// The attribute at `at`, and where it ends; undefined where the tag never ends.
const readAttribute = (html: string, at: number): Found | undefined => {
  const name = take(NAME, html, at) ?? ''
  const equals = take(EQUALS, html, at + name.length)
  const start = at + name.length + (equals?.length ?? 0)
  const lower = name.toLowerCase()
  if (equals === undefined) return { name: lower, value: '', start, end: start }
  const quote = html[start]
  if (quote !== '"' && quote !== "'") {
    const value = take(UNQUOTED, html, start) ?? ''
    return { name: lower, value, start, end: start + value.length }
  }
  const end = html.indexOf(quote, start + 1)
  return end < 0 ? undefined : { name: lower, value: html.slice(start + 1, end), start, end: end + 1 }
}

const readAttributes = (html: string, from: number): { found: readonly Found[]; end: number } | undefined => {
  const found: Found[] = []
  for (let at = from; ; ) {
    at += take(GAP, html, at)?.length ?? 0
    if (at >= html.length) return undefined
    if (html[at] === '>') return { found, end: at + 1 }
    const attribute = readAttribute(html, at)
    if (!attribute) return undefined
    found.push(attribute)
    at = attribute.end
  }
}

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

const endOfRaw = (html: string, tag: string, from: number): number => {
  const close = new RegExp(`</${tag}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

/** The page with attributes and styles changed. */
export const changeAttributes = (html: string, change: AttributeChange): string => {
  const pieces: string[] = []
  let kept = 0
  const put = (start: number, end: number, text: string): void => {
    pieces.push(html.slice(kept, start), text)
    kept = end
  }
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const tag = take(TAG_NAME, html, at + 1)?.toLowerCase()
    if (tag === undefined) {
      if (html.startsWith('<!--', at)) at = after(html, '-->', at + 2)
      else at = /[!?/]/.test(html[at + 1] ?? '') ? after(html, '>', at) : at + 1
      continue
    }
    const attributes = readAttributes(html, at + 1 + tag.length)
    if (!attributes) break
    for (const attribute of attributes.found) {
      if (attribute.value === '') continue
      const changed = change.attribute(tag, attribute, attributes.found)
      if (changed !== undefined && changed !== attribute.value) put(attribute.start, attribute.end, `"${changed}"`)
    }
    at = attributes.end
    if (!RAW.has(tag) || html[at - 2] === '/') continue
    const end = endOfRaw(html, tag, at)
    const inside = html.slice(at, end)
    const styled = tag === 'style' ? change.style(inside) : inside
    if (styled !== inside) put(at, end, styled)
    at = end
  }
  return kept === 0 ? html : pieces.join('') + html.slice(kept)
}

export const readValue = decodeReferences

/** A text as a value between double quotes. A reference that has no character here is left one. */
export const writeValue = (text: string): string =>
  text
    .replace(/&(?![a-zA-Z]\w*;)/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')

const SPACES = /[\s,]*/y
const CANDIDATE = /\S+/y
const DESCRIPTOR = /[^,]*/y

/** The addresses of a `srcset`, each changed. */
export const changeSourceSet = (value: string, change: (address: string) => string): string => {
  let result = ''
  for (let at = 0; at < value.length; ) {
    const gap = take(SPACES, value, at) ?? ''
    const whole = take(CANDIDATE, value, at + gap.length) ?? ''
    const address = whole.replace(/,$/, '')
    at += gap.length + address.length
    const rest = address === whole ? (take(DESCRIPTOR, value, at) ?? '') : ''
    at += rest.length
    result += gap + (address === '' ? '' : change(address)) + rest
    if (whole === '') break
  }
  return result
}
