// Finds the pictures of a finished page. Reads HTML as browsers' tokenizers do, in one pass, and leaves all text where it stands: what
// is inside of comments, scripts, styles and preformatted text is no picture of the page.
import { decodeReferences } from '../html-fragment.ts'

export interface Attribute {
  readonly name: string
  /** References decoded; '' where none is written. */
  readonly value: string
}

/** An `<img>` and where it stands. */
export interface PictureTag {
  /** From `<` to behind `>`. */
  readonly from: number
  readonly to: number
  /** Where more attributes may be put. */
  readonly insertAt: number
  readonly attributes: readonly Attribute[]
  readonly inLink: boolean
  readonly inButton: boolean
  readonly inPicture: boolean
  readonly inHeader: boolean
  /** Before, in or behind the page's `<main>`; in, where it has none. */
  readonly place: 'before' | 'main' | 'after'
  /** How much text of the main part comes before, in characters. */
  readonly textBefore: number
}

export interface PageTags {
  readonly pictures: readonly PictureTag[]
  /** The address of `<base>`. */
  readonly base: string | undefined
  /** Where the first style sheet stands, for one that comes before. */
  readonly firstStyle: number | undefined
  readonly headEnd: number | undefined
  /** The addresses of the style sheets. */
  readonly styles: readonly string[]
}

interface Tag {
  readonly name: string
  readonly close: boolean
  readonly to: number
  readonly insertAt: number
  readonly attributes: readonly Attribute[]
}

const SPACE = /[\t\n\f\r ]/
const NAME = /[^\t\n\f\r />]+/y
const ATTRIBUTE_NAME = /=?[^\t\n\f\r />=]*/y
const SPACES = /[\t\n\f\r ]*/y
const SPACES_AND_SLASHES = /[\t\n\f\r /]*/y
const BARE_VALUE = /[^\t\n\f\r >]*/y

// Their inside is no markup.
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'template', 'svg'])
// Whose depth matters.
const NESTED = ['a', 'button', 'picture', 'header', 'pre'] as const
type Nested = (typeof NESTED)[number]
const isNested = (name: string): name is Nested => (NESTED as readonly string[]).includes(name)

const match = (pattern: RegExp, html: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0] ?? ''
}

/** The tag that begins at `at`; undefined where the page ends inside of it. */
const readTag = (html: string, at: number, close: boolean): Tag | undefined => {
  const start = at + (close ? 2 : 1)
  const name = match(NAME, html, start)
  const attributes: Attribute[] = []
  let position = start + name.length
  for (;;) {
    const behind = position
    position += match(SPACES_AND_SLASHES, html, position).length
    if (position >= html.length) return undefined
    if (html[position] === '>')
      return { name: name.toLowerCase(), close, to: position + 1, insertAt: behind, attributes }
    const key = match(ATTRIBUTE_NAME, html, position)
    position += key.length
    const equals = position + match(SPACES, html, position).length
    if (html[equals] !== '=') {
      attributes.push({ name: key.toLowerCase(), value: '' })
      continue
    }
    position = equals + 1 + match(SPACES, html, equals + 1).length
    const quote = html[position]
    let value: string
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, position + 1)
      if (end < 0) return undefined
      value = html.slice(position + 1, end)
      position = end + 1
    } else {
      value = match(BARE_VALUE, html, position)
      position += value.length
    }
    attributes.push({ name: key.toLowerCase(), value: decodeReferences(value) })
  }
}

/** Behind the end of an element whose inside is no markup; the page's end where it has none. */
const skipRaw = (html: string, at: number, name: string): number => {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'ig')
  end.lastIndex = at
  return end.exec(html)?.index ?? html.length
}

export const attribute = (attributes: readonly Attribute[], name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value

export const hasClass = (attributes: readonly Attribute[], name: string): boolean =>
  (attribute(attributes, 'class') ?? '').split(SPACE).includes(name)

interface Scan {
  readonly pictures: PictureTag[]
  readonly styles: string[]
  readonly depth: Record<Nested, number>
  base: string | undefined
  firstStyle: number | undefined
  headEnd: number | undefined
  place: PictureTag['place']
  text: number
}

const takeTag = (scan: Scan, tag: Tag, from: number): void => {
  const { name, close, attributes } = tag
  if (isNested(name)) scan.depth[name] = Math.max(0, scan.depth[name] + (close ? -1 : 1))
  if (name === 'main') scan.place = close ? 'after' : 'main'
  if (name === 'head' && close) scan.headEnd ??= from
  if (close) return
  if (name === 'base') scan.base ??= attribute(attributes, 'href')
  if (name === 'style') scan.firstStyle ??= from
  if (name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(attribute(attributes, 'rel') ?? '')) {
    scan.firstStyle ??= from
    scan.styles.push(attribute(attributes, 'href') ?? '')
  }
  if (name !== 'img' || scan.depth.pre > 0) return
  const { a, button, picture, header } = scan.depth
  scan.pictures.push({
    from,
    to: tag.to,
    insertAt: tag.insertAt,
    attributes,
    inLink: a > 0,
    inButton: button > 0,
    inPicture: picture > 0,
    inHeader: header > 0,
    place: scan.place,
    textBefore: scan.text,
  })
}

/** Behind whatever begins with the `<` at `at`; text where it begins nothing. */
const takeMarkup = (scan: Scan, html: string, at: number): number => {
  const next = html[at + 1] ?? ''
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 2)
    return end < 0 ? html.length : end + 3
  }
  if (next === '!' || next === '?') {
    const end = html.indexOf('>', at)
    return end < 0 ? html.length : end + 1
  }
  const close = next === '/'
  if (!/[a-zA-Z]/.test((close ? html[at + 2] : next) ?? '')) return at + 1
  const tag = readTag(html, at, close)
  if (tag === undefined) return html.length
  takeTag(scan, tag, at)
  const empty = close || (tag.name === 'svg' && html[tag.to - 2] === '/')
  return !empty && RAW.has(tag.name) ? skipRaw(html, tag.to, tag.name) : tag.to
}

/** The pictures of a page, in its order, and what else of it matters to them. */
export const findPictures = (html: string): PageTags => {
  const scan: Scan = {
    pictures: [],
    styles: [],
    depth: { a: 0, button: 0, picture: 0, header: 0, pre: 0 },
    base: undefined,
    firstStyle: undefined,
    headEnd: undefined,
    place: /<main[\s>]/i.test(html) ? 'before' : 'main',
    text: 0,
  }
  let behind = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', behind)) {
    if (scan.place === 'main') scan.text += at - behind
    behind = takeMarkup(scan, html, at)
  }
  return scan
}
