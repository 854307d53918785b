// One tag of HTML, read as libxml2 reads it: quotes count only where a value begins, and what is no attribute's name is passed over as
// far as the next space. Linear, whatever is left open.
export type Attribute = readonly [name: string, value: string | undefined]

export interface ReadTag {
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** Does it end in `/>`? */
  readonly closed: boolean
  /** Where the text after it begins. */
  readonly end: number
}

const TAG_NAME = /[a-zA-Z_:.][\w:.-]*/y
const NAME = /[a-zA-Z_:.][\w:.-]*/y
const SPACE = /[ \t\n\r]*/y
const EQUALS = /[ \t\n\r]*=[ \t\n\r]*/y
const BARE = /[^ \t\n\r>]+/y
const JUNK = /(?:[^ \t\n\r>/]|\/(?!>))+/y

const take = (pattern: RegExp, html: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0] ?? ''
}

const readValue = (html: string, at: number): { readonly value: string | undefined; readonly end: number } => {
  const quote = html[at]
  if (quote !== '"' && quote !== "'") {
    const bare = take(BARE, html, at)
    return { value: bare === '' ? undefined : bare, end: at + bare.length }
  }
  const close = html.indexOf(quote, at + 1)
  const stop = close < 0 ? html.length : close
  return { value: html.slice(at + 1, stop), end: Math.min(stop + 1, html.length) }
}

/** The start tag whose `<` stands at `start`, before a letter. Of two attributes of one name the first counts. */
export const readTag = (html: string, start: number): ReadTag => {
  const written = take(TAG_NAME, html, start + 1)
  const attributes = new Map<string, string | undefined>()
  let at = start + 1 + written.length
  for (;;) {
    at += take(SPACE, html, at).length
    const closed = html.startsWith('/>', at)
    if (closed || at >= html.length || html[at] === '>') {
      const end = Math.min(at + (closed ? 2 : 1), html.length)
      return { name: written.toLowerCase(), attributes: [...attributes], closed, end }
    }
    const name = take(NAME, html, at).toLowerCase()
    if (name === '') {
      at += take(JUNK, html, at).length
      continue
    }
    at += name.length
    const equals = take(EQUALS, html, at)
    at += equals.length
    const { value, end } = equals === '' ? { value: undefined, end: at } : readValue(html, at)
    at = end
    if (!attributes.has(name)) attributes.set(name, value)
  }
}
