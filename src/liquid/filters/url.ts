import { isDrop } from '../../util/drop.ts'
import { textOf } from '../../util/inspect.ts'
import { isAbsoluteUri, normalizeUri } from '../../util/uri.ts'
import { isNil, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { noMethodError } from '../errors.ts'
import type { SiteAccess } from '../types.ts'

// relative_url, absolute_url and strip_index.

// The same few hundred paths are asked for on every page.
const relativeUrls = new WeakMap<SiteAccess, Map<string, string>>()
const absoluteUrls = new WeakMap<SiteAccess, Map<string, string>>()

const kept = (memory: typeof relativeUrls, site: SiteAccess, text: string, compute: () => string): string => {
  let known = memory.get(site)
  if (!known) memory.set(site, (known = new Map()))
  let url = known.get(text)
  if (url === undefined) known.set(text, (url = compute()))
  return url
}

const NO_SITE: SiteAccess = { config: new Map() }

const withSlash = (part: string): string => (part === '' || part.startsWith('/') ? part : `/${part}`)

const baseUrl = (site: SiteAccess): string => {
  const base = site.config.get('baseurl')
  return isNil(base) ? '' : textOf(base).replace(/\/$/, '')
}

const computeRelative = (text: string, site: SiteAccess): string =>
  isAbsoluteUri(text) ? text : normalizeUri(withSlash(baseUrl(site)) + withSlash(text))

/** The URL below the site's baseurl. */
export const relativeUrl = (text: string, site: SiteAccess = NO_SITE): string =>
  kept(relativeUrls, site, text, () => computeRelative(text, site))

const computeAbsolute = (text: string, site: SiteAccess): string => {
  if (isAbsoluteUri(text)) return text
  const siteUrl = site.config.get('url')
  if (isNil(siteUrl) || siteUrl === '') return relativeUrl(text, site)
  return normalizeUri(textOf(siteUrl) + relativeUrl(text, site))
}

const absoluteUrl = (text: string, site: SiteAccess = NO_SITE): string =>
  kept(absoluteUrls, site, text, () => computeAbsolute(text, site))

/** Documents stand for their URL where Ruby's object has one: hashes do not. */
const target = (input: Value): string => {
  if (isDrop(input) && !input.isHash && input.has('url')) return textOf(input.get('url'))
  return textOf(input)
}

const url =
  (make: (text: string, site?: SiteAccess) => string): Filter['apply'] =>
  (input, _, { site }) =>
    isNil(input) ? null : make(target(input), site)

const stripIndex = (input: Value): Value => {
  if (isNil(input) || textOf(input) === '') return null
  if (typeof input !== 'string') throw noMethodError('sub', input)
  return input.replace(/\/index\.html?$/m, '/')
}

export const urlFilters: Readonly<Record<string, Filter>> = {
  relative_url: { apply: url(relativeUrl), arity: [0, 0] },
  absolute_url: { apply: url(absoluteUrl), arity: [0, 0] },
  strip_index: { apply: stripIndex, arity: [0, 0] },
}
