// Which file of the site an address on a page means, as a browser would find it; and how the same page names another file.
import type { Config } from '../../model/config.ts'
import type { Page } from '../../model/site.ts'
import { unescapePath } from '../../util/url.ts'
import { rootOf } from './settings.ts'

/** An address that leads to a file of the site. */
export interface LocalAddress {
  /** Relative to the destination. */
  readonly file: string
  /** The address of another file of the site, written in the same way: relative, from the root, or in full. */
  readonly siblingOf: (file: string) => string
}

// Any host that is nobody's: only what comes behind it matters.
const NOWHERE = 'http://octavo.invalid'

const parse = (address: string, base: string | URL): URL | undefined => {
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}

const stepsBetween = (folder: string, file: string): string => {
  const here = folder.split('/').filter((part) => part !== '')
  return '../'.repeat(here.length) + file
}

/** What addresses on `page` mean; `base` is the address in its `<base>`. */
export const addressesOf = (
  config: Config,
  page: Page,
  base?: string,
): ((address: string) => LocalAddress | undefined) => {
  const root = rootOf(config)
  const published = parse(config.url ?? '', NOWHERE)?.origin
  const here = parse(root + page.url, NOWHERE)
  const from = here && base !== undefined ? parse(base, here) : here
  return (address) => {
    const clean = address.trim()
    if (from === undefined || clean === '' || clean.includes('?') || /^data:/i.test(clean)) return undefined
    const target = parse(clean, from)
    if (target === undefined || (target.origin !== NOWHERE && target.origin !== published)) return undefined
    if (!target.pathname.startsWith(`${root}/`)) return undefined
    const file = unescapePath(target.pathname.slice(root.length + 1))
    if (file === '' || file.endsWith('/')) return undefined
    const relative = base === undefined && !/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(clean)
    const folder = page.url.slice(1, page.url.lastIndexOf('/') + 1)
    return {
      file,
      siblingOf: (other) => {
        if (relative) return stepsBetween(folder, other)
        return `${target.origin === NOWHERE ? '' : target.origin}${root}/${other}`
      },
    }
  }
}
