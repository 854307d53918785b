// Internal links and images over the outputs of a build: every one must lead to a file, and every fragment to an id.
import { readFileSync } from 'node:fs'
import { isCopy, type Output } from '../model/output.ts'
import type { Page, Site } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { unescapePath } from '../util/url.ts'

export interface Checked {
  readonly site: Site
  readonly outputs: readonly Output[]
}

interface Link {
  readonly target: string
  readonly kind: 'link' | 'image'
}

const TAG = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(a|img|link|source|area|iframe)\b([^>]*)>/gi
const ATTRIBUTE = /\b(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
const ID = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g

const decode = (text: string): string =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')

const linksOf = (html: string): Link[] =>
  [...html.matchAll(TAG)].flatMap((match): Link[] => {
    const name = match[2]?.toLowerCase()
    if (name === undefined) return []
    return [...(match[3] ?? '').matchAll(ATTRIBUTE)].map((attribute) => ({
      target: decode(attribute[2] ?? attribute[3] ?? attribute[4] ?? ''),
      kind: name === 'img' || name === 'source' ? 'image' : 'link',
    }))
  })

const idsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(ID)].map((match) => decode(match[1] ?? match[2] ?? match[3] ?? '')))

const isHtml = (path: string): boolean => /\.x?html?$/i.test(path)

const textOf = (output: Output): string => {
  const { body } = output
  if (isCopy(body)) return readFileSync(body.copy, 'utf8')
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
}

interface Index {
  readonly outputs: ReadonlyMap<string, Output>
  readonly baseurl: string
  readonly ids: (path: string) => ReadonlySet<string>
}

/** The output that a path without a host leads to, as static hosts look it up. */
const resolveOutput = (path: string, outputs: ReadonlyMap<string, Output>): string | undefined => {
  const clean = path.replace(/^\/+/, '')
  const candidates =
    clean === '' || clean.endsWith('/') ? [`${clean}index.html`] : [clean, `${clean}.html`, `${clean}/index.html`]
  return candidates.find((candidate) => outputs.has(candidate))
}

const problemOf = (link: Link, from: string, index: Index): string | undefined => {
  const { target } = link
  if (target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined
  const [address = '', fragment] = target.split('#', 2)
  const path = address.split('?')[0] ?? ''
  let found: string | undefined = from
  if (path !== '') {
    const absolute = new URL(path, `http://site/${encodeURI(from)}`).pathname
    const inSite =
      path.startsWith('/') && index.baseurl !== ''
        ? absolute.startsWith(`${index.baseurl}/`) || absolute === index.baseurl
          ? absolute.slice(index.baseurl.length)
          : undefined
        : absolute
    if (inSite === undefined) return `${target} lies outside the site's baseurl ${index.baseurl}`
    found = resolveOutput(unescapePath(inSite), index.outputs)
    if (found === undefined) return `${target} leads to no file`
  }
  if (!fragment || fragment === 'top' || !isHtml(found)) return undefined
  const ids = index.ids(found)
  return ids.has(fragment) || ids.has(unescapePath(fragment))
    ? undefined
    : `${target}: there is no #${fragment} in ${found}`
}

const lineOf = (page: Page | undefined, target: string): number | undefined => {
  if (!page) return undefined
  const at = page.content.indexOf(target)
  return at < 0 ? undefined : page.line + page.content.slice(0, at).split('\n').length - 1
}

/** A problem for each broken link or image, with the source line where it can be found. */
export const checkLinks = ({ site, outputs }: Checked): Warning[] => {
  const byPath = new Map(outputs.map((output) => [output.path, output]))
  const sources = new Map<string, Page>()
  for (const page of [...site.pages, ...[...site.collections.values()].flatMap(({ docs }) => docs)])
    sources.set(page.outputPath, page)
  const known = new Map<string, ReadonlySet<string>>()
  const ids = (path: string): ReadonlySet<string> => {
    let found = known.get(path)
    if (!found) {
      const output = byPath.get(path)
      found = output ? idsOf(textOf(output)) : new Set()
      known.set(path, found)
    }
    return found
  }
  const index: Index = { outputs: byPath, baseurl: site.config.baseurl.replace(/\/+$/, ''), ids }
  return outputs
    .filter((output) => isHtml(output.path))
    .flatMap((output) => {
      const page = sources.get(output.path)
      const seen = new Set<string>()
      return linksOf(textOf(output)).flatMap((link): Warning[] => {
        if (seen.has(link.target)) return []
        seen.add(link.target)
        const problem = problemOf(link, output.path, index)
        if (problem === undefined) return []
        return [
          {
            message: `${link.kind === 'image' ? 'The image' : 'The link'} ${problem}`,
            place: { path: page?.relativePath ?? output.path, line: lineOf(page, link.target) },
          },
        ]
      })
    })
}
