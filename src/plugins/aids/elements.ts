// The elements of a piece of HTML by their places in it, so that one can be changed and every other byte stays as it is.
import { attributeOf, parseFragment, type TagToken, VOID } from '../html-fragment.ts'

export interface ElementSpan {
  readonly name: string
  readonly parent: ElementSpan | undefined
  readonly children: readonly ElementSpan[]
  /** Whether it stands in a `pre` or `code`, where nothing but text is meant. */
  readonly inCode: boolean
  /** Where its start tag begins and ends, and its end tag begins and ends: the last two are one where it has no end tag. */
  readonly start: number
  readonly inner: number
  readonly innerEnd: number
  readonly end: number
}

type Open = { -readonly [Key in keyof ElementSpan]: ElementSpan[Key] } & { readonly children: ElementSpan[] }

interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly start: number
  readonly end: number
}

const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title'])
const NAME = /\/?([a-zA-Z][^\s/>]*)/y

// `indexOf` that does not look again for what there is no more of.
const createFinder = (html: string): ((text: string, from: number) => number) => {
  const missing = new Set<string>()
  return (text, from) => {
    if (missing.has(text)) return -1
    const at = html.indexOf(text, from)
    if (at < 0) missing.add(text)
    return at
  }
}

type Find = ReturnType<typeof createFinder>

// The end of the tag whose name ends at `at`; -1 where it has none.
const tagEnd = (html: string, at: number, find: Find): number => {
  for (let i = at; i < html.length; i++) {
    const character = html[i]
    if (character === '>') return i + 1
    if ((character !== '"' && character !== "'") || html[i - 1] !== '=') continue
    const close = find(character, i + 1)
    if (close < 0) return -1
    i = close
  }
  return -1
}

const skipMarkup = (html: string, at: number, find: Find): number => {
  const comment = html.startsWith('<!--', at)
  const close = comment ? find('-->', at + 4) : find('>', at + 1)
  return close < 0 ? at + 1 : close + (comment ? 3 : 1)
}

function* tagsOf(html: string): Generator<Tag> {
  const find = createFinder(html)
  const lower = html.toLowerCase()
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    NAME.lastIndex = at + 1
    const name = NAME.exec(html)?.[1]?.toLowerCase()
    if (name === undefined) {
      at = /[!?]/.test(html[at + 1] ?? '') ? skipMarkup(html, at, find) : at + 1
      continue
    }
    const end = tagEnd(html, NAME.lastIndex, find)
    if (end < 0) return
    const closes = html[at + 1] === '/'
    yield { name, closes, start: at, end }
    at = end
    if (closes || !RAW.has(name)) continue
    const close = lower.indexOf(`</${name}`, end)
    if (close < 0) return
    at = close
  }
}

/** Every element, in the order of their start tags. */
export const elementsIn = (html: string): readonly ElementSpan[] => {
  const all: Open[] = []
  const open: Open[] = []
  const counts = new Map<string, number>()
  const count = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by)
  const close = (innerEnd: number, end: number): Open | undefined => {
    const element = open.pop()
    if (element) {
      count(element.name, -1)
      element.innerEnd = innerEnd
      element.end = end
    }
    return element
  }
  for (const { name, closes, start, end } of tagsOf(html)) {
    if (closes) {
      if (!counts.get(name)) continue
      while (open.at(-1)?.name !== name) close(start, start)
      close(start, end)
      continue
    }
    const parent = open.at(-1)
    const inCode = parent !== undefined && (parent.inCode || parent.name === 'pre' || parent.name === 'code')
    const element: Open = { name, parent, children: [], inCode, start, inner: end, innerEnd: end, end }
    parent?.children.push(element)
    all.push(element)
    if (VOID.has(name) || html[end - 2] === '/') continue
    open.push(element)
    count(name, 1)
  }
  while (open.length > 0) close(html.length, html.length)
  return all
}

export const isClosed = (element: ElementSpan): boolean => element.end > element.innerEnd

export const innerOf = (html: string, element: ElementSpan): string => html.slice(element.inner, element.innerEnd)

export const startTagOf = (html: string, element: ElementSpan): TagToken => {
  const [tag] = parseFragment(html.slice(element.start, element.inner))
  return tag?.kind === 'open' ? tag : { kind: 'open', name: element.name, attributes: [] }
}

export const classesOf = (tag: TagToken): readonly string[] => (attributeOf(tag, 'class') ?? '').match(/\S+/g) ?? []

/** The child that the element's text begins with, if no words are before it. */
export const firstChild = (html: string, element: ElementSpan): ElementSpan | undefined => {
  const [first] = element.children
  return first && html.slice(element.inner, first.start).trim() === '' ? first : undefined
}

const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Attributes as they stand in a tag; those without a value by their name alone. */
export const writeAttributes = (attributes: TagToken['attributes']): string =>
  attributes.map(([name, value]) => (value === undefined ? ` ${name}` : ` ${name}="${escapeValue(value)}"`)).join('')

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with each place replaced; the places do not overlap. Of two at one place, the one given first comes first. */
export const applyEdits = (html: string, edits: readonly Edit[]): string => {
  if (edits.length === 0) return html
  let result = ''
  let done = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += html.slice(done, start) + text
    done = end
  }
  return result + html.slice(done)
}
