import { domainToASCII } from 'node:url'

// URIs as Ruby's Addressable takes them apart and normalises them, which Jekyll does with every URL that it prints.

export interface UriParts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

export class InvalidUriError extends Error {
  readonly rubyClass = 'Addressable::URI::InvalidURIError'
}

const URI = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/m

const splitUri = (text: string): UriParts => {
  const [, scheme, authority, path = '', query, fragment] = URI.exec(text) ?? []
  return { scheme, authority, path, query, fragment }
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  http: '80', https: '443', ftp: '21', tftp: '69', sftp: '22', ssh: '22', 'svn+ssh': '22', telnet: '23', nntp: '119', gopher: '70',
  wais: '210', ldap: '389', prospero: '1525',
} // biome-ignore format: a table

const UNRESERVED = 'a-zA-Z0-9\\-._~'
const PCHAR = `${UNRESERVED}!$&'()*+,;=:@`
const ANY = new RegExp(`[${PCHAR}/?#\\[\\]]`)
const PATH_CHARACTER = new RegExp(`[${PCHAR}]`)
const QUERY_CHARACTER = /[a-zA-Z0-9\-._~!$'()*+,=:@/?&;]/
const FRAGMENT_CHARACTER = new RegExp(`[${PCHAR}/?]`)
const HOST_CHARACTER = new RegExp(`[${UNRESERVED}!$&'()*+,;=[:\\]]`)
const USER_CHARACTER = new RegExp(`[${UNRESERVED}]`)

const ALWAYS_KEPT = /^[\w.~-]*$/

// Most URLs are normal already: a plain host or none, a path without codes and dot segments, nothing behind it.
const NORMAL = /^(?:https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)*)?(?!\/\/)(?:\/(?!\.\.?(?:\/|$))[\w.~!$&'()*+,;=:@-]*)+$/

const encodeBytes = (bytes: Uint8Array, kept: RegExp): string => {
  let output = ''
  for (const byte of bytes) {
    const character = String.fromCharCode(byte)
    const plain = byte < 128 && kept.test(character)
    output += plain ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return output
}

const decodePercents = (text: string): Uint8Array => {
  const bytes: number[] = []
  const source = new TextEncoder().encode(text)
  for (let at = 0; at < source.length; at++) {
    const pair = source[at] === 0x25 ? String.fromCharCode(...source.slice(at + 1, at + 3)) : ''
    const coded = /^[0-9a-f]{2}$/i.test(pair)
    bytes.push(coded ? Number.parseInt(pair, 16) : source[at]!)
    if (coded) at += 2
  }
  return Uint8Array.from(bytes)
}

/** Addressable's normalize_component: percent-codes are undone, then made anew for what may not stand. */
export const normalizeComponent = (text: string, kept: RegExp = ANY): string => {
  if (ALWAYS_KEPT.test(text)) return text
  const bytes = decodePercents(text)
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return encodeBytes(new TextEncoder().encode(decoded.normalize('NFKC')), kept)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return encodeBytes(bytes, ANY)
  }
}

// %2B means a plus sign, where a bare plus means a space: it stays as it is.
const normalizeQuery = (query: string): string =>
  query
    .split('&')
    .map((pair) =>
      pair
        .split(/(%2b)/i)
        .map((part) => (/^%2b$/i.test(part) ? '%2B' : normalizeComponent(part, QUERY_CHARACTER)))
        .join(''),
    )
    .join('&')

/** Dot segments are taken out as browsers do it. */
const removeDots = (path: string): string => {
  if (!/(^|\/)\.\.?(\/|$)/.test(path)) return path
  const output: string[] = []
  const segments = path.replace(/^(\.\.?\/)+|^\.\.?$/, '').split('/')
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1
    if (segment === '..' && (output.length > 1 || (output.length === 1 && output[0] !== ''))) output.pop()
    else if (segment !== '.' && segment !== '..') output.push(segment)
    if (last && (segment === '.' || segment === '..')) output.push('')
  })
  return output.length === 1 && output[0] === '' && path.startsWith('/') ? '/' : output.join('/')
}

const NO_SCHEME_COLON = /^(?!\/)[^/:]*:.*$/

const normalizePath = (parts: UriParts, scheme: string | undefined): string => {
  const path = parts.scheme === undefined && NO_SCHEME_COLON.test(parts.path) ? parts.path.replace(':', '%2F') : parts.path // biome-ignore format: one choice
  const segments = path.trim().split('/').map((segment) => normalizeComponent(segment, PATH_CHARACTER)) // biome-ignore format: one pipeline
  const clean = removeDots(segments.join('/'))
  return clean === '' && scheme !== undefined && ['http', 'https', 'ftp', 'tftp'].includes(scheme) ? '/' : clean
}

const normalizeHost = (host: string): string => {
  const lower = host.trim().toLowerCase()
  if (lower === '') return ''
  const ascii = /[^\0-\u007f]/.test(lower) ? domainToASCII(lower) || lower : lower
  return normalizeComponent(ascii.replace(/([^.])\.$/, '$1'), HOST_CHARACTER)
}

const normalizeAuthority = (authority: string, scheme: string | undefined): string => {
  const user = /^([^[\]]*)@/.exec(authority)?.[1]
  const rest = user === undefined ? authority : authority.slice(user.length + 1)
  const port = /:([^:@[\]]*?)$/.exec(rest)?.[1]
  const host = port === undefined ? rest : rest.slice(0, -port.length - 1)
  const named = user?.split(':').map((part) => normalizeComponent(part.trim(), USER_CHARACTER)).join(':') // biome-ignore format: one pipeline
  const shownPort = port && DEFAULT_PORTS[scheme ?? ''] !== port ? `:${Number(port)}` : ''
  return (named === undefined || /^:?$/.test(named) ? '' : `${named}@`) + normalizeHost(host) + shownPort
}

const joinUri = ({ scheme, authority, path, query, fragment }: UriParts): string =>
  (scheme === undefined ? '' : `${scheme}:`) +
  (authority === undefined ? '' : `//${authority}`) +
  path +
  (query === undefined ? '' : `?${query}`) +
  (fragment === undefined ? '' : `#${fragment}`)

const validate = (parts: UriParts): UriParts => {
  if (parts.authority !== undefined && parts.path !== '' && !parts.path.startsWith('/'))
    throw new InvalidUriError(`Cannot have a relative path with an authority set: '${joinUri(parts)}'`)
  if (parts.authority === undefined && parts.path.startsWith('//'))
    throw new InvalidUriError(
      `Cannot have a path with two leading slashes without an authority set: '${joinUri(parts)}'`,
    )
  if (parts.scheme !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(parts.scheme))
    throw new InvalidUriError(`Invalid scheme format: '${parts.scheme}'`)
  return parts
}

/** Addressable::URI.parse(text).absolute?: has a scheme. Throws InvalidUriError where parsing fails. */
export const isAbsoluteUri = (text: string): boolean => validate(splitUri(text)).scheme !== undefined

/** Addressable::URI.parse(text).normalize.to_s. */
export const normalizeUri = (text: string): string => {
  if (NORMAL.test(text)) return text
  const parts = validate(splitUri(text))
  const scheme = parts.scheme === undefined ? undefined : normalizeComponent(parts.scheme.trim().toLowerCase())
  const query = parts.query === undefined ? '' : normalizeQuery(parts.query)
  const fragment = parts.fragment === undefined ? '' : normalizeComponent(parts.fragment, FRAGMENT_CHARACTER)
  return joinUri({
    scheme,
    authority: parts.authority === undefined ? undefined : normalizeAuthority(parts.authority, scheme),
    path: normalizePath(parts, scheme),
    query: query || undefined,
    fragment: fragment || undefined,
  })
}

/** CGI.escape. */
export const cgiEscape = (text: string): string =>
  encodeBytes(new TextEncoder().encode(text), /[a-zA-Z0-9_.\-~ ]/).replaceAll(' ', '+')

/** CGI.unescape; undefined for a sequence of bytes that is not UTF-8. */
export const cgiUnescape = (text: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decodePercents(text.replaceAll('+', ' ')))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return undefined
  }
}
