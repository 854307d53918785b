// A site's URLs as its templates' filters make them, for plugins that write links. Counterpart: Jekyll::Filters::URLFilters.
import type { Config } from '../model/config.ts'
import { isAbsoluteUri, normalizeUri } from '../util/uri.ts'

const withSlash = (text: string): string => (text === '' || text.startsWith('/') ? text : `/${text}`)

/** Below the site's baseurl; an absolute address stays as it is. */
export const relativeUrl = (url: string, config: Config): string =>
  isAbsoluteUri(url) ? url : normalizeUri(withSlash(config.baseurl.replace(/\/$/, '')) + withSlash(url))

/** With the site's address in front, where it has one. */
export const absoluteUrl = (url: string, config: Config): string => {
  if (isAbsoluteUri(url)) return url
  const relative = relativeUrl(url, config)
  return config.url === undefined || config.url === '' ? relative : normalizeUri(config.url + relative)
}
