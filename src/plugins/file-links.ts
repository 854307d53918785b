// `relative: true`: links that hold in the file system. Every local address in the outputs' HTML and CSS is written relative to its page
// and names a file, for no server stands behind it that knows what a folder's page is.
import { readFileSync } from 'node:fs'
import { isCopy, type Output } from '../model/output.ts'
import { unpackText } from '../util/packed-text.ts'
import { unescapePath } from '../util/url.ts'
import { changeCssUrls } from './css-urls.ts'
import { type Attribute, changeAttributes, changeSourceSet, readValue, writeValue } from './html-attributes.ts'
import type { PluginFactory } from './plugin.ts'

const LINKS = new Set([
  'href', 'xlink:href', 'src', 'poster', 'action', 'formaction', 'data', 'background', 'cite', 'longdesc',
]) // biome-ignore format: a list
const SOURCE_SETS = new Set(['srcset', 'imagesrcset'])
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i
const REFRESH = /^([^=]*url\s*=\s*["']?)([^"']*)/i

interface Place {
  /** Paths of all outputs. */
  readonly files: ReadonlySet<string>
  readonly baseurl: string
  /** The folders that the page lies in. */
  readonly folders: readonly string[]
}

/** The page's file for a path without a leading slash; undefined where there is none. */
const endingOf = (path: string, files: ReadonlySet<string>): string | undefined => {
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`) ? 'index.html' : undefined
  return ['', '.html', '/index.html'].find((ending) => files.has(path + ending))
}

// Segments without `.` and `..`; undefined where they lead out of the site.
const resolveSegments = (segments: readonly string[]): string[] | undefined => {
  const result: string[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment === '.' || segment === '..') {
      if (segment === '..' && result.pop() === undefined) return undefined
      if (index === segments.length - 1) result.push('')
    } else result.push(segment)
  }
  return result
}

const relativePath = (folders: readonly string[], target: readonly string[]): string => {
  let common = 0
  while (common < folders.length && common < target.length - 1) {
    if (folders[common] !== unescapePath(target[common] ?? '')) break
    common += 1
  }
  const path = [...folders.slice(common).map(() => '..'), ...target.slice(common)].join('/')
  if (path === '') return './'
  return path.split('/')[0]?.includes(':') ? `./${path}` : path
}

const inSite = (path: string, baseurl: string): string | undefined => {
  const plain = unescapePath(path)
  if (baseurl === '') return path
  if (plain === baseurl) return '/'
  // The address may be written with or without percent sequences, so its segments are counted.
  return plain.startsWith(`${baseurl}/`) ? `/${path.split('/').slice(baseurl.split('/').length).join('/')}` : undefined
}

/** A path as it holds in the file system; as it was where it leads elsewhere. `only`: nothing but what is there. */
const changePath = (path: string, { files, baseurl, folders }: Place, only = false): string => {
  const rooted = path.startsWith('/')
  if (path === '' || ABSOLUTE.test(path) || (only && !rooted)) return path
  const local = rooted ? inSite(path, baseurl) : path
  if (local === undefined) return path
  const segments = resolveSegments(rooted ? local.slice(1).split('/') : [...folders, ...local.split('/')])
  if (!segments) return path
  const ending = endingOf(segments.map(unescapePath).join('/'), files)
  if (ending === undefined && (only || !rooted)) return path
  if (ending === '' && !rooted) return path
  return relativePath(folders, ((segments.join('/') || '') + (ending ?? '')).split('/'))
}

/** An address, whatever stands behind `?` and `#` kept. */
const changeAddress = (address: string, place: Place, only = false): string => {
  // A number sign after an ampersand begins a reference, not a fragment.
  const end = /\?|(?<!&)#/.exec(address)?.index ?? address.length
  const path = address.slice(0, end)
  return changePath(path.trim(), place, only) + address.slice(end)
}

const changeWritten = (value: string, place: Place, only = false): string => {
  const end = /\?|(?<!&)#/.exec(value)?.index ?? value.length
  const path = readValue(value.slice(0, end)).trim()
  const changed = changePath(path, place, only)
  return changed === path ? value : writeValue(changed) + value.slice(end).trimEnd()
}

const isRefresh = (all: readonly Attribute[]): boolean =>
  all.some(({ name, value }) => name === 'http-equiv' && value.toLowerCase() === 'refresh')

const changeAttribute = ({ name, value }: Attribute, place: Place, all: readonly Attribute[]): string | undefined => {
  if (LINKS.has(name)) return changeWritten(value, place)
  if (SOURCE_SETS.has(name)) return changeSourceSet(value, (address) => changeWritten(address, place))
  if (name.startsWith('data-')) return changeWritten(value, place, true)
  if (name === 'content' && isRefresh(all))
    return value.replace(REFRESH, (_, before: string, address: string) => before + changeWritten(address, place))
  if (name === 'style' && /url\(/i.test(value)) {
    const css = readValue(value)
    const changed = changeCssUrls(css, (address) => changeAddress(address, place))
    return changed === css ? undefined : writeValue(changed)
  }
  return undefined
}

// What the plugin for moved pages writes, with a path where the site has no address of its own.
const LEAVE = /<script>location="(\/[^"\\<]*)"<\/script>/g
const leaveFor = (path: string, place: Place): string => `<script>location="${changeAddress(path, place)}"</script>`

/** A page with its links relative. A page with a `base` resolves them in its own way and stays as it is. */
export const relativeHtml = (html: string, place: Place): string => {
  if (/<base\s[^<>]*\bhref/i.test(html)) return html
  return changeAttributes(
    html.replace(LEAVE, (_, path: string) => leaveFor(path, place)),
    {
      attribute: (_, attribute, all) => changeAttribute(attribute, place, all),
      style: (css) => changeCssUrls(css, (address) => changeAddress(address, place)),
    },
  )
}

const HTML = /\.(?:x?html?|svg)$/i
const CSS = /\.css$/i
/** It is sent for whatever address is not there: only a server does that, and nothing relative would hold. */
const NOT_FOUND = '404.html'

const bodyText = (body: Output['body']): string => (isCopy(body) ? readFileSync(body.copy, 'utf8') : unpackText(body))

/** The outputs with every local link relative. */
export const relativeOutputs = (outputs: readonly Output[], baseurl: string): Output[] => {
  const files = new Set(outputs.map(({ path }) => path))
  const base = unescapePath(baseurl).replace(/\/+$/, '')
  return outputs.map((output) => {
    if (output.path === NOT_FOUND || !(HTML.test(output.path) || CSS.test(output.path))) return output
    const place = { files, baseurl: base, folders: output.path.split('/').slice(0, -1) }
    const text = bodyText(output.body)
    const changed = CSS.test(output.path)
      ? changeCssUrls(text, (address) => changeAddress(address, place))
      : relativeHtml(text, place)
    return changed === text ? output : { path: output.path, body: changed }
  })
}

export const fileLinks: PluginFactory = (config) => ({
  name: 'octavo-relative',
  complete: (outputs) => relativeOutputs(outputs, config.baseurl),
})
