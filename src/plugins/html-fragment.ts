// HTML taken apart into tags and texts, and put together as Ruby's Nokogiri writes a fragment: void tags without a slash, references as
// characters. For plugins that work on finished pages.

import { type Attribute, readTag } from './html-tag.ts'

export interface TagToken {
  readonly kind: 'open' | 'close'
  readonly name: string
  readonly attributes: readonly Attribute[]
}

export interface TextToken {
  readonly kind: 'text' | 'raw'
  /** Text without references; `raw` is a comment, a declaration or the inside of a script, as it stands. */
  readonly text: string
}

export type Token = TagToken | TextToken

/** Elements that hold nothing. */
export const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const RAW = new Set(['script', 'style'])
const TAG = /<(\/?)([a-zA-Z][\w:.-]*)/g
const NO_COMMENT = new RegExp(`<![^>]*>|<\\?[^>]*>|${TAG.source}`, 'g')
const MARKUP = new RegExp(`<!--[\\s\\S]*?-->|${NO_COMMENT.source}`, 'g')
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', copy: '©', reg: '®', trade: '™', larr: '←', rarr: '→', times: '×', middot: '·', bull: '•', deg: '°' } // biome-ignore format: a table

export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));/g,
        (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
          if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all
          const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
        },
      )
    : text

const rawEnd = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

const endOfTag = (html: string, from: number): number => {
  const close = html.indexOf('>', from)
  return close < 0 ? html.length : close + 1
}

/** The tokens of a piece of HTML, in order. */
export const parseFragment = (html: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  const lastComment = html.lastIndexOf('-->')
  const lastClose = html.lastIndexOf('>')
  const next = (): RegExpExecArray | null => {
    // What nothing closes is not looked for from each place where it might begin.
    const pattern = at <= lastComment ? MARKUP : at <= lastClose ? NO_COMMENT : TAG
    pattern.lastIndex = at
    return pattern.exec(html)
  }
  for (let match = next(); match; match = next()) {
    if (match.index > at) tokens.push({ kind: 'text', text: decodeReferences(html.slice(at, match.index)) })
    at = match.index + match[0].length
    const name = match[2]?.toLowerCase()
    if (name === undefined) tokens.push({ kind: 'raw', text: match[0] })
    else if (match[1] === '/') {
      tokens.push({ kind: 'close', name, attributes: [] })
      at = endOfTag(html, at)
    } else {
      const tag = readTag(html, match.index)
      const attributes = tag.attributes.map(([key, value]): Attribute => [key, value && decodeReferences(value)])
      tokens.push({ kind: 'open', name, attributes })
      at = tag.end
      if (tag.closed) tokens.push({ kind: 'close', name, attributes: [] })
      else if (RAW.has(name)) {
        const stop = rawEnd(html, name, at)
        if (stop > at) tokens.push({ kind: 'raw', text: html.slice(at, stop) })
        at = stop
      }
    }
  }
  if (at < html.length) tokens.push({ kind: 'text', text: decodeReferences(html.slice(at)) })
  return tokens
}

export const writeText = (text: string): string =>
  text.replace(/[&<>\u00a0]/g, (character) =>
    character === '\u00a0' ? '&nbsp;' : character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;',
  )

// As libxml2 quotes: a value with double quotes alone stands in single ones.
const writeValue = (value: string): string =>
  value.includes('"') && !value.includes("'")
    ? `'${writeText(value)}'`
    : `"${writeText(value).replaceAll('"', '&quot;')}"`

/** An address as libxml2 writes it: what is not ASCII, and what URLs do not hold, as percent sequences. */
export const writeAddress = (address: string): string =>
  address.trimStart().replace(/(?:[^\x21-\x7e]|["$[\\\]^`{|}])+/gu, (run) => encodeURIComponent(run))

const ADDRESSES = new Set(['href', 'src', 'action'])
/** Attributes that libxml2 writes by their name alone. */
const BOOLEAN = new Set(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected'.split(' '),
)

const isText = (token: Token): token is TextToken => token.kind === 'text' || token.kind === 'raw'

export const isTag = (token: Token): token is TagToken => !isText(token)

export const writeTag = (token: TagToken): string => {
  if (token.kind === 'close') return VOID.has(token.name) ? '' : `</${token.name}>`
  const attributes = token.attributes.map(([name, value]) =>
    value === undefined || BOOLEAN.has(name)
      ? ` ${name}`
      : ` ${name}=${writeValue(ADDRESSES.has(name) ? writeAddress(value) : value)}`,
  )
  return `<${token.name}${attributes.join('')}>`
}

const writeToken = (token: Token): string =>
  isText(token) ? (token.kind === 'raw' ? token.text : writeText(token.text)) : writeTag(token)

/** Tokens as HTML; `changed` may write a token in another way. */
export const writeFragment = (
  tokens: readonly Token[],
  changed: (token: Token, index: number) => string | undefined = () => undefined,
): string => tokens.map((token, index) => changed(token, index) ?? writeToken(token)).join('')

/** For each token, the names of the elements that it stands in, outermost first. */
export const ancestorsOf = (tokens: readonly Token[]): readonly (readonly string[])[] => {
  const open: string[] = []
  return tokens.map((token) => {
    if (token.kind === 'close') {
      const at = open.lastIndexOf(token.name)
      if (at >= 0) open.length = at
    }
    const now = [...open]
    if (token.kind === 'open' && !VOID.has(token.name)) open.push(token.name)
    return now
  })
}

export const attributeOf = (token: TagToken, name: string): string | undefined =>
  token.attributes.find(([key]) => key.toLowerCase() === name)?.[1]

/** The page with what stands in its body changed; the whole of it where it has no body tag. */
export const changeBody = (output: string, change: (html: string) => string): string => {
  const body = /<body[^>]*>\s*/.exec(output)
  if (!body) return change(output)
  const start = body.index + body[0].length
  const close = output.indexOf('</body>', start)
  const end = close < 0 ? output.length : close
  return output.slice(0, start) + change(output.slice(start, end)) + output.slice(end)
}
