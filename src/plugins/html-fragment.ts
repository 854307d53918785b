// HTML taken apart into tags and texts, and put together as Ruby's Nokogiri writes a fragment: void tags without a slash, references as
// characters. For plugins that work on finished pages.

export interface TagToken {
  readonly kind: 'open' | 'close'
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string | undefined])[]
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
const MARKUP = /<!--[\s\S]*?-->|<![^>]*>|<\?[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g
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

const attributesOf = (source: string): [string, string | undefined][] =>
  [...source.matchAll(ATTRIBUTE)].map((match) => {
    const value = match[2] ?? match[3] ?? match[4]
    return [(match[1] ?? '').toLowerCase(), value === undefined ? undefined : decodeReferences(value)]
  })

/** The tokens of a piece of HTML, in order. */
export const parseFragment = (html: string): Token[] => {
  const tokens: Token[] = []
  const text = (from: number, to: number): void => {
    if (to > from) tokens.push({ kind: 'text', text: decodeReferences(html.slice(from, to)) })
  }
  let at = 0
  MARKUP.lastIndex = 0
  for (let match = MARKUP.exec(html); match; match = MARKUP.exec(html)) {
    text(at, match.index)
    at = MARKUP.lastIndex
    const name = match[2]?.toLowerCase()
    if (name === undefined) tokens.push({ kind: 'raw', text: match[0] })
    else if (match[1] === '/') tokens.push({ kind: 'close', name, attributes: [] })
    else {
      tokens.push({ kind: 'open', name, attributes: attributesOf((match[3] ?? '').replace(/\/\s*$/, '')) })
      if (/\/\s*$/.test(match[3] ?? '') && !VOID.has(name)) {
        tokens.push({ kind: 'close', name, attributes: [] })
        continue
      }
      if (!RAW.has(name)) continue
      const end = html.toLowerCase().indexOf(`</${name}`, at)
      const stop = end < 0 ? html.length : end
      if (stop > at) tokens.push({ kind: 'raw', text: html.slice(at, stop) })
      at = stop
      MARKUP.lastIndex = stop
    }
  }
  text(at, html.length)
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

/** An address as libxml2 writes it: what is not ASCII as percent sequences. */
export const writeAddress = (address: string): string =>
  address.replace(/[^\x21-\x7e]+/gu, (run) => encodeURIComponent(run))

const ADDRESSES = new Set(['href', 'src', 'action'])
/** Attributes that libxml2 writes by their name alone. */
const BOOLEAN = new Set(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected'.split(' '),
)

const isText = (token: Token): token is TextToken => token.kind === 'text' || token.kind === 'raw'

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

/** The tokens with every element closed: what is left open closes at the end, what was never opened goes. */
export const closeOpen = (tokens: readonly Token[]): Token[] => {
  const open: string[] = []
  const kept: Token[] = []
  const close = (name: string): void => {
    kept.push({ kind: 'close', name, attributes: [] })
  }
  for (const token of tokens) {
    if (token.kind === 'open' && !VOID.has(token.name)) open.push(token.name)
    if (token.kind !== 'close') {
      kept.push(token)
      continue
    }
    const at = open.lastIndexOf(token.name)
    if (at >= 0) for (const name of open.splice(at).reverse()) close(name)
  }
  for (const name of open.reverse()) close(name)
  return kept
}

/** The page with what stands in its body changed; the whole of it where it has no body tag. */
export const changeBody = (output: string, change: (html: string) => string): string => {
  const body = /<body[^>]*>\s*/.exec(output)
  if (!body) return change(output)
  const start = body.index + body[0].length
  const close = output.indexOf('</body>', start)
  const end = close < 0 ? output.length : close
  return output.slice(0, start) + change(output.slice(start, end)) + output.slice(end)
}
