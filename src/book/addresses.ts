// Where a link in a chapter leads: into the book itself, to another page of the site, or out of it. One look-up per link.
import { unescapePath } from '../util/url.ts'

export type Destination =
  /** A section of the book: 0 is its contents page, chapters count from 1. */
  | { readonly kind: 'section'; readonly section: number; readonly fragment: string | undefined }
  /** Something else of the site: its path below the baseurl, decoded, and its address with the baseurl. */
  | { readonly kind: 'site'; readonly path: string; readonly address: string }
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'none' }

export interface SiteAddress {
  /** '' or '/base'. */
  readonly baseurl: string
  /** 'https://example.org', where the site says it. */
  readonly url: string | undefined
}

const HOST = 'http://this-site.invalid'

// A page answers with and without `.html`, and a folder with and without its slash.
const pageKey = (path: string): string =>
  unescapePath(path)
    .replace(/(?:^|\/)index\.html?$/, '/')
    .replace(/\.html?$/, '')
    .replace(/\/+$/, '')

const parseUrl = (href: string, base: string): URL | undefined => {
  try {
    return new URL(href, base)
  } catch {
    return undefined // no address at all
  }
}

const below = (url: URL, root: string): string | undefined => {
  const address = url.origin + url.pathname
  if (address === root) return '/'
  return address.startsWith(`${root}/`) ? address.slice(root.length) : undefined
}

// What lies on the site's host but not below its baseurl belongs to someone else.
const elsewhere = (url: URL, host: string | undefined): Destination => {
  if (url.origin !== HOST) return { kind: 'web', address: url.href }
  const address = host ? parseUrl(url.pathname + url.search + url.hash, host) : undefined
  return address ? { kind: 'web', address: address.href } : { kind: 'none' }
}

export type FindDestination = (href: string, from: string) => Destination

/** `sections` are the URLs of the book's pages, the contents page first (undefined where there is none). */
export const createAddresses = (site: SiteAddress, sections: readonly (string | undefined)[]): FindDestination => {
  const base = site.baseurl.replace(/\/+$/, '')
  const numbers = new Map<string, number>()
  for (const [number, url] of sections.entries()) if (url !== undefined) numbers.set(pageKey(url), number)
  const own = parseUrl(base, HOST)?.href.replace(/\/+$/, '') ?? HOST
  const roots = [
    own,
    ...(site.url ? [parseUrl(site.url.replace(/\/+$/, '') + base, HOST)?.href.replace(/\/+$/, '')] : []),
  ]
  return (href, from) => {
    const url = parseUrl(href.trim(), `${own}${from}`)
    if (!url) return { kind: 'none' }
    const path = roots
      .flatMap((root) => (root === undefined ? [] : [below(url, root)]))
      .find((one) => one !== undefined)
    if (path === undefined) return elsewhere(url, site.url)
    const section = numbers.get(pageKey(path))
    const fragment = url.hash === '' ? undefined : unescapePath(url.hash.slice(1))
    if (section !== undefined && url.search === '') return { kind: 'section', section, fragment }
    return { kind: 'site', path: unescapePath(path), address: base + path + url.search + url.hash }
  }
}
