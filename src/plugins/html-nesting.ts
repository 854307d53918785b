// Which element ends which, as libxml2 reads HTML 4: what a start tag closes before it, and what an end tag may close. For plugins
// whose originals parse a finished page and write it again.
import { isTag, type TagToken, type Token } from './html-fragment.ts'

/** Elements that hold nothing. The later ones of HTML 5 (source, track, wbr) libxml2 does not know: they stay open. */
const EMPTY = new Set('area base basefont br col frame hr img input isindex link meta param'.split(' '))

export const isEmpty = (name: string): boolean => EMPTY.has(name)

const HEADING_ENDS = 'fieldset form li p table'
const LIST_ENDS = 'dd dl dt form ul'

/** For an element that is open, the start tags that close it. */
const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'a fieldset table td th',
    address: `${LIST_ENDS} li`,
    b: 'center p td th',
    big: 'p',
    caption: 'col colgroup tbody tfoot thead tr',
    colgroup: 'colgroup tbody tfoot thead tr',
    dd: 'dt',
    dir: LIST_ENDS,
    dl: 'form li',
    dt: 'dd dl',
    font: 'center td th',
    form: 'form',
    h1: HEADING_ENDS,
    h2: HEADING_ENDS,
    h3: HEADING_ENDS,
    h4: HEADING_ENDS,
    h5: HEADING_ENDS,
    h6: HEADING_ENDS,
    i: 'center p td th',
    legend: 'fieldset',
    li: 'li',
    menu: LIST_ENDS,
    ol: 'form ul',
    option: 'optgroup option',
    p: 'address blockquote caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr li menu ol p pre table tbody td tfoot th title tr ul',
    pre: 'dd dl dt fieldset form li table ul',
    s: 'p',
    small: 'p',
    span: 'td th',
    strike: 'p',
    tbody: 'tbody tfoot',
    td: 'tbody td tfoot th tr',
    tfoot: 'tbody',
    th: 'tbody td tfoot th tr',
    thead: 'tbody tfoot',
    tr: 'tbody tfoot tr',
    tt: 'p',
    u: 'p td th',
    ul: 'address form menu ol pre',
  }).map(([open, tags]) => [open, new Set(tags.split(' '))]),
)

/** An end tag closes what is open inside its element, unless that weighs more: then it counts for nothing. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['div', 150],
  ['td', 160],
  ['th', 160],
  ['tr', 170],
  ['thead', 180],
  ['tbody', 180],
  ['tfoot', 180],
  ['table', 190],
])

const weightOf = (name: string): number => WEIGHTS.get(name) ?? 100

/** Where the element stands that an end tag closes, of those that are open; -1 if the tag counts for nothing. */
const closedAt = (open: readonly string[], name: string): number => {
  const weight = weightOf(name)
  for (let i = open.length - 1; i >= 0; i--) {
    const inside = open[i] ?? ''
    if (inside === name) return i
    if (weightOf(inside) > weight) return -1
  }
  return -1
}

const closing = (name: string): TagToken => ({ kind: 'close', name, attributes: [] })

/** A fragment stands in a body already: libxml2 passes over the tags that would begin or end one. */
const OUTER = new Set(['html', 'head', 'body'])
const DOCTYPE = /^<!doctype/i

/** The tokens with each element closed where libxml2 closes it; end tags that close nothing go. */
export const nest = (tokens: readonly Token[]): Token[] => {
  const open: string[] = []
  const nested: Token[] = []
  for (const token of tokens) {
    if (!isTag(token)) {
      if (token.kind === 'text' || !DOCTYPE.test(token.text)) nested.push(token)
      continue
    }
    if (token.kind === 'open') {
      for (let top = open.at(-1); top !== undefined && CLOSED_BY.get(top)?.has(token.name); top = open.at(-1)) {
        open.pop()
        nested.push(closing(top))
      }
      if (OUTER.has(token.name)) continue
      nested.push(token)
      if (!isEmpty(token.name)) open.push(token.name)
      continue
    }
    const at = closedAt(open, token.name)
    if (at >= 0) nested.push(...open.splice(at).reverse().map(closing))
  }
  nested.push(...open.reverse().map(closing))
  return nested
}
